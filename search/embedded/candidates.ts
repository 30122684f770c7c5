import type { CandidateOptions, Candidates, Documents, Filters } from '../engine.ts'
import type { Explanation } from '../matching/explain.ts'
import { unitVector } from '../measures.ts'
import type { Selection } from './columns.ts'
import { facetsOf } from './facets.ts'
import type { KindIndex } from './kind-index.ts'
import { type Pairing, rankByPostings, rankSelected } from './pairing.ts'

export type Plan = 'filter' | 'postings'

/** For tests: what to do, whatever would be faster. */
export interface Forced {
  readonly plan?: Plan
  /** Visits to postings before the rest is bounded. */
  readonly visits?: number
}

export type Place = { readonly lat: number; readonly lng: number } | null

/** Up to so many documents, scoring each is faster than walking the postings. */
const NARROW = 2000
const DEFAULT_LIMIT = 20
const MOST_LIMIT = 1000

/**
 * The best pairs among the documents that pass the filters: a narrow filter first and then exact
 * scores of all it leaves, or else postings. Both give the same list.
 */
export function candidatesOf<K extends 'profile' | 'opportunity'>(
  index: KindIndex<K>,
  pairing: Pairing | undefined,
  filters: Filters[K],
  { limit = DEFAULT_LIMIT, facets = [], explain = false }: CandidateOptions<K>,
  from: Place,
  explanationOf: (document: Documents[K]) => Explanation,
  forced: Forced = {},
): Omit<Candidates<K>, 'tookMs'> {
  const most = Math.min(MOST_LIMIT, Math.max(0, Math.trunc(limit)))
  const id = (slot: number) => index.id(slot)
  if (!pairing) return { hits: [], total: 0, facets: {}, plan: 'filter', scored: 0 }
  const everything = Object.values(filters).every((filter) => filter === undefined)
  const selection = everything ? index.all() : index.select(filters)
  // Hard conditions narrow as filters do.
  let eligible = 0
  for (let at = 0; at < selection.count; at++) {
    const slot = selection.slots[at] ?? 0
    if (!pairing.excluded(slot)) selection.slots[eligible++] = slot
  }
  selection.count = eligible
  const counts = facetsOf(index, selection, facets)
  const plan = forced.plan ?? (selection.count <= NARROW ? 'filter' : 'postings')
  const { best, scored } =
    plan === 'filter'
      ? rankSelected(pairing, selection, most, id)
      : rankByPostings(
          pairing,
          selection,
          marked(selection, index.scratch.bytes('eligible', index.capacity)),
          most,
          id,
          index.scratch,
          forced.visits,
        )
  const point = from && unitVector(from)
  const hits = best.map(({ slot, id, score, parts }) => {
    const km = point ? index.points.distanceKm(slot, point) : Number.NaN
    const document = explain ? index.get(id) : null
    const explanation = document && explanationOf(document)
    return { id, score, parts, distanceKm: Number.isNaN(km) ? null : km, explanation }
  })
  return { hits, total: eligible, facets: counts, plan, scored }
}

function marked(selection: Selection, marks: Uint8Array): Uint8Array {
  for (let at = 0; at < selection.count; at++) marks[selection.slots[at] ?? 0] = 1
  return marks
}
