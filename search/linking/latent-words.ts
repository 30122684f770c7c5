import { cosineBags } from './word-bags.ts'

/** Where words and concepts stand in a space of few dimensions, found from which words concepts share. */
export interface LatentWords {
  readonly dimensions: number
  /** A row of values a word; a word that fewer than two concepts have is at 0. */
  readonly words: Float32Array
  /** A row of values a concept, of length 1. */
  readonly concepts: Float32Array
}

const spare = 12
const rounds = 3

/** A truncated singular value decomposition of the TF-IDF matrix, by subspace iteration from a seeded start. */
export function latentWords(
  bags: readonly ReadonlyMap<number, number>[],
  words: number,
  most: number,
): LatentWords {
  const { bags: vectors, rarity } = cosineBags(bags, words)
  const holders = new Int32Array(words)
  for (const bag of bags) for (const word of bag.keys()) holders[word] = (holders[word] ?? 0) + 1
  const starts = new Int32Array(bags.length + 1)
  const columns: number[] = []
  const values: number[] = []
  vectors.forEach((vector, row) => {
    for (const [word, value] of vector) {
      if ((holders[word] ?? 0) < 2) continue
      columns.push(word)
      values.push(value)
    }
    starts[row + 1] = columns.length
  })
  const matrix = { starts, columns: Int32Array.from(columns), values: Float32Array.from(values) }
  const width = Math.min(most + spare, bags.length)
  let basis = orthonormal(times(matrix, seeded(words * width), width), width)
  for (let round = 0; round < rounds; round++) {
    basis = orthonormal(times(matrix, transposed(matrix, basis, width, words), width), width)
  }
  const directions = orthonormal(transposed(matrix, basis, width, words), width)
  const concepts = times(matrix, directions, width)
  for (let row = 0; row < bags.length; row++) {
    const part = concepts.subarray(row * width, (row + 1) * width)
    const length = Math.hypot(...part)
    if (length > 0) for (let at = 0; at < width; at++) part[at] = (part[at] ?? 0) / length
  }
  for (let word = 0; word < words; word++) {
    const weight = (holders[word] ?? 0) < 2 ? 0 : (rarity[word] ?? 0)
    for (let at = word * width; at < (word + 1) * width; at++) {
      directions[at] = (directions[at] ?? 0) * weight
    }
  }
  return { dimensions: width, words: directions, concepts }
}

interface Matrix {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
}

function times({ starts, columns, values }: Matrix, right: Float32Array, width: number) {
  const rows = starts.length - 1
  const result = new Float32Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const to = row * width
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const value = values[at] as number
      const from = (columns[at] as number) * width
      for (let k = 0; k < width; k++) {
        result[to + k] = (result[to + k] as number) + value * (right[from + k] as number)
      }
    }
  }
  return result
}

function transposed(matrix: Matrix, left: Float32Array, width: number, words: number) {
  const { starts, columns, values } = matrix
  const result = new Float32Array(words * width)
  for (let row = 0; row < starts.length - 1; row++) {
    const from = row * width
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const value = values[at] as number
      const to = (columns[at] as number) * width
      for (let k = 0; k < width; k++) {
        result[to + k] = (result[to + k] as number) + value * (left[from + k] as number)
      }
    }
  }
  return result
}

/** Makes the columns of rows of `width` orthonormal (modified Gram-Schmidt); dependent ones become 0. */
function orthonormal(rows: Float32Array, width: number): Float32Array {
  const height = rows.length / width
  const columns = Array.from({ length: width }, (_, at) => {
    const column = new Float64Array(height)
    for (let row = 0; row < height; row++) column[row] = rows[row * width + at] as number
    return column
  })
  columns.forEach((column, at) => {
    const before = length(column)
    for (let other = 0; other < at; other++) {
      const base = columns[other] as Float64Array
      let dot = 0
      for (let row = 0; row < height; row++) dot += (column[row] as number) * (base[row] as number)
      for (let row = 0; row < height; row++) {
        column[row] = (column[row] as number) - dot * (base[row] as number)
      }
    }
    const after = length(column)
    const scale = after > before * 1e-6 ? 1 / after : 0
    for (let row = 0; row < height; row++) {
      column[row] = (column[row] as number) * scale
      rows[row * width + at] = column[row] as number
    }
  })
  return rows
}

function length(column: Float64Array): number {
  let square = 0
  for (const value of column) square += value * value
  return Math.sqrt(square)
}

/** Numbers from -1 to 1, the same each time (xorshift). */
function seeded(count: number): Float32Array {
  let state = 0x9e3779b9
  return Float32Array.from({ length: count }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2 ** 31
  })
}
