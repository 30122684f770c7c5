import { conditionScore, isBlocked } from '../matching/conditions.ts'
import { fieldScore } from '../matching/field.ts'
import { partsOf, type Weights, weightsFor } from '../matching/match.ts'
import { occupationScore } from '../matching/occupation-score.ts'
import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'
import { earnedBy, offerScorer, SKILL_DAMPING } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { NeedEligibility } from './eligibility.ts'
import { majorBit } from './offer-index.ts'
import type { Pairing } from './pairing.ts'
import { PostingsBySkill } from './postings.ts'
import type { Scratch } from './scratch.ts'

interface Stored {
  readonly need: PreparedNeed
  readonly weights: Weights
  /** Bit of the ISCO-08 major group; 0 without an occupation. */
  readonly major: number
}

/** All opportunities as needs, by slot, to rank them for an offer. */
export class NeedIndex {
  readonly #taxonomy: Taxonomy
  readonly #scratch: Scratch
  readonly #needs: (Stored | undefined)[] = []
  readonly #postings = new PostingsBySkill()
  readonly #eligibility = new NeedEligibility()
  /** Slots of needs that name no skill. */
  readonly #skillless = new Set<number>()

  constructor(taxonomy: Taxonomy, scratch: Scratch) {
    this.#taxonomy = taxonomy
    this.#scratch = scratch
  }

  get(slot: number): PreparedNeed | undefined {
    return this.#needs[slot]?.need
  }

  set(slot: number, need: PreparedNeed): void {
    this.clear(slot)
    while (this.#needs.length <= slot) this.#needs.push(undefined)
    const major = need.occupation < 0 && need.isco < 0 ? 0 : majorBit(need.isco)
    this.#needs[slot] = { need, weights: weightsFor(this.#taxonomy, need), major }
    const scale = 1 / (SKILL_DAMPING + need.totalValue)
    this.#eligibility.set(slot, need)
    if (need.skills.length === 0) this.#skillless.add(slot)
    need.skills.forEach((skill, at) => {
      this.#postings.add(skill, slot, (need.values[at] ?? 0) * scale)
    })
  }

  clear(slot: number): void {
    const stored = this.#needs[slot]
    if (!stored) return
    for (const skill of stored.need.skills) this.#postings.remove(skill, slot)
    this.#needs[slot] = undefined
    this.#skillless.delete(slot)
    this.#eligibility.clear(slot)
  }

  pairing(offer: PreparedOffer): Pairing {
    const taxonomy = this.#taxonomy
    const needs = this.#needs
    const earned = earnedBy(taxonomy, offer)
    const credits = offerScorer(earned)
    let majors = 0
    for (const isco of offer.declaredIsco) majors |= majorBit(isco)
    for (const occupation of offer.inferred.occupations)
      majors |= majorBit(taxonomy.isco(occupation))
    const hasField = taxonomy.fieldDimensions > 0
    return {
      excluded: this.#eligibility.excludedBy(offer),
      blocked: (slot) => {
        const stored = needs[slot]
        return stored === undefined || isBlocked(stored.need, offer)
      },
      exact: (slot) => {
        const stored = needs[slot]
        if (!stored) return { skills: 0, field: 0, occupation: 0, conditions: 0 }
        return partsOf(taxonomy, stored.weights, stored.need, offer, credits(stored.need))
      },
      always: this.#skillless,
      gather: (eligible) => this.#gather(earned, eligible),
      estimate: (slot, skill) => {
        const stored = needs[slot]
        if (!stored) return 0
        const { need, weights } = stored
        let score =
          weights.skill * skill + weights.occupation * occupationScore(taxonomy, need, offer)
        if (weights.field > 0) score += weights.field * fieldScore(need.field, offer.field)
        if (weights.conditions > 0) score += weights.conditions * conditionScore(need, offer)
        return score
      },
      bound: (slot, skill) => {
        const stored = needs[slot]
        if (!stored) return 0
        const { weights, major } = stored
        const occupation = (major & majors) !== 0 ? weights.occupation : 0
        return weights.skill * skill + weights.field + weights.conditions + occupation
      },
      // Of a need that names skills, FIT is at most this; one that states conditions adds a quarter
      // to three quarters of it.
      ceiling: (skill) => {
        const fit = hasField ? 0.7 * skill + 0.3 : 0.9 * skill + 0.1
        return Math.max(fit, 0.75 * fit + 0.25)
      },
      mayFitWithoutSkill: (slot) => {
        const stored = needs[slot]
        if (!stored) return false
        return hasField || isEmpty(stored) || (stored.major & majors) !== 0
      },
      asksNothing: (slot) => {
        const stored = needs[slot]
        return stored !== undefined && isEmpty(stored)
      },
    }
  }

  #gather(
    earned: ReadonlyMap<number, number>,
    eligible: Uint8Array,
  ): ReturnType<Pairing['gather']> {
    const capacity = this.#needs.length
    const skill = this.#scratch.singles('skill', capacity)
    const touched = this.#scratch.integers('touched', capacity)
    let count = 0
    for (const [wanted, credit] of earned) {
      const postings = this.#postings.get(wanted)
      if (!postings) continue
      const { slots, values } = postings
      for (let p = 0; p < postings.count; p++) {
        const slot = slots[p] ?? 0
        if (eligible[slot] !== 1) continue
        const before = skill[slot] ?? 0
        if (before === 0) touched[count++] = slot
        skill[slot] = before + (values[p] ?? 0) * credit
      }
    }
    return { touched: { slots: touched, count }, skill, slack: 0 }
  }
}

function isEmpty({ need, major }: Stored): boolean {
  return need.skills.length === 0 && major === 0
}
