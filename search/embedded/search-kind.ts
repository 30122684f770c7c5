import type { CommonFilters, Filters, Hit, Kind, Query, Result, Sort } from '../engine.ts'
import { unitVector } from '../measures.ts'
import type { Selection } from './columns.ts'
import { facetsOf } from './facets.ts'
import type { KindIndex } from './kind-index.ts'
import { BestOf, type Ranked } from './ranking.ts'

const DEFAULT_SIZE = 20
const MOST_SIZE = 100

/** Answers a query from one kind's index; `tookMs` is left to the caller. */
export function searchKind<K extends Kind>(
  index: KindIndex<K>,
  query: Query<K>,
): Omit<Result<K>, 'tookMs'> {
  const size = wholeNumber(query.size, DEFAULT_SIZE, MOST_SIZE)
  const page = wholeNumber(query.page, 1, Number.MAX_SAFE_INTEGER)
  const filters: Filters[K] & CommonFilters = query.filters ?? {}
  const { text, known } = query
  const matches = text ? index.text.find(text, index.capacity, index.size, known) : null
  const selection = index.select(filters, matches?.selection)
  const total = selection.count

  const origin = filters.near ?? query.origin
  const from = origin ? unitVector(origin) : null
  const scoreOf = (slot: number) => matches?.scores[slot] ?? 0
  const sort = sortOf(query, matches !== null, from !== null)
  const key = sortKey(index, sort, from, scoreOf)
  const first = (page - 1) * size
  const most = first >= total ? 0 : Math.min(total, first + size)
  const best = most === 0 ? [] : top(index, selection, most, key, sort === 'newest')
  const hits: Hit[] = best.slice(first).map(({ slot, id }) => {
    const km = from ? index.points.distanceKm(slot, from) : Number.NaN
    return { id, score: scoreOf(slot), distanceKm: Number.isNaN(km) ? null : km }
  })

  const facets = facetsOf(index, selection, query.facets ?? [])
  return { hits, total, page, size, facets }
}

function wholeNumber(value: number | undefined, otherwise: number, most: number): number {
  if (value === undefined || !Number.isFinite(value)) return otherwise
  return Math.min(most, Math.max(1, Math.trunc(value)))
}

function sortOf<K extends Kind>(query: Query<K>, hasText: boolean, hasOrigin: boolean): Sort {
  const sort = query.sort ?? 'relevance'
  if (sort === 'relevance' && !hasText) return 'newest'
  if (sort === 'distance' && !hasOrigin) return hasText ? 'relevance' : 'newest'
  return sort
}

/** A number by slot, greater first; documents without a value come last. */
function sortKey<K extends Kind>(
  index: KindIndex<K>,
  sort: Sort,
  from: readonly [number, number, number] | null,
  scoreOf: (slot: number) => number,
): (slot: number) => number {
  const known = (value: number) => (Number.isNaN(value) ? -Infinity : value)
  if (sort === 'relevance') return scoreOf
  if (sort === 'distance' && from) return (slot) => known(-index.points.squaredChord(slot, from))
  const deadline = sort === 'deadline' ? index.deadline : undefined
  if (deadline) return (slot) => known(-deadline.get(slot))
  const newest = index.newest
  return (slot) => known(newest?.get(slot) ?? Number.NaN)
}

function top<K extends Kind>(
  index: KindIndex<K>,
  selection: Selection,
  limit: number,
  key: (slot: number) => number,
  latestFirst: boolean,
): Ranked[] {
  const { slots, count } = selection
  const best = new BestOf<Ranked>(limit)
  let least = -Infinity
  const offer = (slot: number) => {
    const score = key(slot)
    if (!(score >= least)) return
    best.offer({ slot, id: index.id(slot), score })
    least = best.least
  }
  // Later slots are mostly newer, and earlier ones mostly first among equals: meeting the best first
  // spares most of the comparisons.
  if (latestFirst) for (let at = count - 1; at >= 0; at--) offer(slots[at] ?? 0)
  else for (let at = 0; at < count; at++) offer(slots[at] ?? 0)
  return best.sorted()
}
