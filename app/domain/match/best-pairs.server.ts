import { askSearch } from '#app/domain/search/ask-search.server.ts'
import type {
  CandidateOptions,
  Candidates,
  FacetCount,
  Facets,
  Filters,
  Point,
  SearchEngine,
} from '#search/engine.ts'
import type { Band } from '#search/matching/band.ts'
import { distanceKm, unitVector } from '#search/measures.ts'
import { type Arranged, arrangeMatches, type Chosen, type Sortable } from './arrange-matches.ts'

/**
 * Most pairs that a list looks at, as far as a page stays fast (about 15 ms over 100,000 profiles): of
 * opportunities fewer are matches, and their rows say more. Where there are more, the page says so: a
 * filter then reaches further down.
 */
export const mostPairs = { profile: 1000, opportunity: 500 } as const

export type Side = 'profile' | 'opportunity'

/** A pair of the list, with what it is ordered and grouped by. */
export type Listed = Sortable & { readonly id: string }

/** What the index knows of a pair. */
export interface Pair {
  readonly id: string
  readonly band: Band | null
}

/** What narrows a list: what the index is asked for, and what is chosen among the answers. */
export interface Asked<K extends Side> {
  readonly filters: Filters[K]
  readonly chosen: Chosen
}

/** Where a list comes from. */
export interface Source<K extends Side> {
  readonly kind: K
  readonly search: SearchEngine
  candidates(filters: Filters[K], options: CandidateOptions<K>): Promise<Candidates<K>>
  /** Those of the pairs that may be shown, in their order, with what orders them. */
  read(pairs: readonly Pair[]): Promise<readonly Listed[]>
}

/** Counts of the choices of each facet. */
export type FacetCounts<K extends Side> = { readonly [F in Facets[K]]?: readonly FacetCount[] }

export interface BestPairs<K extends Side> extends Arranged<Listed> {
  /** How many pass all filters and hard conditions, whatever they have in common. */
  readonly possible: number
  /** How many of them were looked at, where that is not all. */
  readonly cut: number | null
  readonly facets: FacetCounts<K>
}

/** A list without anything. */
export const noPairs: BestPairs<never> = {
  ...arrangeMatches([], { sort: 'relevance', bands: [], far: false }),
  possible: 0,
  cut: null,
  facets: {},
}

/** The pairs that a list shows, in its order. */
export async function bestPairs<K extends Side>(
  source: Source<K>,
  { filters, chosen }: Asked<K>,
): Promise<Omit<BestPairs<K>, 'facets'>> {
  const limit = mostPairs[source.kind]
  const { hits, total } = await source.candidates(filters, { limit })
  const listed = await source.read(hits)
  const cut = hits.length === limit && total > limit ? limit : null
  return { ...arrangeMatches(listed, chosen), possible: total, cut }
}

/**
 * The list with the counts of each facet: how many of it each choice would leave. Where a facet's own
 * filter is on, its choices are counted as if it were not: they are alternatives.
 */
export async function bestPairsWithFacets<K extends Side>(
  source: Source<K>,
  asked: Asked<K>,
  facets: readonly Facets[K][],
  alternatives: readonly (Facets[K] & keyof Filters[K])[],
): Promise<BestPairs<K>> {
  const best = await bestPairs(source, asked)
  const counts: { [F in Facets[K]]?: readonly FacetCount[] } = {
    ...(await countFacets(source, best.shown, facets)),
  }
  for (const facet of alternatives) {
    if (asked.filters[facet] === undefined) continue
    const filters = { ...asked.filters, [facet]: undefined }
    const { shown } = await bestPairs(source, { ...asked, filters })
    counts[facet] = (await countFacets(source, shown, [facet]))[facet] ?? []
  }
  return { ...best, facets: counts }
}

/** Counts over exactly those that are shown, as the index knows them. */
async function countFacets<K extends Side>(
  { kind, search }: Source<K>,
  shown: readonly Listed[],
  facets: readonly Facets[K][],
): Promise<FacetCounts<K>> {
  if (shown.length === 0) return {}
  const filters = { id: shown.map((one) => one.id) } as unknown as Filters[K]
  const query = { filters, facets, size: 1 }
  return (await askSearch(search, () => search.search(kind, query))).facets
}

/** Kilometres between two points; null without one of them. */
export function kmBetween(a: Point | null, b: Point | null): number | null {
  return a && b ? distanceKm(unitVector(a), unitVector(b)) : null
}
