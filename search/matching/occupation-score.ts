import type { Taxonomy } from './taxonomy.ts'

/**
 * What each agreeing ISCO-08 digit from the left is worth, and the same occupation besides. A major
 * group says next to nothing of the skills; measured: see the decisions in search/README.md.
 */
export const DIGIT_SHARES = [0.05, 0.1, 0.2, 0.35] as const
export const SAME_OCCUPATION_SHARE = 0.3
/** An occupation inferred from skills counts for less than one that a person declares. */
export const INFERRED_FACTOR = 0.8

export const INFERRED_COUNT = 5
/**
 * Cosines of neighbouring occupations differ by hundredths: this spreads them so that probabilities
 * are about as often right as they say (measured; see the evaluation in search/README.md).
 */
const SOFTMAX_TEMPERATURE = 0.02

/** The likeliest occupations of a set of skills, parallel arrays, likeliest first. */
export interface InferredOccupations {
  readonly occupations: readonly number[]
  readonly probabilities: readonly number[]
}

export interface OccupationScore {
  /** 0 to 1. */
  readonly score: number
  readonly source: 'declared' | 'inferred' | null
  /** The occupation that counted; -1 for a declared one the taxonomy does not know, or none. */
  readonly occupation: number
  /** Of a declared occupation, its place in the offer; -1 otherwise. */
  readonly declaredAt: number
  readonly probability: number
  /** ISCO-08 digits that agree, 0 to 4. */
  readonly digits: number
  readonly same: boolean
}

const NO_SCORE: OccupationScore = {
  score: 0,
  source: null,
  occupation: -1,
  declaredAt: -1,
  probability: 0,
  digits: 0,
  same: false,
}

/** Agreeing digits from the left of two ISCO-08 codes given as numbers; 0 when either is -1. */
export function agreeingDigits(a: number, b: number): number {
  if (a < 0 || b < 0) return 0
  if (a === b) return 4
  if (Math.trunc(a / 10) === Math.trunc(b / 10)) return 3
  if (Math.trunc(a / 100) === Math.trunc(b / 100)) return 2
  return Math.trunc(a / 1000) === Math.trunc(b / 1000) ? 1 : 0
}

/** The sums of the first so many. */
const SHARE_OF_DIGITS = [0, 0.05, 0.15, 0.35, 0.7] as const

/** How alike two occupations are, 0 to 1. */
export function occupationLikeness(a: number, aIsco: number, b: number, bIsco: number): number {
  const digits = SHARE_OF_DIGITS[agreeingDigits(aIsco, bIsco)] ?? 0
  return a >= 0 && a === b ? digits + SAME_OCCUPATION_SHARE : digits
}

interface Wanted {
  readonly occupation: number
  readonly isco: number
}

interface Held {
  readonly declared: readonly number[]
  readonly declaredIsco: readonly number[]
  readonly inferred: InferredOccupations
}

/** OCC: the best of what is declared and 0.8 x probability of what the skills suggest. */
export function occupationScore(taxonomy: Taxonomy, wanted: Wanted, held: Held): number {
  if (wanted.occupation < 0 && wanted.isco < 0) return 0
  let best = 0
  for (let at = 0; at < held.declared.length; at++) {
    const likeness = occupationLikeness(
      wanted.occupation,
      wanted.isco,
      held.declared[at] ?? -1,
      held.declaredIsco[at] ?? -1,
    )
    if (likeness > best) best = likeness
  }
  const { occupations, probabilities } = held.inferred
  for (let at = 0; at < occupations.length; at++) {
    const most = INFERRED_FACTOR * (probabilities[at] ?? 0)
    if (most <= best) break
    const occupation = occupations[at] ?? -1
    const score =
      most *
      occupationLikeness(wanted.occupation, wanted.isco, occupation, taxonomy.isco(occupation))
    if (score > best) best = score
  }
  return best
}

/** The same score with the occupation it comes from. */
export function explainOccupation(taxonomy: Taxonomy, wanted: Wanted, held: Held): OccupationScore {
  let best = NO_SCORE
  const offer = (occupation: number, isco: number, declaredAt: number, probability: number) => {
    const likeness = occupationLikeness(wanted.occupation, wanted.isco, occupation, isco)
    const score = declaredAt >= 0 ? likeness : INFERRED_FACTOR * probability * likeness
    if (score <= best.score) return
    best = {
      score,
      source: declaredAt >= 0 ? 'declared' : 'inferred',
      occupation,
      declaredAt,
      probability,
      digits: agreeingDigits(wanted.isco, isco),
      same: occupation >= 0 && occupation === wanted.occupation,
    }
  }
  if (wanted.occupation < 0 && wanted.isco < 0) return best
  held.declared.forEach((occupation, at) => {
    offer(occupation, held.declaredIsco[at] ?? -1, at, 1)
  })
  held.inferred.occupations.forEach((occupation, at) => {
    offer(occupation, taxonomy.isco(occupation), -1, held.inferred.probabilities[at] ?? 0)
  })
  return best
}

let products = new Float64Array(0)
let touched = new Int32Array(0)

/**
 * The five occupations whose vectors are nearest to these skills, with probabilities that sum to 1
 * (softmax of the cosines). Nothing for skills that no occupation lists.
 */
export function inferOccupations(
  taxonomy: Taxonomy,
  skills: readonly number[],
): InferredOccupations {
  if (products.length < taxonomy.occupationCount) {
    products = new Float64Array(taxonomy.occupationCount)
    touched = new Int32Array(taxonomy.occupationCount)
  }
  const { starts, occupations, weights } = taxonomy.listings
  let count = 0
  let square = 0
  for (let held = 0; held < skills.length; held++) {
    const skill = skills[held] ?? -1
    const weight = taxonomy.weight(skill)
    square += weight * weight
    const end = starts[skill + 1] ?? 0
    for (let at = starts[skill] ?? 0; at < end; at++) {
      const occupation = occupations[at] ?? 0
      const before = products[occupation] ?? 0
      if (before === 0) touched[count++] = occupation
      products[occupation] = before + weight * (weights[at] ?? 0)
    }
  }
  const best: number[] = []
  const bestProducts: number[] = []
  for (let at = 0; at < count; at++) {
    const occupation = touched[at] ?? 0
    const product = products[occupation] ?? 0
    products[occupation] = 0
    let place = best.length
    while (place > 0 && precedes(product, occupation, bestProducts, best, place - 1)) place--
    if (place === INFERRED_COUNT) continue
    for (let last = Math.min(best.length, INFERRED_COUNT - 1); last > place; last--) {
      best[last] = best[last - 1] ?? 0
      bestProducts[last] = bestProducts[last - 1] ?? 0
    }
    best[place] = occupation
    bestProducts[place] = product
  }
  const length = Math.sqrt(square) || 1
  const top = bestProducts[0] ?? 0
  const powers = bestProducts.map((product) =>
    Math.exp((product - top) / length / SOFTMAX_TEMPERATURE),
  )
  const sum = powers.reduce((total, power) => total + power, 0)
  return { occupations: best, probabilities: powers.map((power) => power / sum) }
}

function precedes(
  product: number,
  occupation: number,
  products: readonly number[],
  occupations: readonly number[],
  at: number,
): boolean {
  const other = products[at] ?? 0
  return product !== other ? product > other : occupation < (occupations[at] ?? 0)
}
