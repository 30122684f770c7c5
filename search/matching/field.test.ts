import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { fieldCosine, fieldScore, fieldVectorOf, quantised } from './field.ts'
import { buildTaxonomy } from './taxonomy.ts'

const skills = ['a', 'b', 'c', 'd'].map((uri) => ({ uri, parents: [] }))
const occupations = [
  { uri: 'o1', isco08: '7212', essential: ['a', 'b'], useful: [] },
  { uri: 'o2', isco08: '5120', essential: ['c'], useful: ['d'] },
]
const vectors: [string, number[]][] = [
  ['a', [1, 0, 0.25]],
  ['b', [0.5, 0.5, 0]],
  ['c', [0, 1, 0]],
]
const taxonomy = buildTaxonomy({
  skills,
  occupations,
  field: { dimensions: 3, skills: vectors },
})
const number = (uri: string) => taxonomy.skill(uri)

describe('the vector of a set of skills', () => {
  test('is the weighted sum of theirs in whole numbers, the greatest 127', () => {
    const [a, b] = [number('a'), number('b')]
    const found = fieldVectorOf(taxonomy, [a, b], [2, 1])
    const w = [taxonomy.weight(a) * 2, taxonomy.weight(b)] as const
    const greatest = w[0] + w[1] * 0.5
    const sum = [greatest, w[1] * 0.5, w[0] * 0.25]
    expect([...(found?.values ?? [])]).toEqual(sum.map((x) => Math.round((x / greatest) * 127)))
    expect(found?.length).toBeCloseTo(Math.hypot(...(found?.values ?? [])), 12)
  })

  test('is null without vectors, or when no skill has one', () => {
    expect(fieldVectorOf(taxonomy, [number('d')])).toBeNull()
    expect(fieldVectorOf(taxonomy, [])).toBeNull()
    expect(fieldVectorOf(buildTaxonomy({ skills, occupations }), [0])).toBeNull()
  })
})

describe('FIELD', () => {
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 256,
    maxLength: 256,
  })
  test.prop([values, values])('is within a hundredth of the true cosine', (a, b) => {
    const [x, y] = [quantised(Float64Array.from(a)), quantised(Float64Array.from(b))]
    if (!x || !y) return
    const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
    const cosine = dot / (Math.hypot(...a) * Math.hypot(...b))
    // Two vectors, each off by half a step at most in every dimension.
    const error = 8 / x.length + 8 / y.length
    expect(Math.abs(fieldScore(x, y) - Math.max(0, cosine))).toBeLessThan(Math.max(0.01, error))
    expect(fieldScore(x, y)).toBe(fieldScore(y, x))
    expect(fieldScore(x, y)).toBeLessThanOrEqual(1)
  })

  test('is 0 across the space, when either is missing, and never under 0', () => {
    const [east, west] = [quantised(Float64Array.of(1, 0)), quantised(Float64Array.of(-1, 0))]
    expect(fieldScore(east, quantised(Float64Array.of(0, 1)))).toBe(0)
    expect(fieldScore(east, west)).toBe(0)
    expect(fieldScore(east, null)).toBe(0)
    expect(fieldScore(east, east)).toBe(1)
    expect(fieldCosine(50, 10, 10)).toBe(0.5)
  })
})

describe('vectors of another taxonomy', () => {
  const field = (builtFrom: string) => ({ dimensions: 3, skills: vectors, builtFrom })

  test('are not used', () => {
    const bare = buildTaxonomy({ skills, occupations })
    const fresh = buildTaxonomy({ skills, occupations, field: field(bare.structure) })
    expect(fresh.fieldDimensions).toBe(3)
    expect(fresh.structure).toBe(bare.structure)
    expect(fresh.fingerprint).not.toBe(bare.fingerprint)
    const stale = buildTaxonomy({
      skills,
      occupations: occupations.slice(1),
      field: field(bare.structure),
    })
    expect(stale.fieldDimensions).toBe(0)
    expect(stale.fieldVector(stale.skill('a'))).toBeNull()
  })
})
