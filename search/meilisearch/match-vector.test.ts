import { describe, expect, test } from 'vitest'
import { opportunityWith, profileWith, seededTaxonomy, skillUri } from '#tests/search/corpus.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import { MatchVectors } from './match-vector.ts'
import { DIMENSIONS } from './settings.ts'

const taxonomy = seededTaxonomy(1)
const vectors = new MatchVectors(taxonomy)
const offer = (...skills: number[]) =>
  prepareOffer(
    taxonomy,
    profileWith('p', {
      skills: skills.map((at) => ({ uri: skillUri(at), level: 3, evidence: 'certified' })),
    }),
  )
const need = (...skills: number[]) =>
  prepareNeed(
    taxonomy,
    opportunityWith('o', {
      skills: skills.map((at) => ({ uri: skillUri(at), essential: true })),
    }),
  )
const length = (vector: readonly number[]) => Math.hypot(...vector)
const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / length(a) / length(b)

describe('vectors of a match', () => {
  test('what is stored is equally long, however much it holds', () => {
    const many = Array.from({ length: 190 }, (_, at) => at)
    for (const held of [[], [3], many]) {
      expect(vectors.storedOffer(offer(...held))).toHaveLength(DIMENSIONS)
      expect(length(vectors.storedOffer(offer(...held)))).toBeCloseTo(5, 3)
      expect(length(vectors.storedNeed(need(...held)))).toBeCloseTo(0.22, 3)
    }
  })

  test('the same skill is nearer than a sibling, and a sibling than a stranger', () => {
    const sought = vectors.soughtByNeed(need(9, 17))
    const near = (...skills: number[]) => cosine(sought, vectors.storedOffer(offer(...skills)))
    expect(near(9, 17)).toBeGreaterThan(near(9, 100))
    expect(near(9, 100)).toBeGreaterThan(near(10, 100))
    expect(near(10, 100)).toBeGreaterThan(near(140, 100))
    const back = vectors.soughtByOffer(offer(9, 17))
    const asks = (...skills: number[]) => cosine(back, vectors.storedNeed(need(...skills)))
    expect(asks(9, 17)).toBeGreaterThan(asks(9, 140))
  })

  test('who asks nothing still looks somewhere; the same names give the same vector', () => {
    expect(length(vectors.soughtByNeed(need()))).toBe(1)
    expect(new MatchVectors(seededTaxonomy(1)).storedOffer(offer(5, 6))).toEqual(
      vectors.storedOffer(offer(5, 6)),
    )
  })
})
