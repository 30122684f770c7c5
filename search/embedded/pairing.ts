import type { Band } from '../matching/band.ts'
import type { Explanation } from '../matching/explain.ts'
import { type ScoreParts, sumOf } from '../matching/match.ts'
import type { Selection } from './columns.ts'
import { BestOf, byFallingBound, keepGreatest, type Ranked } from './ranking.ts'
import type { Scratch } from './scratch.ts'

/** Slots found in postings with an estimate of their scores; parallel, only `count` are meant. */
export interface Found {
  readonly slots: Int32Array
  readonly estimates: Float64Array
  readonly count: number
}

/** What postings are walked for. */
export interface Eligible {
  /** A bit for each slot that may count. */
  readonly words: Uint32Array
  /** Whether all of those pass every hard condition; else what is found must be looked at. */
  readonly reached: boolean
}

/** Parts of scores, already weighted, parallel. */
export interface KnownParts {
  readonly skills: Float64Array
  readonly occupation: Float64Array
  readonly conditions: Float64Array
}

/** How far to look, as measured: more finds hardly more of the best twenty. */
export interface Effort {
  /** Up to so many documents, scoring all is faster than walking the postings. */
  readonly narrow: number
  /** Of more than so many, to look who is within reach takes longer than to look at those found. */
  readonly many: number
  /** Visits to postings: what brings less is looked up in the forward lists of those found. */
  readonly visits: number
  /** Slots to find at least, however many visits that takes, and whose conditions are looked at. */
  readonly screened: number
  /** Slots scored exactly, from the best of the estimates, besides four for each of the first hundred asked for. */
  readonly refined: number
}

/**
 * One need or offer against all documents of the other side, by slot. It works in arrays that the
 * next pairing of the same index uses again: one at a time.
 */
export interface Pairing {
  readonly effort: Effort
  /** Those that no condition told by bits excludes, until the next pairing. */
  likely(): Uint32Array
  /** Keeps the slots that no other hard condition excludes either. */
  keepReached(selection: Selection): void
  /** About so many slots from postings (which the caller may change), those that bring most first, when `visits` are spent. */
  find(eligible: Eligible, visits: number, screened: number): Found
  /**
   * The exact parts of each slot but FIELD, blockers aside, by the same steps as `scoreMatch`. NaN for
   * skills tells that the pair is no match.
   */
  parts(slots: Int32Array, count: number, into: KnownParts): void
  /** The part of FIELD. */
  field(slot: number): number
  /** What that is at most. */
  fieldMost(slot: number): number
  /** How people are shown the pair. */
  band(slot: number): Band | null
  /** @param parts those it was ranked by */
  explain(slot: number, parts: ScoreParts): Explanation
}

export interface RankedPair extends Ranked {
  readonly parts: ScoreParts
}

export interface Ranking {
  readonly best: RankedPair[]
  /** How many pairs were scored but for FIELD, and how many of them with it. */
  readonly scored: number
  readonly fields: number
}

/** Bounds add the same terms in another order, and are ordered in steps. */
const ROUNDING = 1e-8

/** Up to so many asked for, several times as many are looked at; further down one place more or less tells little. */
const KEEN = 100

/** How many slots are scored exactly for so many asked for, where postings find that many. */
export function refinedFor({ effort }: Pairing, limit: number): number {
  return effort.refined + 3 * Math.min(limit, KEEN) + limit
}

/** Scores all eligible slots. Exact: FIELD is looked at while full marks for it could still count. */
export function rankAllEligible(
  pairing: Pairing,
  { slots, count }: Selection,
  limit: number,
  id: (slot: number) => string,
  scratch: Scratch,
): Ranking {
  return rankBounded(pairing, slots, count, limit, id, scratch)
}

/**
 * Finds the best pairs from postings: those whose estimates are best are scored. The estimate lacks
 * FIELD and the weakest near skills, so a pair that has little else may be missed: the evaluation
 * measures how seldom.
 */
export function rankByPostings(
  pairing: Pairing,
  eligible: Eligible,
  limit: number,
  id: (slot: number) => string,
  scratch: Scratch,
  visits = pairing.effort.visits,
): Ranking {
  const refined = refinedFor(pairing, limit)
  const screened = Math.max(pairing.effort.screened, 6 * Math.min(limit, KEEN) + 2 * limit)
  const found = pairing.find(eligible, visits, screened)
  const count = keepGreatest(found, refined, scratch)
  return rankBounded(pairing, found.slots, count, limit, id, scratch)
}

function rankBounded(
  pairing: Pairing,
  slots: Int32Array,
  count: number,
  limit: number,
  id: (slot: number) => string,
  scratch: Scratch,
): Ranking {
  const skills = scratch.values('skill parts', count)
  const occupation = scratch.values('occupation parts', count)
  const conditions = scratch.values('condition parts', count)
  pairing.parts(slots, count, { skills, occupation, conditions })
  const bounds = scratch.values('bounds', count)
  const places = scratch.list('bounded', count)
  let kept = 0
  for (let at = 0; at < count; at++) {
    const fit = (skills[at] ?? 0) + (occupation[at] ?? 0)
    const bound = fit + pairing.fieldMost(slots[at] ?? 0) + (conditions[at] ?? 0)
    if (Number.isNaN(bound)) continue
    bounds[kept] = bound
    places[kept++] = at
  }
  const best = new BestOf<RankedPair>(limit)
  let fields = 0
  for (const place of byFallingBound({ slots: places, estimates: bounds, count: kept }, scratch)) {
    const at = places[place] ?? 0
    const least = best.least
    if ((bounds[place] ?? 0) + ROUNDING < least) break
    const slot = slots[at] ?? 0
    const field = pairing.field(slot)
    fields++
    const score = (skills[at] ?? 0) + field + (occupation[at] ?? 0) + (conditions[at] ?? 0)
    if (!(score >= least)) continue
    const parts = {
      skills: skills[at] ?? 0,
      field,
      occupation: occupation[at] ?? 0,
      conditions: conditions[at] ?? 0,
    }
    best.offer({ slot, id: id(slot), score: sumOf(parts), parts })
  }
  return { best: best.sorted(), scored: kept, fields }
}
