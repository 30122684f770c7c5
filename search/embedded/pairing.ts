import { type ScoreParts, sumOf } from '../matching/match.ts'
import type { Selection } from './columns.ts'
import { BestOf, byFallingValue, type Ranked, stepOf } from './ranking.ts'
import type { Scratch } from './scratch.ts'

/** One need or offer against all documents of the other side, by slot. */
export interface Pairing {
  /** Whether packed columns tell that a hard condition excludes the pair. */
  excluded(slot: number): boolean
  /** Whether a hard condition excludes the pair, or the slot holds nothing. */
  blocked(slot: number): boolean
  /** The exact score, blockers aside, by the same steps as `scoreMatch`. */
  exact(slot: number): ScoreParts
  /** Slots that are scored whatever the bounds say: those the ceiling does not hold for. */
  readonly always: Iterable<number>
  /**
   * Eligible slots with any skill credit found within a budget of visits, and by slot their SKILL, which may
   * be up to `slack` too low; also that of slots not found. An infinite budget leaves no slack.
   */
  gather(
    eligible: Uint8Array,
    budget: number,
  ): {
    readonly touched: Selection
    readonly skill: Float32Array
    readonly slack: number
  }
  /** No less than the score of a slot, given its SKILL; cheaper than `exact`. */
  estimate(slot: number, skill: number): number
  /** No less than that: what columns tell without looking at the document. */
  bound(slot: number, skill: number): number
  /** No less than the score of any slot that has this SKILL or less. */
  ceiling(skill: number): number
  /** Whether a slot without any skill credit may fit all the same. */
  mayFitWithoutSkill(slot: number): boolean
  /** Neither skill nor occupation is asked: fitting means nothing, conditions alone order. */
  asksNothing(slot: number): boolean
}

export interface RankedPair extends Ranked {
  readonly parts: ScoreParts
}

export interface Ranking {
  readonly best: RankedPair[]
  /** How many pairs were scored exactly. */
  readonly scored: number
}

/** Sums of the same terms in another order, in single precision, differ by far less. */
const ROUNDING = 1e-5
/** Visits to postings before what is left is bounded instead: about a millisecond. */
const FIRST_BUDGET = 120_000

/**
 * Scores every selected slot exactly. A pair that shares neither skill nor occupation is no match,
 * however well its conditions agree.
 */
export function rankSelected(
  pairing: Pairing,
  selection: Selection,
  limit: number,
  id: (slot: number) => string,
): Ranking {
  const best = new BestOf<RankedPair>(limit)
  let scored = 0
  for (let at = 0; at < selection.count; at++) {
    const slot = selection.slots[at] ?? 0
    if (pairing.blocked(slot)) continue
    offerExact(pairing, slot, best, id)
    scored++
  }
  return { best: best.sorted(), scored }
}

/**
 * Finds the same best pairs from postings: slots by falling SKILL, until what is left cannot reach
 * the worst of the best. `eligible` marks the selected slots. Exact: the bound counts full marks for all that postings do not know.
 */
export function rankByPostings(
  pairing: Pairing,
  selection: Selection,
  eligible: Uint8Array,
  limit: number,
  id: (slot: number) => string,
  scratch: Scratch,
  budget = FIRST_BUDGET,
): Ranking {
  const best = new BestOf<RankedPair>(limit)
  const { touched, skill, slack } = pairing.gather(eligible, budget)
  const ordered = byFallingValue(touched, skill, scratch)
  let scored = 0
  const done = new Set<number>()
  const consider = (slot: number) => {
    if (eligible[slot] !== 1 || done.has(slot)) return
    const most = (skill[slot] ?? 0) + slack
    if (pairing.bound(slot, most) + ROUNDING < best.least || pairing.blocked(slot)) return
    if (pairing.estimate(slot, most) + ROUNDING < best.least) return
    offerExact(pairing, slot, best, id)
    scored++
  }

  for (const slot of pairing.always) {
    consider(slot)
    done.add(slot)
  }
  let most = 0
  for (let at = 0; at < touched.count; at++) {
    most = Math.max(most, skill[touched.slots[at] ?? 0] ?? 0)
  }
  const step = stepOf(most)
  let ended = false
  for (let at = 0; at < ordered.count; at++) {
    const slot = ordered.slots[at] ?? 0
    const bound = Math.min(most, (skill[slot] ?? 0) + step) + slack
    if (pairing.ceiling(bound) + ROUNDING < best.least) {
      ended = true
      break
    }
    consider(slot)
  }
  if (slack > 0 && !(pairing.ceiling(slack) + ROUNDING < best.least)) {
    // Too few good ones among those found: the slots that were not might still count.
    return rankByPostings(pairing, selection, eligible, limit, id, scratch, Infinity)
  }
  if (slack === 0 && !ended && !(pairing.ceiling(0) + ROUNDING < best.least)) {
    for (let at = 0; at < selection.count; at++) {
      const slot = selection.slots[at] ?? 0
      if ((skill[slot] ?? 0) === 0 && pairing.mayFitWithoutSkill(slot)) consider(slot)
    }
  }
  return { best: best.sorted(), scored }
}

function offerExact(
  pairing: Pairing,
  slot: number,
  best: BestOf<RankedPair>,
  id: (slot: number) => string,
): void {
  const parts = pairing.exact(slot)
  const fits = parts.skills + parts.field + parts.occupation > 0
  if (!fits && !pairing.asksNothing(slot)) return
  const score = sumOf(parts)
  if (score >= best.least) best.offer({ slot, id: id(slot), score, parts })
}
