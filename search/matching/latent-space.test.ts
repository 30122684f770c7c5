import { describe, expect, test } from 'vitest'
import { randomFrom, seededRows } from '../../tests/search/corpus.ts'
import { buildLatentSpace, type LatentSpace } from './latent-space.ts'
import { eigenOfSymmetric } from './symmetric-eigen.ts'
import { buildTaxonomy, type Taxonomy } from './taxonomy.ts'

/** The matrix as it is written down: a row an occupation, a column a skill. */
function dense(taxonomy: Taxonomy, skills: Int32Array): number[][] {
  return Array.from({ length: taxonomy.occupationCount }, (_, occupation) => {
    const vector = taxonomy.vector(occupation)
    return Array.from(skills, (skill) => vector.weights[vector.skills.indexOf(skill)] ?? 0)
  })
}

/** Slow and obvious: the strongest direction by power iteration, taken away, and so on. */
function powerIteration(matrix: number[][], count: number): number[] {
  const rows = matrix.map((row) => [...row])
  const width = rows[0]?.length ?? 0
  return Array.from({ length: count }, (_, seed) => {
    let direction = Array.from({ length: width }, (_, at) => Math.sin(at * (seed + 2)) + 1.1)
    let strength = 0
    for (let round = 0; round < 150; round++) {
      const image = rows.map((row) => row.reduce((sum, x, at) => sum + x * (direction[at] ?? 0), 0))
      const back = Array.from({ length: width }, (_, at) =>
        rows.reduce((sum, row, index) => sum + (row[at] ?? 0) * (image[index] ?? 0), 0),
      )
      const length = Math.hypot(...back)
      strength = Math.sqrt(length)
      direction = back.map((x) => x / length)
    }
    rows.forEach((row) => {
      const along = row.reduce((sum, x, at) => sum + x * (direction[at] ?? 0), 0)
      direction.forEach((x, at) => {
        row[at] = (row[at] ?? 0) - along * x
      })
    })
    return strength
  })
}

const rowOf = (space: LatentSpace, at: number) =>
  Array.from(space.vectors.subarray(at * space.dimensions, (at + 1) * space.dimensions))
const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0)

describe('the latent space', () => {
  const taxonomy = buildTaxonomy(seededRows(5, { skills: 80, occupations: 24 }))

  test('has the strengths that power iteration finds', () => {
    const space = buildLatentSpace(taxonomy, 6)
    const reference = powerIteration(dense(taxonomy, space.skills), 6)
    expect(space.dimensions).toBe(6)
    space.strengths.forEach((strength, at) => {
      expect(strength).toBeCloseTo(reference[at] ?? 0, 2)
    })
  })

  test('in fewer dimensions than rows, by iteration, is nearly that of the whole', () => {
    const large = buildTaxonomy(seededRows(8, { skills: 600, occupations: 200 }))
    const whole = buildLatentSpace(large, 200)
    const part = buildLatentSpace(large, 20)
    part.strengths.forEach((strength, at) => {
      expect(strength).toBeCloseTo(whole.strengths[at] ?? 0, 2)
    })
    // Cosines of skills agree with those of the whole space's first dimensions.
    for (let one = 0; one < 40; one += 7) {
      const first = (at: number) => rowOf(whole, at).slice(0, 20)
      const [a, b] = [
        product(first(one), first(one + 1)),
        product(rowOf(part, one), rowOf(part, one + 1)),
      ]
      expect(b).toBeCloseTo(a, 1)
    }
  })

  test('in all its dimensions gives the matrix back', () => {
    const space = buildLatentSpace(taxonomy)
    expect(space.dimensions).toBeLessThanOrEqual(taxonomy.occupationCount)
    const matrix = dense(taxonomy, space.skills)
    const rows = space.skills.length
    for (const row of matrix.slice(0, 5)) {
      const place = Array.from({ length: space.dimensions }, (_, d) =>
        row.reduce((sum, x, at) => sum + x * (rowOf(space, at)[d] ?? 0), 0),
      )
      for (let skill = 0; skill < rows; skill += 9) {
        expect(product(place, rowOf(space, skill))).toBeCloseTo(row[skill] ?? 0, 5)
      }
    }
  })

  test('brings skills of one occupation together, and keeps others apart', () => {
    const uris = (prefix: string) => [1, 2, 3, 4].map((at) => `${prefix}${at}`)
    const trades = ['wood', 'bread', 'wire'].flatMap((trade) =>
      [0, 1, 2].map((skipped) => ({
        uri: `${trade} ${skipped}`,
        isco08: '7000',
        essential: uris(trade).filter((_, at) => at !== skipped),
        useful: [],
      })),
    )
    const small = buildTaxonomy({ skills: [], occupations: trades })
    const space = buildLatentSpace(small, 3)
    const at = (uri: string) => Array.from(space.skills).indexOf(small.skill(uri))
    const cosine = (a: string, b: string) => {
      const [x, y] = [rowOf(space, at(a)), rowOf(space, at(b))]
      return product(x, y) / Math.sqrt(product(x, x) * product(y, y))
    }
    // No occupation lists wood1 and wood2 and wood3 together; the trade does.
    expect(cosine('wood1', 'wood2')).toBeGreaterThan(0.99)
    expect(Math.abs(cosine('wood1', 'bread1'))).toBeLessThan(0.01)
  })

  test('of a taxonomy without relations has no dimension', () => {
    const bare = buildTaxonomy({ skills: [{ uri: 'a', parents: [] }], occupations: [] })
    expect(buildLatentSpace(bare)).toMatchObject({ dimensions: 0 })
    expect(buildLatentSpace(bare).vectors).toHaveLength(0)
  })

  test('is the same each time', () => {
    expect(buildLatentSpace(taxonomy, 10)).toEqual(buildLatentSpace(taxonomy, 10))
  })
})

describe('eigenvalues', () => {
  test.each([1, 2, 3, 7, 40])('of a random symmetric matrix of %i rows', (size) => {
    const random = randomFrom(size)
    const matrix = new Float64Array(size * size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const value = random.next() - 0.5
        matrix[i * size + j] = value
        matrix[j * size + i] = value
      }
    }
    const { values, vectors } = eigenOfSymmetric(matrix, size)
    const vector = (d: number) =>
      Array.from({ length: size }, (_, row) => vectors[row * size + d] ?? 0)
    for (let d = 0; d < size; d++) {
      if (d > 0) expect(values[d]).toBeLessThanOrEqual(values[d - 1] ?? 0)
      const v = vector(d)
      for (let row = 0; row < size; row++) {
        const image = product(Array.from(matrix.subarray(row * size, (row + 1) * size)), v)
        expect(image).toBeCloseTo((values[d] ?? 0) * (v[row] ?? 0), 10)
      }
      for (let other = 0; other <= d; other++) {
        expect(product(v, vector(other))).toBeCloseTo(other === d ? 1 : 0, 10)
      }
    }
  })

  test('of a diagonal matrix, and of one with equal values', () => {
    const found = eigenOfSymmetric(Float64Array.of(2, 0, 0, 0, 5, 0, 0, 0, 2), 3)
    expect([...found.values]).toEqual([5, 2, 2])
    const ones = eigenOfSymmetric(new Float64Array(16).fill(1), 4)
    expect(ones.values[0]).toBeCloseTo(4, 12)
    expect(ones.values[3]).toBeCloseTo(0, 12)
  })
})
