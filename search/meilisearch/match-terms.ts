import { LEAST_CREDIT, NEAR_PARENT_OR_CHILD, NEAR_SIBLING } from '../matching/credit.ts'
import type { Weights } from '../matching/match.ts'
import {
  DIGIT_SHARES,
  INFERRED_FACTOR,
  SAME_OCCUPATION_SHARE,
} from '../matching/occupation-score.ts'
import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'
import { skillWhole } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'

/**
 * Concepts and what each weighs: skills, parents of skills, ISCO-08 digits, occupations. The sum over
 * common terms of the products of an offer's and a need's weights is near SKILL and OCC.
 */
export type Terms = Map<string, number>

/** About the greatest w(s) of ESCO. */
const GREATEST_WEIGHT = 8
/** Projected vectors are noisier the longer they are: of OCC, the offer takes half of the product. */
const OCCUPATION_SHARE = 0.5

/**
 * What of a concept's weight the offer takes; the need takes the rest. Both then grow like the root of
 * what the concept can earn, which is where the noise of a projection is least.
 */
function skillShare(taxonomy: Taxonomy, skill: number): number {
  return Math.sqrt(taxonomy.weight(skill) / GREATEST_WEIGHT)
}

function parentShare(taxonomy: Taxonomy, parent: number): number {
  return Math.sqrt((NEAR_SIBLING * taxonomy.informativeness(parent)) / GREATEST_WEIGHT)
}

/** What an offer brings: the greatest weight of each term. */
export function offerTerms(taxonomy: Taxonomy, offer: PreparedOffer): Terms {
  const terms: Terms = new Map()
  const most = (name: string, weight: number) => {
    terms.set(name, Math.max(weight, terms.get(name) ?? 0))
  }
  offer.skills.forEach((skill, at) => {
    const factor = offer.factors[at] ?? 0
    most(`skill ${taxonomy.skillUri(skill)}`, factor * skillShare(taxonomy, skill))
    for (const parent of taxonomy.parents(skill)) {
      most(`under ${taxonomy.skillUri(parent)}`, factor * parentShare(taxonomy, parent))
    }
  })
  const works = (occupation: number, isco: number, weight: number) => {
    const share = weight * OCCUPATION_SHARE
    if (occupation >= 0) most(`occupation ${taxonomy.occupationUri(occupation)}`, share)
    for (const digits of iscoDigits(isco)) most(`isco ${digits}`, share)
  }
  offer.declared.forEach((occupation, at) => {
    works(occupation, offer.declaredIsco[at] ?? -1, 1)
  })
  const { occupations, probabilities } = offer.inferred
  occupations.forEach((occupation, at) => {
    works(occupation, taxonomy.isco(occupation), INFERRED_FACTOR * (probabilities[at] ?? 0))
  })
  return terms
}

/** What a need gives for each term. */
export function needTerms(taxonomy: Taxonomy, need: PreparedNeed, weights: Weights): Terms {
  const terms: Terms = new Map()
  const add = (name: string, weight: number) => {
    if (weight > 0) terms.set(name, weight + (terms.get(name) ?? 0))
  }
  const addSkill = (skill: number, weight: number) =>
    add(`skill ${taxonomy.skillUri(skill)}`, weight / skillShare(taxonomy, skill))
  const addParent = (parent: number, weight: number) =>
    add(`under ${taxonomy.skillUri(parent)}`, weight / parentShare(taxonomy, parent))
  const scale = weights.skill / skillWhole(need.totalValue)
  need.skills.forEach((skill, at) => {
    const value = (need.values[at] ?? 0) * scale
    const share = (concept: number) =>
      Math.min(1, taxonomy.informativeness(concept) / taxonomy.weight(skill))
    const credit = (amount: number) => (amount < LEAST_CREDIT ? 0 : amount)
    let besides = 0
    for (const parent of taxonomy.parents(skill)) {
      const sibling = credit(NEAR_SIBLING * share(parent))
      addSkill(parent, value * credit(NEAR_PARENT_OR_CHILD * share(parent)))
      addParent(parent, value * sibling)
      besides += sibling
    }
    if (taxonomy.children(skill).length > 0) {
      addParent(skill, value * credit(NEAR_PARENT_OR_CHILD * share(skill)))
    }
    // Who holds the skill is under its parents as well.
    addSkill(skill, value * Math.max(0, 1 - besides))
  })
  iscoDigits(need.isco).forEach((digits, at) => {
    add(`isco ${digits}`, (weights.occupation * (DIGIT_SHARES[at] ?? 0)) / OCCUPATION_SHARE)
  })
  if (need.occupation >= 0) {
    const name = `occupation ${taxonomy.occupationUri(need.occupation)}`
    add(name, (weights.occupation * SAME_OCCUPATION_SHARE) / OCCUPATION_SHARE)
  }
  return terms
}

/** `7212` gives `7`, `72`, `721`, `7212`; nothing for no code. */
function iscoDigits(isco: number): string[] {
  if (isco < 0) return []
  const code = String(isco).padStart(4, '0')
  return Array.from(code, (_, at) => code.slice(0, at + 1))
}
