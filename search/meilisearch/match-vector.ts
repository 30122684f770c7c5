import { type Weights, weightsFor } from '../matching/match.ts'
import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { CONDITION_DIMENSIONS, needConditions, offerConditions } from './condition-vector.ts'
import { needTerms, offerTerms, type Terms } from './match-terms.ts'
import { DIMENSIONS } from './settings.ts'

/**
 * Dimensions that make all stored vectors equally long, so that a smaller angle is a greater inner
 * product; what is looked for is 0 there. Each document is filled up in a direction of its own: in
 * one common direction short profiles are everybody's neighbours, long ones nobody's, and the
 * server's graph of neighbours leads to four fifths of the documents only.
 */
const FILLING = 16
/** Latent vectors go in as they are; of longer ones only so many dimensions. */
const MOST_FIELD = 256
/** Each concept is a sum of so many dimensions, added or taken away. */
const SIGNS = 8
/** The length of stored vectors: longer ones (one in twenty) are shortened to it. */
const OFFER_LENGTH = 6.5
const NEED_LENGTH = 0.4
/**
 * Conditions count less in what is stored, and as much more in what is looked for: neighbours in the
 * graph are alike in skills first.
 */
const STORED_OFFER_CONDITIONS = 0.3
const STORED_NEED_CONDITIONS = 0.5
/** Values are stored as whole parts of this share of the length. */
const GRAIN = 1e-5

/**
 * Turns offers and needs into vectors whose inner product is near the score, distance aside. FIELD
 * and the conditions have dimensions of their own. Concepts are far more than dimensions: each is a
 * few random dimensions that its name determines, and different ones rarely meet. A vector holds
 * nothing that tells who or where somebody is.
 */
export class MatchVectors {
  readonly #taxonomy: Taxonomy
  readonly #field: number
  readonly #projected: number
  readonly #signs = new Map<string, Int16Array>()

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
    this.#field = Math.min(MOST_FIELD, taxonomy.fieldDimensions)
    this.#projected = DIMENSIONS - FILLING - CONDITION_DIMENSIONS - this.#field
  }

  /** What is stored of a profile. */
  storedOffer(offer: PreparedOffer, id: string): number[] {
    return filled(this.#ofOffer(offer, STORED_OFFER_CONDITIONS), OFFER_LENGTH, id)
  }

  /** What is stored of an opportunity. */
  storedNeed(need: PreparedNeed, id: string): number[] {
    return filled(this.#ofNeed(need, STORED_NEED_CONDITIONS), NEED_LENGTH, id)
  }

  /** What an offer looks for among stored needs. */
  soughtByOffer(offer: PreparedOffer): number[] {
    return asked(this.#ofOffer(offer, 1 / STORED_NEED_CONDITIONS))
  }

  /** What a need looks for among stored offers. */
  soughtByNeed(need: PreparedNeed): number[] {
    return asked(this.#ofNeed(need, 1 / STORED_OFFER_CONDITIONS))
  }

  #ofOffer(offer: PreparedOffer, conditions: number): Float64Array {
    const vector = this.#project(offerTerms(this.#taxonomy, offer))
    this.#add(vector, offerConditions(this.#taxonomy, offer), conditions)
    this.#addField(vector, offer.field, 1)
    return vector
  }

  #ofNeed(need: PreparedNeed, conditions: number): Float64Array {
    const weights: Weights = weightsFor(this.#taxonomy, need)
    const vector = this.#project(needTerms(this.#taxonomy, need, weights))
    const points = needConditions(this.#taxonomy, need, weights.conditions)
    this.#add(vector, points, conditions)
    this.#addField(vector, need.field, weights.field)
    return vector
  }

  #project(terms: Terms): Float64Array {
    const vector = new Float64Array(DIMENSIONS)
    const scale = 1 / Math.sqrt(SIGNS)
    for (const [name, weight] of terms) {
      for (const sign of this.#signsOf(name)) {
        const at = Math.abs(sign) - 1
        vector[at] = (vector[at] ?? 0) + (sign < 0 ? -weight : weight) * scale
      }
    }
    return vector
  }

  #add(vector: Float64Array, conditions: Float64Array, scale: number): void {
    conditions.forEach((value, at) => {
      vector[this.#projected + at] = value * scale
    })
  }

  #addField(vector: Float64Array, field: PreparedOffer['field'], weight: number): void {
    if (!field) return
    const from = this.#projected + CONDITION_DIMENSIONS
    for (let at = 0; at < this.#field; at++) {
      vector[from + at] = (weight * (field.values[at] ?? 0)) / field.length
    }
  }

  /** Dimensions counted from 1, those to take away negative. */
  #signsOf(name: string): Int16Array {
    let signs = this.#signs.get(name)
    if (!signs) {
      const next = randomNumbers(name)
      signs = Int16Array.from({ length: SIGNS }, () => {
        const number = next()
        const at = 1 + ((number >>> 1) % this.#projected)
        return number & 1 ? -at : at
      })
      this.#signs.set(name, signs)
    }
    return signs
  }
}

/** Fills a vector up to a length, in a direction that the id determines. */
function filled(vector: Float64Array, length: number, id: string): number[] {
  const square = vector.reduce((sum, value) => sum + value * value, 0)
  const shrink = Math.min(1, length / Math.sqrt(square || 1))
  const rest = Math.sqrt(Math.max(0, length * length - square * shrink * shrink))
  const next = randomNumbers(id)
  // The sum of a few even numbers is nearly normal, hence a direction without preference.
  const direction = Array.from({ length: FILLING }, () => {
    let sum = 0
    for (let draw = 0; draw < 4; draw++) sum += next() / 2 ** 32 - 0.5
    return sum
  })
  const scale = rest / (Math.hypot(...direction) || 1)
  const whole = Array.from(vector, (value) => value * shrink)
  direction.forEach((value, at) => {
    whole[DIMENSIONS - FILLING + at] = value * scale
  })
  return whole.map((value) => rounded(value / length))
}

/** A direction to look in; for who asks nothing in particular, any. */
function asked(vector: Float64Array): number[] {
  const length = Math.hypot(...vector)
  if (length === 0) return Array.from(vector, (_, at) => (at === DIMENSIONS - 1 ? 1 : 0))
  return Array.from(vector, (value) => rounded(value / length))
}

function rounded(value: number): number {
  return Math.round(value / GRAIN) / Math.round(1 / GRAIN)
}

/** 32-bit numbers that a name determines: an FNV-1a hash seeds a xorshift generator. */
function randomNumbers(name: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < name.length; at++) {
    state = Math.imul(state ^ name.charCodeAt(at), 0x01000193)
  }
  // Names that differ in their last letter only must not have like beginnings.
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b)
  state = (state ^ (state >>> 15)) | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
