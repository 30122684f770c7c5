import type {
  Candidate,
  CandidateOptions,
  Candidates,
  FacetCount,
  Facets,
  Filters,
  Point,
} from '#search/engine.ts'
import type { Explanation } from '#search/matching/explain.ts'
import { distanceKm, unitVector } from '#search/measures.ts'
import { isMatch } from './arrange-matches.ts'

/** Most pairs that a list looks at: what comes after the best hundred is far off. */
export const mostPairs = 100

/** Bands follow scores loosely: so many in a row without a match, and there is hardly one further down. */
const lastPairs = 20

type Side = 'profile' | 'opportunity'

/** A candidate with its explanation. */
export type Pair = Candidate & { readonly explanation: Explanation }

export interface BestPairs<K extends Side> {
  /** Best fit first. */
  readonly pairs: readonly Pair[]
  /** How many pass all filters and hard conditions, whatever they have in common. */
  readonly possible: number
  /** True when more than the best hundred may have something in common. */
  readonly cut: boolean
  /** True when there may be matches beyond the best hundred: the last of them still are. */
  readonly more: boolean
  /** How many each choice would leave of the possible ones. */
  readonly facets: { readonly [F in Facets[K]]?: readonly FacetCount[] }
}

/**
 * The best pairs that the index finds, explained, and the counts of each facet. Where a facet's own
 * filter is on, its choices are counted as if it were not: they are alternatives.
 */
export async function bestPairs<K extends Side>(
  ask: (filters: Filters[K], options: CandidateOptions<K>) => Promise<Candidates<K>>,
  filters: Filters[K],
  facets: readonly Facets[K][],
  alternatives: readonly (Facets[K] & keyof Filters[K])[],
): Promise<BestPairs<K>> {
  const found = await ask(filters, { limit: mostPairs, facets, explain: true })
  const counts: { [F in Facets[K]]?: readonly FacetCount[] } = { ...found.facets }
  for (const facet of alternatives) {
    if (filters[facet] === undefined) continue
    const others = await ask({ ...filters, [facet]: undefined }, { limit: 0, facets: [facet] })
    counts[facet] = others.facets[facet] ?? []
  }
  const pairs = found.hits.filter((hit): hit is Pair => hit.explanation !== null)
  const cut = found.hits.length === mostPairs && found.total > mostPairs
  return {
    pairs,
    possible: found.total,
    cut,
    more: cut && pairs.slice(-lastPairs).some(({ explanation }) => isMatch(explanation.band)),
    facets: counts,
  }
}

/** Kilometres between two points; null without one of them. */
export function kmBetween(a: Point | null, b: Point | null): number | null {
  return a && b ? distanceKm(unitVector(a), unitVector(b)) : null
}
