import type { Taxonomy } from './taxonomy.ts'

/**
 * The place of a set of skills in the latent space of occupations, of length 1: the sum of their
 * vectors, each times w(s) and, for a need, its importance. Null while the taxonomy has no vectors.
 */
export function fieldVectorOf(
  taxonomy: Taxonomy,
  skills: readonly number[],
  importance?: readonly number[],
): Float32Array | null {
  if (taxonomy.fieldDimensions === 0) return null
  const sum = new Float64Array(taxonomy.fieldDimensions)
  skills.forEach((skill, at) => {
    const vector = taxonomy.fieldVector(skill)
    if (!vector) return
    const weight = taxonomy.weight(skill) * (importance?.[at] ?? 1)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0)
  })
  let square = 0
  for (const value of sum) square += value * value
  if (square === 0) return null
  const length = Math.sqrt(square)
  return Float32Array.from(sum, (value) => value / length)
}

/** The cosine of two vectors of length 1, not under 0; 0 when either is missing. */
export function fieldScore(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0
  let product = 0
  for (let i = 0; i < a.length; i++) product += (a[i] ?? 0) * (b[i] ?? 0)
  return Math.min(1, Math.max(0, product))
}
