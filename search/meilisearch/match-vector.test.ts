import { describe, expect, test } from 'vitest'
import {
  opportunityWith,
  profileWith,
  randomFrom,
  seededCorpus,
  seededRows,
  seededTaxonomy,
  skillUri,
} from '#tests/search/corpus.ts'
import { scorePrepared } from '../matching/match.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import { buildTaxonomy } from '../matching/taxonomy.ts'
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
      expect(vectors.storedOffer(offer(...held), 'a')).toHaveLength(DIMENSIONS)
      expect(length(vectors.storedOffer(offer(...held), 'a'))).toBeCloseTo(1, 3)
      expect(length(vectors.storedNeed(need(...held), 'a'))).toBeCloseTo(1, 3)
    }
  })

  test('the same skill is nearer than a sibling, and a sibling than a stranger', () => {
    const sought = vectors.soughtByNeed(need(9, 17))
    const near = (...skills: number[]) => cosine(sought, vectors.storedOffer(offer(...skills), 'a'))
    expect(near(9, 17)).toBeGreaterThan(near(9, 100))
    expect(near(9, 100)).toBeGreaterThan(near(10, 100))
    expect(near(10, 100)).toBeGreaterThan(near(140, 100))
    const back = vectors.soughtByOffer(offer(9, 17))
    const asks = (...skills: number[]) => cosine(back, vectors.storedNeed(need(...skills), 'a'))
    expect(asks(9, 17)).toBeGreaterThan(asks(9, 140))
  })

  test('little is held in common by those who hold little', () => {
    const [a, b] = [vectors.storedOffer(offer(9), 'a'), vectors.storedOffer(offer(150), 'b')]
    expect(cosine(a, b)).toBeLessThan(0.8)
    expect(cosine(vectors.soughtByNeed(need(9)), a)).toBeCloseTo(
      cosine(vectors.soughtByNeed(need(9)), vectors.storedOffer(offer(9), 'c')),
      4,
    )
  })

  test('who asks nothing still looks somewhere; the same names give the same vector', () => {
    expect(length(vectors.soughtByNeed(need()))).toBe(1)
    expect(new MatchVectors(seededTaxonomy(1)).storedOffer(offer(5, 6), 'a')).toEqual(
      vectors.storedOffer(offer(5, 6), 'a'),
    )
  })

  test('conditions and latent vectors are in the product as in the score', () => {
    const random = randomFrom(3)
    const known = buildTaxonomy({
      ...seededRows(3),
      field: {
        dimensions: 24,
        skills: Array.from({ length: 200 }, (_, at): [string, number[]] => [
          skillUri(at),
          Array.from({ length: 24 }, () => random.next() - 0.4),
        ]),
      },
    })
    const of = new MatchVectors(known)
    const corpus = seededCorpus(3, { profiles: 80, opportunities: 40 })
    const offers = corpus.profiles.map((profile) => prepareOffer(known, profile))
    const stored = offers.map((one, at) => of.storedOffer(one, `p-${at}`))
    for (const document of corpus.opportunities) {
      // What stays out of the vectors.
      const asking = prepareNeed(known, { ...document, place: null })
      const sought = of.soughtByNeed(asking)
      const pairs = offers.map((one, at) => ({
        score: scorePrepared(known, asking, one).unblockedScore,
        near: cosine(sought, stored[at] ?? []),
      }))
      const like = correlation(pairs.map(({ score, near }) => [score, near] as const))
      if (pairs.some(({ score }) => score > 0)) expect(like).toBeGreaterThan(0.85)
    }
  })
})

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length
  const [x, y] = [mean(0), mean(1)]
  const sum = (of: (a: number, b: number) => number) =>
    pairs.reduce((total, pair) => total + of(pair[0] - x, pair[1] - y), 0)
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b))
}
