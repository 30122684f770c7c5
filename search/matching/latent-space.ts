import { eigenOfSymmetric } from './symmetric-eigen.ts'
import type { Taxonomy } from './taxonomy.ts'

/** Where skills stand in the latent space of occupations. */
export interface LatentSpace {
  readonly dimensions: number
  /** Numbers of the skills that occupations list, rising. */
  readonly skills: Int32Array
  /** One row of `dimensions` values a skill, parallel to `skills`. */
  readonly vectors: Float32Array
  /** Singular values, greatest first, one a dimension. */
  readonly strengths: Float64Array
}

export const FIELD_DIMENSIONS = 256
/** Directions followed beside those kept: the last ones kept settle sooner for it. */
const SPARE = 40
const ROUNDS = 6
/** What is smaller, against the greatest, is rounding and not rank. */
const LEAST = 1e-9
const SEED = 0x9e3779b9

/**
 * The truncated singular value decomposition of the occupations' vectors (`taxonomy.vector`: rows
 * of length 1, essential skills w, useful ones half), by block subspace iteration from a seeded
 * start: the same taxonomy gives the same space. A skill's vector is its row of V, so that the sum
 * of an occupation's weighted skills is the occupation's own place. About 10 s for the whole of ESCO.
 */
export function buildLatentSpace(taxonomy: Taxonomy, most: number = FIELD_DIMENSIONS): LatentSpace {
  const matrix = rowsOf(taxonomy)
  const wanted = Math.min(most + SPARE, matrix.height)
  let basis = wanted < matrix.height ? seededColumns(wanted, matrix.height) : axes(matrix.height)
  // As many directions as rows span everything already: there is nothing to converge to.
  const rounds = wanted < matrix.height ? ROUNDS : 0
  for (let round = 0; round < rounds; round++) {
    basis = orthonormal(basis.map((column) => toOccupations(matrix, toSkills(matrix, column))))
  }
  const images = basis.map((column) => toSkills(matrix, column))
  const products = images.map((image) => toOccupations(matrix, image))
  const square = new Float64Array(basis.length * basis.length)
  basis.forEach((column, i) => {
    products.forEach((product, j) => {
      square[i * basis.length + j] = dot(column, product)
    })
  })
  const { values, vectors: mixing } = eigenOfSymmetric(square, basis.length)
  const greatest = values[0] ?? 0
  const kept = values.filter((value) => value > greatest * LEAST)
  const dimensions = greatest > 0 ? Math.min(most, kept.length) : 0
  const vectors = new Float32Array(matrix.skills.length * dimensions)
  const strengths = new Float64Array(dimensions)
  const row = new Float64Array(matrix.skills.length)
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const strength = Math.sqrt(values[dimension] ?? 0)
    strengths[dimension] = strength
    row.fill(0)
    images.forEach((image, j) => {
      const share = (mixing[j * basis.length + dimension] ?? 0) / strength
      for (let skill = 0; skill < row.length; skill++) {
        row[skill] = (row[skill] ?? 0) + share * (image[skill] ?? 0)
      }
    })
    for (let skill = 0; skill < row.length; skill++) {
      vectors[skill * dimensions + dimension] = row[skill] ?? 0
    }
  }
  return { dimensions, skills: matrix.skills, vectors, strengths }
}

/** A sparse matrix by rows: row r has `weights[i]` at `columns[i]` for i from `starts[r]`. */
interface SparseRows {
  readonly height: number
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly weights: Float64Array
  /** The skill of each column. */
  readonly skills: Int32Array
}

function rowsOf(taxonomy: Taxonomy): SparseRows {
  const height = taxonomy.occupationCount
  const listed = new Set<number>()
  const starts = new Int32Array(height + 1)
  for (let occupation = 0; occupation < height; occupation++) {
    const { skills } = taxonomy.vector(occupation)
    for (const skill of skills) listed.add(skill)
    starts[occupation + 1] = (starts[occupation] ?? 0) + skills.length
  }
  const skills = Int32Array.from(listed).sort()
  const columnOf = new Map(Array.from(skills, (skill, column) => [skill, column]))
  const columns = new Int32Array(starts[height] ?? 0)
  const weights = new Float64Array(columns.length)
  for (let occupation = 0; occupation < height; occupation++) {
    const start = starts[occupation] ?? 0
    const vector = taxonomy.vector(occupation)
    vector.skills.forEach((skill, at) => {
      columns[start + at] = columnOf.get(skill) ?? 0
      weights[start + at] = vector.weights[at] ?? 0
    })
  }
  return { height, starts, columns, weights, skills }
}

/** The transposed matrix times a column: from occupations to skills. */
function toSkills(matrix: SparseRows, column: Float64Array): Float64Array {
  const { height, starts, columns, weights } = matrix
  const result = new Float64Array(matrix.skills.length)
  for (let row = 0; row < height; row++) {
    const value = column[row] ?? 0
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++) {
      const skill = columns[at] ?? 0
      result[skill] = (result[skill] ?? 0) + value * (weights[at] ?? 0)
    }
  }
  return result
}

/** The matrix times a column: from skills back to occupations. */
function toOccupations(matrix: SparseRows, column: Float64Array): Float64Array {
  const { height, starts, columns, weights } = matrix
  const result = new Float64Array(fours(height))
  for (let row = 0; row < height; row++) {
    let sum = 0
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++) {
      sum += (column[columns[at] ?? 0] ?? 0) * (weights[at] ?? 0)
    }
    result[row] = sum
  }
  return result
}

/**
 * Gram-Schmidt, again over a column that it shortened much, so that rounding leaves nothing;
 * dependent columns drop out.
 */
function orthonormal(columns: Float64Array[]): Float64Array[] {
  const kept: Float64Array[] = []
  for (const column of columns) {
    const whole = Math.sqrt(dot(column, column))
    let length = whole
    for (let before = Infinity; length < before / 2 && length > whole * LEAST; ) {
      for (const other of kept) subtract(column, other, dot(column, other))
      before = length
      length = Math.sqrt(dot(column, column))
    }
    if (!(length > whole * LEAST)) continue
    for (let at = 0; at < column.length; at++) column[at] = (column[at] ?? 0) / length
    kept.push(column)
  }
  return kept
}

/** Four sums side by side: one alone would wait for each addition. Columns are of a multiple of 4. */
function dot(a: Float64Array, b: Float64Array): number {
  let [w, x, y, z] = [0, 0, 0, 0]
  for (let at = 0; at < a.length; at += 4) {
    w += (a[at] as number) * (b[at] as number)
    x += (a[at + 1] as number) * (b[at + 1] as number)
    y += (a[at + 2] as number) * (b[at + 2] as number)
    z += (a[at + 3] as number) * (b[at + 3] as number)
  }
  return w + x + y + z
}

function subtract(column: Float64Array, other: Float64Array, times: number): void {
  for (let at = 0; at < column.length; at += 4) {
    column[at] = (column[at] as number) - times * (other[at] as number)
    column[at + 1] = (column[at + 1] as number) - times * (other[at + 1] as number)
    column[at + 2] = (column[at + 2] as number) - times * (other[at + 2] as number)
    column[at + 3] = (column[at + 3] as number) - times * (other[at + 3] as number)
  }
}

/** Columns of numbers from -1 to 1 that the seed determines (xorshift). */
function seededColumns(count: number, height: number): Float64Array[] {
  let state = SEED
  return Array.from({ length: count }, () => {
    const column = new Float64Array(fours(height))
    for (let row = 0; row < height; row++) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      column[row] = state / 2 ** 31
    }
    return column
  })
}

function axes(height: number): Float64Array[] {
  return Array.from({ length: height }, (_, row) => {
    const column = new Float64Array(fours(height))
    column[row] = 1
    return column
  })
}

/** A length rounded up to a multiple of 4; what is added stays 0. */
function fours(length: number): number {
  return (length + 3) & ~3
}
