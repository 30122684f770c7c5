import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import { type Blocker, blockersOf, conditionScore, states } from './conditions.ts'
import { fieldScore } from './field.ts'
import { occupationScore } from './occupation-score.ts'
import { type PreparedNeed, type PreparedOffer, prepareNeed, prepareOffer } from './prepare.ts'
import { creditsByPairs, skillScore } from './skill-score.ts'
import type { Taxonomy } from './taxonomy.ts'

/** Points of each part, from 0 to 1 and already weighted: they sum to the score. */
export interface ScoreParts {
  readonly skills: number
  readonly field: number
  readonly occupation: number
  readonly conditions: number
}

export interface Match {
  /** 0 to 1, for ordering only; 0 when the pair is blocked. */
  readonly score: number
  /** All 0 when the pair is blocked. */
  readonly parts: ScoreParts
  /** Hard conditions that exclude the pair; empty when it may be shown. */
  readonly blockers: readonly Blocker[]
  /** What the score would be without the blockers. */
  readonly unblockedScore: number
}

/** The weight of each part in the score of one need; they sum to 1, or less where a part is absent. */
export interface Weights {
  readonly skill: number
  readonly field: number
  readonly occupation: number
  readonly conditions: number
}

const CONDITIONS_WEIGHT = 0.25
/**
 * A need that names an occupation and no skill is worth no more than a plain true match, which has
 * about this FIT: otherwise a one-line advert would stand above all careful ones, or under them.
 */
const OCCUPATION_ONLY_WEIGHT = 0.3

const NO_PARTS: ScoreParts = { skills: 0, field: 0, occupation: 0, conditions: 0 }

export function weightsFor(taxonomy: Taxonomy, need: PreparedNeed): Weights {
  const conditions = statesAny(need) ? CONDITIONS_WEIGHT : 0
  const fit = 1 - conditions
  if (need.skills.length === 0) {
    return { skill: 0, field: 0, occupation: OCCUPATION_ONLY_WEIGHT * fit, conditions }
  }
  return taxonomy.fieldDimensions > 0
    ? { skill: 0.78 * fit, field: 0.1 * fit, occupation: 0.12 * fit, conditions }
    : { skill: 0.88 * fit, field: 0, occupation: 0.12 * fit, conditions }
}

function statesAny(need: PreparedNeed): boolean {
  return (
    states(need, 'language') ||
    states(need, 'experience') ||
    states(need, 'education') ||
    states(need, 'distance') ||
    states(need, 'start') ||
    states(need, 'pay')
  )
}

/** The weighted parts of a pair, blockers aside, given the best credit of each wanted skill. */
export function partsOf(
  taxonomy: Taxonomy,
  weights: Weights,
  need: PreparedNeed,
  offer: PreparedOffer,
  credits: ArrayLike<number>,
): ScoreParts {
  return {
    skills: weights.skill * skillScore(need, credits),
    field: weights.field === 0 ? 0 : weights.field * fieldScore(need.field, offer.field),
    occupation: weights.occupation * occupationScore(taxonomy, need, offer),
    conditions: weights.conditions === 0 ? 0 : weights.conditions * conditionScore(need, offer),
  }
}

/** The one order of addition, so that every plan gets the same last bit. */
export function sumOf(parts: ScoreParts): number {
  return parts.skills + parts.field + parts.occupation + parts.conditions
}

/**
 * The score of what a person brings for what an opportunity asks, by the formula of this folder's
 * README. Pure: the same arguments give the same numbers in any engine.
 */
export function scoreMatch(taxonomy: Taxonomy, need: Need, offer: Offer): Match {
  return scorePrepared(taxonomy, prepareNeed(taxonomy, need), prepareOffer(taxonomy, offer))
}

/** @param credits the best credit of each wanted skill, where it is known already */
export function scorePrepared(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  offer: PreparedOffer,
  credits: ArrayLike<number> = creditsByPairs(taxonomy, need, offer),
): Match {
  const parts = partsOf(taxonomy, weightsFor(taxonomy, need), need, offer, credits)
  const blockers = blockersOf(need, offer)
  return blockers.length > 0
    ? { score: 0, parts: NO_PARTS, blockers, unblockedScore: sumOf(parts) }
    : unblocked(parts)
}

/** The match of a pair that nothing blocks. */
export function unblocked(parts: ScoreParts): Match {
  const score = sumOf(parts)
  return { score, parts, blockers: [], unblockedScore: score }
}
