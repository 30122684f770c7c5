import type { Taxonomy } from './taxonomy.ts'

/**
 * The place of a set of skills in the latent space of occupations: a direction in whole numbers
 * from -127 to 127. Whole numbers add up to the same sum in any order, so that packed columns,
 * snapshots and the formula agree to the last bit, in a quarter of the memory.
 */
export interface FieldVector {
  readonly values: Int8Array
  /** Euclidean norm of `values`. */
  readonly length: number
}

/** Such a vector, and what its numbers are multiplied by to give back those it was made from. */
export interface Quantised extends FieldVector {
  readonly scale: number
}

const GREATEST = 127

let scratch = new Float64Array(0)

/**
 * The sum of the skills' latent vectors, each times w(s) and, for a need, its importance, scaled so
 * that its greatest value is 127. Null while the taxonomy has no vectors, or none for these skills.
 */
export function fieldVectorOf(
  taxonomy: Taxonomy,
  skills: readonly number[],
  importance?: readonly number[],
): FieldVector | null {
  const dimensions = taxonomy.fieldDimensions
  if (dimensions === 0) return null
  if (scratch.length !== dimensions) scratch = new Float64Array(dimensions)
  const sum = scratch.fill(0)
  for (let at = 0; at < skills.length; at++) {
    const skill = skills[at] ?? -1
    const vector = taxonomy.fieldVector(skill)
    if (!vector) continue
    addTimes(sum, vector, taxonomy.weight(skill) * (importance?.[at] ?? 1))
  }
  return quantised(sum)
}

function addTimes(sum: Float64Array, vector: Float32Array, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0)
}

/** A vector in whole numbers; null when all of it is 0. */
export function quantised(vector: Float64Array | Float32Array): Quantised | null {
  let greatest = 0
  for (let i = 0; i < vector.length; i++) greatest = Math.max(greatest, Math.abs(vector[i] ?? 0))
  if (!(greatest > 0)) return null
  const values = new Int8Array(vector.length)
  let square = 0
  for (let i = 0; i < vector.length; i++) {
    const value = Math.round(((vector[i] ?? 0) / greatest) * GREATEST)
    values[i] = value
    square += value * value
  }
  return { values, length: Math.sqrt(square), scale: greatest / GREATEST }
}

/** FIELD: the cosine of two such vectors, not under 0; 0 when either is missing. */
export function fieldScore(a: FieldVector | null, b: FieldVector | null): number {
  if (!a || !b) return 0
  const left = a.values
  const right = b.values
  let product = 0
  for (let i = 0; i < left.length; i++) product += (left[i] ?? 0) * (right[i] ?? 0)
  return fieldCosine(product, a.length, b.length)
}

/** FIELD from the whole-number product of two vectors and their lengths: the one place that divides. */
export function fieldCosine(product: number, a: number, b: number): number {
  return product <= 0 ? 0 : Math.min(1, product / (a * b))
}
