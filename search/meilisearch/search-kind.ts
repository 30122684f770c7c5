import type { Index, SearchParams } from 'meilisearch'
import type { Filters, Hit, Kind, Query, Result, Sort } from '../engine.ts'
import { FIELDS } from '../fields.ts'
import { distanceKm, unitVector } from '../measures.ts'
import { facetNames, facetsOf } from './facets.ts'
import { type Clauses, clausesOf, onEarth } from './filter.ts'
import { pointOf, type StoredParts } from './stored-document.ts'
import { askedWords } from './words.ts'

const DEFAULT_SIZE = 20
const MOST_SIZE = 100
/** Beyond what the server counts to; greater numbers it does not take. */
const LAST_PAGE = 1_000_000

/** Answers a query from one kind's index; `tookMs` is left to the caller. */
export async function searchKind<K extends Kind>(
  index: Index<StoredParts>,
  kind: K,
  query: Query<K>,
): Promise<Omit<Result<K>, 'tookMs'>> {
  const size = wholeNumber(query.size, DEFAULT_SIZE, MOST_SIZE)
  const page = wholeNumber(query.page, 1, Number.MAX_SAFE_INTEGER)
  const { text } = query
  const words = text
    ? await askedWords(text, query.known ?? [], (clause) => isMet(index, clause))
    : null
  const filters: Filters[K] & { near?: Query<K>['origin'] } = query.filters ?? ({} as Filters[K])
  const origin = filters.near ?? query.origin
  const from = origin ? unitVector(origin) : null
  const known = from?.some(Number.isNaN) === false
  const sort = sortOf(query.sort ?? 'relevance', words !== null, known)
  const params = {
    q: words?.q ?? '',
    matchingStrategy: 'all',
    filter: [
      ...(await clausesOf(kind, filters, (clauses) => pointsOf(index, clauses))),
      ...(words?.clauses ?? []),
    ],
    facets: facetNames(query.facets ?? []),
    sort: sortBy(kind, sort, known && origin ? onEarth(origin) : undefined),
    page: Math.min(page, LAST_PAGE),
    hitsPerPage: size,
    attributesToRetrieve: ['id', 'point'],
    showRankingScore: words !== null,
  } satisfies SearchParams
  const answer = await index.search(null, params)
  const hits: Hit[] = answer.hits.map(({ id, point, _rankingScore }) => {
    const place = from && pointOf(point)
    const km = place && from ? distanceKm(unitVector(place), from) : Number.NaN
    return { id, score: _rankingScore ?? 0, distanceKm: Number.isNaN(km) ? null : km }
  })
  const facets = facetsOf<K>(query.facets ?? [], answer.facetDistribution)
  return { hits, total: answer.totalHits ?? 0, page, size, facets }
}

/** The points of documents that pass these conditions. */
export async function pointsOf(index: Index<StoredParts>, clauses: Clauses): Promise<string[]> {
  const { facetDistribution } = await index.search(null, {
    filter: clauses,
    facets: ['point'],
    limit: 0,
  })
  return Object.keys(facetDistribution?.point ?? {})
}

async function isMet(index: Index<StoredParts>, clause: string): Promise<boolean> {
  const { estimatedTotalHits } = await index.search(null, { filter: clause, limit: 0 })
  return estimatedTotalHits > 0
}

function wholeNumber(value: number | undefined, otherwise: number, most: number): number {
  if (value === undefined || !Number.isFinite(value)) return otherwise
  return Math.min(most, Math.max(1, Math.trunc(value)))
}

function sortOf(sort: Sort, hasText: boolean, hasOrigin: boolean): Sort {
  if (sort === 'relevance' && !hasText) return 'newest'
  if (sort === 'distance' && !hasOrigin) return hasText ? 'relevance' : 'newest'
  return sort
}

/** The order asked for; documents without a value come last, and the key decides between equals. */
function sortBy(kind: Kind, sort: Sort, from: Query<Kind>['origin']): string[] {
  const { deadline, newest } = FIELDS[kind]
  if (sort === 'relevance') return []
  if (sort === 'distance' && from) {
    const [lat, lng] = [from.lat.toFixed(9), from.lng.toFixed(9)]
    return [`_geoPoint(${lat}, ${lng}):asc`, 'key:asc']
  }
  if (sort === 'deadline' && deadline) return [`numbers.${deadline}:asc`, 'key:asc']
  return [`numbers.${newest}:desc`, 'key:asc']
}
