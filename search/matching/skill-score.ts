import { earnedIn } from './credit.ts'
import type { PreparedNeed, PreparedOffer } from './prepare.ts'
import type { Taxonomy } from './taxonomy.ts'

/**
 * An advert that names less than this counts as if it had named so much: about the u w(s) of four
 * essential skills. It keeps two skills from beating honest long adverts; those have no need of it.
 */
const LEAST_WHOLE = 40

/** What SKILL is a share of, given the sum of u w(s) of all that an opportunity wants. */
export function skillWhole(totalValue: number): number {
  return Math.max(LEAST_WHOLE, totalValue)
}

/** SKILL, from the best credit of each wanted skill (parallel to `need.skills`). */
export function skillScore(need: PreparedNeed, credits: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < need.skills.length; at++) {
    sum += (need.values[at] ?? 0) * (credits[at] ?? 0)
  }
  return sum / skillWhole(need.totalValue)
}

/** The best credit of each wanted skill, evidence included: one look at every pair. */
export function creditsByPairs(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  offer: PreparedOffer,
): Float64Array {
  return Float64Array.from(need.skills, (wanted) => {
    const near = taxonomy.near(wanted)
    let best = 0
    for (let at = 0; at < offer.skills.length; at++) {
      const credit = earnedIn(near, offer.skills[at] ?? -1) * (offer.factors[at] ?? 0)
      if (credit > best) best = credit
    }
    return best
  })
}

/** Computes credits of one need for many offers, in the time of a look-up for each of their skills. */
export function needScorer(
  taxonomy: Taxonomy,
  need: PreparedNeed,
): (offer: PreparedOffer) => Float64Array {
  const earning = new Map<number, number[]>()
  need.skills.forEach((wanted, index) => {
    const { skills, credits } = taxonomy.near(wanted)
    skills.forEach((skill, at) => {
      const pairs = earning.get(skill)
      if (pairs) pairs.push(index, credits[at] ?? 0)
      else earning.set(skill, [index, credits[at] ?? 0])
    })
  })
  const best = new Float64Array(need.skills.length)
  return (offer) => {
    best.fill(0)
    for (let at = 0; at < offer.skills.length; at++) {
      const pairs = earning.get(offer.skills[at] ?? -1)
      if (!pairs) continue
      const factor = offer.factors[at] ?? 0
      for (let pair = 0; pair < pairs.length; pair += 2) {
        const index = pairs[pair] ?? 0
        const credit = (pairs[pair + 1] ?? 0) * factor
        if (credit > (best[index] ?? 0)) best[index] = credit
      }
    }
    return best
  }
}

/** The best credit an offer earns for each skill anybody may want. */
export function earnedBy(taxonomy: Taxonomy, offer: PreparedOffer): Map<number, number> {
  const earned = new Map<number, number>()
  offer.skills.forEach((has, index) => {
    const factor = offer.factors[index] ?? 0
    const { skills, credits } = taxonomy.wantedNear(has)
    skills.forEach((wanted, at) => {
      const credit = (credits[at] ?? 0) * factor
      if (credit > (earned.get(wanted) ?? 0)) earned.set(wanted, credit)
    })
  })
  return earned
}

/** Computes credits of one offer for many needs. */
export function offerScorer(
  earned: ReadonlyMap<number, number>,
): (need: PreparedNeed) => Float64Array {
  let best = new Float64Array(64)
  return (need) => {
    if (best.length < need.skills.length) best = new Float64Array(need.skills.length * 2)
    for (let at = 0; at < need.skills.length; at++) {
      best[at] = earned.get(need.skills[at] ?? -1) ?? 0
    }
    return best
  }
}
