import type { CandidateOptions, Candidates, Filters } from '../engine.ts'
import { unitVector } from '../measures.ts'
import { keepBoth, keepHeld, listIn, setTo } from './bits.ts'
import type { Selection } from './columns.ts'
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
  const { scratch } = index
  const words = pairing.likely()
  const selection = selected(index, filters, words)
  pairing.keepReached(selection)
  const total = selection.count
  const counts = facetsOf(index, selection, facets)
  const plan = forced.plan ?? (total <= pairing.effort.narrow ? 'filter' : 'postings')
  if (plan === 'postings') setTo(words, selection)
  const { best, scored } =
    plan === 'filter'
      ? rankAllEligible(pairing, selection, most, id, scratch)
      : rankByPostings(pairing, { words, reached: true }, most, id, scratch, forced.visits)
  const point = from && unitVector(from)
  const hits = best.map(({ slot, id, score, parts }) => {
    const km = point ? index.points.distanceKm(slot, point) : Number.NaN
    const explanation = explain ? pairing.explain(slot, parts) : null
    const band = explanation ? explanation.band : pairing.band(slot)
    return { id, score, parts, band, distanceKm: Number.isNaN(km) ? null : km, explanation }
  })
  return { hits, total, facets: counts, plan, scored }
}

/** The slots of a set that pass the filters, mostly rising: what is asked of them next lies in that order in memory. */
function selected<K extends 'profile' | 'opportunity'>(
  index: KindIndex<K>,
  filters: Filters[K],
  words: Uint32Array,
): Selection {
  const { near, ...others } = filters
  if (near && !others.id) {
    const marks = index.scratch.bits('marks', words.length).subarray(0, words.length)
    index.points.mark(unitVector(near), near.km, marks)
    keepBoth(marks, words)
    const around = listIn(marks, index.scratch.list('eligible', index.capacity))
    return index.select(others as Filters[K], around)
  }
  if (index.isIndexed(filters)) {
    const selection = index.select(filters)
    keepHeld(selection, words)
    return selection
  }
  const all = listIn(words, index.scratch.list('eligible', index.capacity))
  const everything = Object.values(filters).every((filter) => filter === undefined)
  return everything ? all : index.select(filters, all)
}
