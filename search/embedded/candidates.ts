import type { CandidateOptions, Candidates, Filters } from '../engine.ts'
import { unitVector } from '../measures.ts'
import { facetsOf } from './facets.ts'
import type { KindIndex } from './kind-index.ts'
import { type Pairing, rankAllEligible, rankByPostings } from './pairing.ts'

export type Plan = 'filter' | 'postings'

/** For tests: what to do, whatever would be faster. */
export interface Forced {
  readonly plan?: Plan
  /** Visits to postings, where enough was found by then. */
  readonly visits?: number
}

export type Place = { readonly lat: number; readonly lng: number } | null

const DEFAULT_LIMIT = 20
const MOST_LIMIT = 1000

/**
 * The best pairs among the documents that pass the filters and hard conditions: all scored where
 * those are few, or else found from postings and then scored.
 */
export function candidatesOf<K extends 'profile' | 'opportunity'>(
  index: KindIndex<K>,
  pairing: Pairing | undefined,
  filters: Filters[K],
  { limit = DEFAULT_LIMIT, facets = [], explain = false }: CandidateOptions<K>,
  from: Place,
  forced: Forced = {},
): Omit<Candidates<K>, 'tookMs'> {
  const most = Math.min(MOST_LIMIT, Math.max(0, Math.trunc(limit) || 0))
  if (!pairing) throw new TypeError(`Nothing is matched with a ${index.kind}`)
  const id = (slot: number) => index.id(slot)
  const everything = Object.values(filters).every((filter) => filter === undefined)
  const eligible = pairing.eligible(everything ? null : index.select(filters))
  const total = eligible.selection.count
  const counts = facetsOf(index, eligible.selection, facets)
  const plan = forced.plan ?? (total <= pairing.narrow ? 'filter' : 'postings')
  const { best, scored } =
    plan === 'filter'
      ? rankAllEligible(pairing, eligible, most, id, index.scratch)
      : rankByPostings(pairing, eligible, most, id, index.scratch, forced.visits)
  const point = from && unitVector(from)
  const hits = best.map(({ slot, id, score, parts }) => {
    const km = point ? index.points.distanceKm(slot, point) : Number.NaN
    const explanation = explain ? pairing.explain(slot) : null
    return { id, score, parts, distanceKm: Number.isNaN(km) ? null : km, explanation }
  })
  return { hits, total, facets: counts, plan, scored }
}
