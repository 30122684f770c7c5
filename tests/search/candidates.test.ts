import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import { buildTaxonomy } from '#search/matching/taxonomy.ts'
import { randomFrom, seededCorpus, seededRows, seededTaxonomy, skillUri } from './corpus.ts'
import { bestOpportunities, bestProfiles } from './reference.ts'

const seeds = fc.integer({ min: 1, max: 1_000_000 })

async function comparePlans(seed: number, withField: boolean) {
  const rows = seededRows(seed)
  const random = randomFrom(seed + 1)
  const vectors = Array.from({ length: 200 }, (_, at): [string, number[]] => [
    skillUri(at),
    Array.from({ length: 8 }, () => random.next() - 0.3),
  ])
  const taxonomy = withField
    ? buildTaxonomy({ ...rows, field: { dimensions: 8, skills: vectors } })
    : buildTaxonomy(rows)
  const corpus = seededCorpus(seed, { profiles: 250, opportunities: 250 })
  const plans = [
    { plan: 'filter' },
    { plan: 'postings' },
    { plan: 'postings', visits: 0 },
    { plan: 'postings', visits: 150 },
  ] as const
  const engines = plans.map((forced) => new EmbeddedEngine({ file: ':memory:', taxonomy, forced }))
  try {
    for (const engine of engines) {
      await engine.put('profile', corpus.profiles)
      await engine.put('opportunity', corpus.opportunities)
    }
    for (const need of corpus.opportunities.slice(0, 12)) {
      const open = { ...need, status: 'open' as const }
      const expected = bestProfiles(taxonomy, open, corpus.profiles, 20)
      for (const engine of engines) {
        const { hits } = await engine.candidates('profile', open)
        expect(hits.map(({ id, score, parts }) => ({ id, score, parts }))).toEqual(expected)
      }
      const filters = { admin1: ['CI-AB'], experienceMonths: { min: 24 } }
      const near = corpus.profiles.filter(
        (profile) => profile.place?.admin1 === 'CI-AB' && profile.experienceMonths >= 24,
      )
      const filtered = bestProfiles(taxonomy, open, near, 20).map(({ id }) => id)
      for (const engine of engines) {
        const { hits } = await engine.candidates('profile', open, filters)
        expect(hits.map(({ id }) => id)).toEqual(filtered)
      }
    }
    for (const profile of corpus.profiles.slice(0, 12)) {
      const offer = { ...profile, status: 'active' as const }
      const expected = bestOpportunities(taxonomy, offer, corpus.opportunities, 20)
      for (const engine of engines) {
        const { hits } = await engine.candidates('opportunity', offer)
        expect(hits.map(({ id, score, parts }) => ({ id, score, parts }))).toEqual(expected)
      }
    }
  } finally {
    for (const engine of engines) await engine.close()
  }
}

describe('both plans for candidates', () => {
  test.prop([seeds, fc.boolean()], { numRuns: 12 })(
    'give the best twenty of the slow reference, to the last bit',
    comparePlans,
    60_000,
  )

  test('stay equal to the reference after updates and removals', async () => {
    const taxonomy = seededTaxonomy(5)
    const corpus = seededCorpus(5, { profiles: 300, opportunities: 30 })
    const other = seededCorpus(6, { profiles: 300, opportunities: 30 })
    const engine = new EmbeddedEngine({
      file: ':memory:',
      taxonomy,
      forced: { plan: 'postings', visits: 100 },
    })
    await engine.put('profile', corpus.profiles)
    await engine.put('profile', other.profiles.slice(0, 150))
    await engine.remove(
      'profile',
      corpus.profiles.slice(100, 200).map(({ id }) => id),
    )
    await engine.put('profile', other.profiles.slice(180, 190))
    const left = [
      ...other.profiles.slice(0, 100),
      ...other.profiles.slice(180, 190),
      ...corpus.profiles.slice(200),
    ]
    for (const need of corpus.opportunities) {
      const { hits } = await engine.candidates('profile', need)
      expect(hits.map(({ id, score, parts }) => ({ id, score, parts }))).toEqual(
        bestProfiles(taxonomy, need, left, 20),
      )
    }
    await engine.close()
  })
})
