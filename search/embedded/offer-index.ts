import { conditionScore, isBlocked } from '../matching/conditions.ts'
import { fieldScore } from '../matching/field.ts'
import { partsOf, weightsFor } from '../matching/match.ts'
import { occupationScore } from '../matching/occupation-score.ts'
import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'
import { needScorer, SKILL_DAMPING } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { OfferEligibility } from './eligibility.ts'
import type { Pairing } from './pairing.ts'
import { PostingsBySkill, type SkillPostings } from './postings.ts'
import type { Scratch } from './scratch.ts'

/** A bit for each ISCO-08 major group (first digit), and one for occupations without a code. */
export function majorBit(isco: number): number {
  return 1 << (isco < 0 ? 10 : Math.trunc(isco / 1000))
}

/** All profiles as offers, by slot, to rank them for a need. */
export class OfferIndex {
  readonly #taxonomy: Taxonomy
  readonly #scratch: Scratch
  readonly #offers: (PreparedOffer | undefined)[] = []
  #majors = new Uint16Array(1024)
  readonly #postings = new PostingsBySkill()
  readonly #eligibility = new OfferEligibility()

  constructor(taxonomy: Taxonomy, scratch: Scratch) {
    this.#taxonomy = taxonomy
    this.#scratch = scratch
  }

  get(slot: number): PreparedOffer | undefined {
    return this.#offers[slot]
  }

  set(slot: number, offer: PreparedOffer): void {
    this.clear(slot)
    while (this.#offers.length <= slot) {
      this.#offers.push(undefined)
    }
    if (slot >= this.#majors.length) {
      const grown = new Uint16Array(Math.max(slot + 1, this.#majors.length * 2))
      grown.set(this.#majors)
      this.#majors = grown
    }
    this.#offers[slot] = offer
    this.#eligibility.set(slot, offer)
    let majors = 0
    for (const isco of offer.declaredIsco) majors |= majorBit(isco)
    for (const occupation of offer.inferred.occupations) {
      majors |= majorBit(this.#taxonomy.isco(occupation))
    }
    this.#majors[slot] = majors
    offer.skills.forEach((skill, at) => {
      this.#postings.add(skill, slot, offer.factors[at] ?? 0)
    })
  }

  clear(slot: number): void {
    const offer = this.#offers[slot]
    if (!offer) return
    for (const skill of offer.skills) this.#postings.remove(skill, slot)
    this.#offers[slot] = undefined
    this.#majors[slot] = 0
    this.#eligibility.clear(slot)
  }

  pairing(need: PreparedNeed): Pairing {
    const taxonomy = this.#taxonomy
    const offers = this.#offers
    const weights = weightsFor(taxonomy, need)
    const credits = needScorer(taxonomy, need)
    const major = need.occupation < 0 && need.isco < 0 ? 0 : majorBit(need.isco)
    const majors = this.#majors
    const besides = weights.field + weights.conditions
    const asksNothing = need.skills.length === 0 && major === 0
    return {
      excluded: this.#eligibility.excludedBy(need),
      blocked: (slot) => {
        const offer = offers[slot]
        return offer === undefined || isBlocked(need, offer)
      },
      exact: (slot) => {
        const offer = offers[slot]
        if (!offer) return { skills: 0, field: 0, occupation: 0, conditions: 0 }
        return partsOf(taxonomy, weights, need, offer, credits(offer))
      },
      always: [],
      gather: (eligible, budget) => this.#gather(need, eligible, budget),
      estimate: (slot, skill) => {
        const offer = offers[slot]
        if (!offer) return 0
        let score =
          weights.skill * skill + weights.occupation * occupationScore(taxonomy, need, offer)
        if (weights.field > 0) score += weights.field * fieldScore(need.field, offer.field)
        if (weights.conditions > 0) score += weights.conditions * conditionScore(need, offer)
        return score
      },
      bound: (slot, skill) =>
        weights.skill * skill +
        besides +
        (((majors[slot] ?? 0) & major) !== 0 ? weights.occupation : 0),
      ceiling: (skill) =>
        weights.skill * skill + weights.field + weights.occupation + weights.conditions,
      mayFitWithoutSkill: (slot) =>
        asksNothing || weights.field > 0 || ((majors[slot] ?? 0) & major) !== 0,
      asksNothing: () => asksNothing,
    }
  }

  /**
   * For each wanted skill, the best credit of each profile that holds it or one near it. Visits the
   * postings that bring most until the budget is spent; what is left out is the slack.
   */
  #gather(need: PreparedNeed, eligible: Uint8Array, budget: number): ReturnType<Pairing['gather']> {
    const walks = this.#walks(need)
    let visits = 0
    let cut = 0
    for (; cut < walks.length && visits <= budget; cut++) visits += walks[cut]?.postings.count ?? 0
    const left = new Map<number, number>()
    for (let at = cut; at < walks.length; at++) {
      const walk = walks[at]
      if (walk) left.set(walk.wanted, Math.max(walk.worth, left.get(walk.wanted) ?? 0))
    }
    let slack = 0
    for (const worth of left.values()) slack += worth
    // One wanted skill after the other: only the best credit for each counts.
    const chosen = walks.slice(0, cut).sort((a, b) => a.wanted - b.wanted)

    const capacity = this.#offers.length
    // Small numbers, for these lines of memory are what takes time: the bound allows for rounding.
    const skill = this.#scratch.singles('skill', capacity)
    const best = this.#scratch.singles('best', capacity)
    const round = this.#scratch.words('round', capacity)
    const touched = this.#scratch.integers('touched', capacity)
    let count = 0
    for (const { wanted, worth, postings } of chosen) {
      const { slots, values } = postings
      for (let p = 0; p < postings.count; p++) {
        const slot = slots[p] ?? 0
        if (eligible[slot] !== 1) continue
        const earned = worth * (values[p] ?? 0)
        const seen = round[slot] ?? 0
        if (seen !== wanted + 1) {
          if (seen === 0) touched[count++] = slot
          round[slot] = wanted + 1
          best[slot] = earned
          skill[slot] = (skill[slot] ?? 0) + earned
        } else if (earned > (best[slot] ?? 0)) {
          skill[slot] = (skill[slot] ?? 0) + earned - (best[slot] ?? 0)
          best[slot] = earned
        }
      }
    }
    return { touched: { slots: touched, count }, skill, slack }
  }

  /** The postings that a need may visit, what brings most first. */
  #walks(need: PreparedNeed): Walk[] {
    const scale = 1 / (SKILL_DAMPING + need.totalValue)
    const walks: Walk[] = []
    need.skills.forEach((skill, wanted) => {
      const value = (need.values[wanted] ?? 0) * scale
      const { skills, credits } = this.#taxonomy.near(skill)
      for (let at = 0; at < skills.length; at++) {
        const postings = this.#postings.get(skills[at] ?? 0)
        if (!postings || postings.count === 0) continue
        walks.push({ wanted, worth: value * (credits[at] ?? 0), postings })
      }
    })
    return walks.sort((a, b) => b.worth - a.worth)
  }
}

interface Walk {
  /** Place of the wanted skill in the need. */
  readonly wanted: number
  /** What it brings to SKILL at full evidence. */
  readonly worth: number
  readonly postings: SkillPostings
}
