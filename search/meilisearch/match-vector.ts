import { LEAST_CREDIT, NEAR_PARENT_OR_CHILD, NEAR_SIBLING } from '../matching/credit.ts'
import { type Weights, weightsFor } from '../matching/match.ts'
import {
  DIGIT_SHARES,
  INFERRED_FACTOR,
  SAME_OCCUPATION_SHARE,
} from '../matching/occupation-score.ts'
import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'
import { SKILL_DAMPING } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { DIMENSIONS } from './settings.ts'

/** One dimension is kept to make all stored vectors equally long. */
const PROJECTED = DIMENSIONS - 1
/**
 * The length of stored vectors: about that of twelve skills with an occupation. Longer ones are
 * shortened to it. More room would make all vectors alike, and the server's graph of neighbours then
 * loses some of the nearest.
 */
const OFFER_LENGTH = 5
const NEED_LENGTH = 0.22

/** Concepts and what each weighs: skills, parents of skills, ISCO-08 digits, occupations. */
type Terms = Map<string, number>

/**
 * Turns offers and needs into vectors whose inner product is near the SKILL and OCC parts of their
 * score: each concept is a vector of random signs that its name determines, so that different ones
 * are nearly at right angles. What is stored is filled up to one length, since the server compares
 * angles. A vector holds skills and occupations only, nothing that tells who somebody is.
 */
export class MatchVectors {
  readonly #taxonomy: Taxonomy
  readonly #signs = new Map<string, Int8Array>()

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
  }

  /** What is stored of a profile. */
  storedOffer(offer: PreparedOffer): number[] {
    return filled(this.#project(offerTerms(this.#taxonomy, offer)), OFFER_LENGTH)
  }

  /** What is stored of an opportunity. */
  storedNeed(need: PreparedNeed): number[] {
    return filled(this.#project(needTerms(this.#taxonomy, need)), NEED_LENGTH)
  }

  /** What an offer looks for among stored needs. */
  soughtByOffer(offer: PreparedOffer): number[] {
    return asked(this.#project(offerTerms(this.#taxonomy, offer)))
  }

  /** What a need looks for among stored offers. */
  soughtByNeed(need: PreparedNeed): number[] {
    return asked(this.#project(needTerms(this.#taxonomy, need)))
  }

  #project(terms: Terms): Float64Array {
    const vector = new Float64Array(PROJECTED)
    const scale = 1 / Math.sqrt(PROJECTED)
    for (const [name, weight] of terms) {
      const signs = this.#signsOf(name)
      for (let at = 0; at < PROJECTED; at++) {
        vector[at] = (vector[at] ?? 0) + weight * scale * (signs[at] ?? 0)
      }
    }
    return vector
  }

  #signsOf(name: string): Int8Array {
    let signs = this.#signs.get(name)
    if (!signs) {
      signs = randomSigns(name)
      this.#signs.set(name, signs)
    }
    return signs
  }
}

function offerTerms(taxonomy: Taxonomy, offer: PreparedOffer): Terms {
  const terms: Terms = new Map()
  const most = (name: string, weight: number) => {
    terms.set(name, Math.max(weight, terms.get(name) ?? 0))
  }
  offer.skills.forEach((skill, at) => {
    const factor = offer.factors[at] ?? 0
    most(`skill ${taxonomy.skillUri(skill)}`, factor)
    for (const parent of taxonomy.parents(skill)) most(`under ${taxonomy.skillUri(parent)}`, factor)
  })
  const works = (occupation: number, isco: number, weight: number) => {
    if (occupation >= 0) most(`occupation ${taxonomy.occupationUri(occupation)}`, weight)
    for (const digits of iscoDigits(isco)) most(`isco ${digits}`, weight)
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

function needTerms(taxonomy: Taxonomy, need: PreparedNeed): Terms {
  const terms: Terms = new Map()
  const add = (name: string, weight: number) => {
    if (weight > 0) terms.set(name, weight + (terms.get(name) ?? 0))
  }
  const weights: Weights = weightsFor(taxonomy, need)
  const scale = weights.skill / (SKILL_DAMPING + need.totalValue)
  need.skills.forEach((skill, at) => {
    const value = (need.values[at] ?? 0) * scale
    const uri = taxonomy.skillUri(skill)
    const share = (concept: number) =>
      Math.min(1, taxonomy.informativeness(concept) / taxonomy.weight(skill))
    const credit = (amount: number) => (amount < LEAST_CREDIT ? 0 : amount)
    let besides = 0
    for (const parent of taxonomy.parents(skill)) {
      const parentUri = taxonomy.skillUri(parent)
      const sibling = credit(NEAR_SIBLING * share(parent))
      add(`skill ${parentUri}`, value * credit(NEAR_PARENT_OR_CHILD * share(parent)))
      add(`under ${parentUri}`, value * sibling)
      besides += sibling
    }
    if (taxonomy.children(skill).length > 0) {
      add(`under ${uri}`, value * credit(NEAR_PARENT_OR_CHILD * share(skill)))
    }
    // Who holds the skill is under its parents as well.
    add(`skill ${uri}`, value * Math.max(0, 1 - besides))
  })
  iscoDigits(need.isco).forEach((digits, at) => {
    add(`isco ${digits}`, weights.occupation * (DIGIT_SHARES[at] ?? 0))
  })
  if (need.occupation >= 0) {
    const name = `occupation ${taxonomy.occupationUri(need.occupation)}`
    add(name, weights.occupation * SAME_OCCUPATION_SHARE)
  }
  return terms
}

/** `7212` gives `7`, `72`, `721`, `7212`; nothing for no code. */
function iscoDigits(isco: number): string[] {
  if (isco < 0) return []
  const code = String(isco).padStart(4, '0')
  return Array.from(code, (_, at) => code.slice(0, at + 1))
}

/** Fills a vector up to a length, so that a smaller angle is a greater inner product. */
function filled(vector: Float64Array, length: number): number[] {
  const square = vector.reduce((sum, value) => sum + value * value, 0)
  const shrink = Math.min(1, length / Math.sqrt(square || 1))
  const rest = Math.sqrt(Math.max(0, length * length - square * shrink * shrink))
  return [...Array.from(vector, (value) => rounded(value * shrink)), rounded(rest)]
}

/** A direction to look in; for who asks nothing in particular, any. */
function asked(vector: Float64Array): number[] {
  const nothing = vector.every((value) => value === 0)
  return [...Array.from(vector, rounded), nothing ? 1 : 0]
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Signs that a name determines: an FNV-1a hash seeds a xorshift generator. */
function randomSigns(name: string): Int8Array {
  let state = 0x811c9dc5
  for (let at = 0; at < name.length; at++) {
    state = Math.imul(state ^ name.charCodeAt(at), 0x01000193)
  }
  // Names that differ in their last letter only must not have like beginnings.
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b)
  state = (state ^ (state >>> 15)) | 1
  const signs = new Int8Array(PROJECTED)
  for (let at = 0; at < PROJECTED; at++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    signs[at] = state < 0 ? -1 : 1
  }
  return signs
}
