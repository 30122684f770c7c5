import { describe, expect, test } from 'vitest'
import { figuresOf, Means, topOf } from './metrics.ts'

const scores = (...values: number[]) => Float64Array.from(values)
const grades = (...values: number[]) => Uint8Array.from(values)

describe('figures of a ranking', () => {
  test('by hand: grades 0, 3, 1 in the order of the scores', () => {
    const found = figuresOf(scores(0.2, 0.9, 0.5), grades(1, 0, 3))
    const gain = 7 / Math.log2(3) + 1 / Math.log2(4)
    const ideal = 7 / Math.log2(2) + 1 / Math.log2(3)
    expect(found.ndcg).toBeCloseTo(gain / ideal, 12)
    expect(found.ndcgAny).toBeCloseTo(gain / ideal, 12)
    expect(found.mrr).toBe(0.5)
    expect(found.recall).toBe(1)
  })

  test('ties go by place, and nothing to find is no figure', () => {
    expect(figuresOf(scores(1, 1, 1), grades(0, 0, 3)).mrr).toBeCloseTo(1 / 3, 12)
    const partly = figuresOf(scores(1, 0), grades(0, 2))
    expect(partly).toMatchObject({ ndcg: null, mrr: null, recall: null })
    expect(partly.ndcgAny).toBeCloseTo(1 / Math.log2(3), 12)
    expect(figuresOf(scores(1, 0), grades(0, 0)).ndcgAny).toBeNull()
  })

  test('a perfect ranking is 1, and recall counts twenty at most', () => {
    const many = Array.from({ length: 50 }, (_, at) => 50 - at)
    const found = figuresOf(scores(...many), grades(...many.map((_, at) => (at < 30 ? 3 : 0))))
    expect(found).toEqual({ ndcg: 1, ndcgAny: 1, mrr: 1, recall: 1 })
  })

  test('the first places are those of a full sort', () => {
    const values = Array.from({ length: 200 }, (_, at) => (at * 37) % 23)
    const sorted = values
      .map((value, at) => ({ value, at }))
      .sort((a, b) => b.value - a.value || a.at - b.at)
      .map(({ at }) => at)
    expect(topOf(scores(...values), 20)).toEqual(sorted.slice(0, 20))
  })

  test('means are over queries where there is something to find', () => {
    const means = new Means()
    means.add({ ndcg: 1, ndcgAny: 1, mrr: 1, recall: 0.5 })
    means.add({ ndcg: null, ndcgAny: 0.5, mrr: null, recall: null })
    expect(means.figures).toEqual({
      ndcg: 1,
      ndcgAny: 0.75,
      mrr: 1,
      recall: 0.5,
      queries: 1,
      queriesAny: 2,
    })
  })
})
