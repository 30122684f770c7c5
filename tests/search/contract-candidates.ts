import { describe, expect, test } from 'vitest'
import { explainMatch } from '#search/matching/explain.ts'
import type { OpenEngine } from './contract.ts'
import { opportunityWith, profileWith, seededCorpus, seededTaxonomy, skillUri } from './corpus.ts'
import { bestOpportunities, bestProfiles } from './reference.ts'

const skill = (at: number) => ({ uri: skillUri(at), level: 3, evidence: 'self' }) as const
const wanted = (at: number) => ({ uri: skillUri(at), essential: true })

export function describeCandidates(name: string, open: OpenEngine): void {
  describe(`${name}: candidates`, () => {
    test('the best twenty of both sides are those of the reference', async () => {
      const taxonomy = seededTaxonomy(21)
      const engine = await open(taxonomy)
      const corpus = seededCorpus(21, { profiles: 300, opportunities: 200 })
      await engine.put('profile', corpus.profiles)
      await engine.put('opportunity', corpus.opportunities)
      await engine.settled()
      for (const need of corpus.opportunities.slice(0, 25)) {
        const { hits } = await engine.candidates('profile', need)
        const expected = bestProfiles(taxonomy, need, corpus.profiles, 20)
        expect(hits.map(({ id, score }) => ({ id, score }))).toEqual(
          expected.map(({ id, score }) => ({ id, score })),
        )
      }
      for (const offer of corpus.profiles.slice(0, 25)) {
        const { hits } = await engine.candidates('opportunity', offer, {}, { limit: 7 })
        const expected = bestOpportunities(taxonomy, offer, corpus.opportunities, 7)
        expect(hits.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
      }
      await engine.close()
    })

    test('hard conditions exclude, however good the skills', async () => {
      const engine = await open(seededTaxonomy(1))
      const abidjan = { id: 'abidjan', admin1: 'CI-AB', lat: 5.345, lng: -4.024 }
      const bouake = { id: 'bouake', admin1: 'CI-VB', lat: 7.69, lng: -5.03 }
      const able = {
        skills: [skill(1), skill(2)],
        licences: ['B'],
        languages: [{ code: 'fr', level: 5 as const }],
        place: abidjan,
        radiusKm: 30,
      }
      await engine.put('profile', [
        profileWith('able', able),
        profileWith('paused', { ...able, status: 'paused' }),
        profileWith('abroad', { ...able, country: 'TN' }),
        profileWith('blocking', { ...able, blockedCompanyIds: ['c-1'] }),
        profileWith('no-licence', { ...able, licences: [] }),
        profileWith('no-french', { ...able, languages: [{ code: 'fr', level: 3 }] }),
        profileWith('far', { ...able, place: bouake }),
        profileWith('far-but-moving', { ...able, place: bouake, relocate: true }),
        profileWith('wants-internship', { ...able, kinds: ['internship'] }),
        profileWith('wants-cdi', { ...able, contracts: ['cdi'] }),
        profileWith('nothing-in-common', { ...able, skills: [skill(160)] }),
      ])
      await engine.settled()
      const need = opportunityWith('o', {
        skills: [wanted(1), wanted(2)],
        licences: ['B'],
        languages: [{ code: 'fr', level: 4, required: true }],
        contract: 'cdd',
        place: abidjan,
      })
      const { hits } = await engine.candidates('profile', need)
      expect(hits.map(({ id }) => id)).toEqual(['able', 'far-but-moving'])
      const closed = await engine.candidates('profile', { ...need, status: 'closed' })
      expect(closed.hits).toEqual([])
      const filtered = await engine.candidates('profile', need, { admin1: ['CI-VB'] })
      expect(filtered.hits.map(({ id }) => id)).toEqual(['far-but-moving'])
      expect(filtered.hits[0]?.distanceKm).toBeCloseTo(283.5, 0)
      await engine.close()
    })

    test('bands are those of the explanations', async () => {
      const taxonomy = seededTaxonomy(23)
      const engine = await open(taxonomy)
      const corpus = seededCorpus(23, { profiles: 200, opportunities: 150 })
      const bare = [
        opportunityWith('skills-useful', { skills: [{ uri: skillUri(3), essential: false }] }),
        opportunityWith('trade-only', { occupation: corpus.opportunities[0]?.occupation ?? null }),
        opportunityWith('asks-nothing'),
      ]
      const needs = [...corpus.opportunities.slice(0, 12), ...bare]
      await engine.put('profile', corpus.profiles)
      await engine.put('opportunity', [...corpus.opportunities, ...bare])
      await engine.settled()
      const seen = new Set<string | null>()
      for (const need of needs) {
        const { hits } = await engine.candidates('profile', need, {}, { limit: 1000 })
        for (const { id, band } of hits) {
          const profile = corpus.profiles.find((one) => one.id === id)
          if (profile) expect(band).toBe(explainMatch(taxonomy, need, profile).band)
          seen.add(band)
        }
        const explained = await engine.candidates('profile', need, {}, { explain: true })
        for (const { band, explanation } of explained.hits) expect(band).toBe(explanation?.band)
      }
      for (const offer of corpus.profiles.slice(0, 12)) {
        const { hits } = await engine.candidates('opportunity', offer, {}, { limit: 1000 })
        for (const { id, band } of hits) {
          const need = [...corpus.opportunities, ...bare].find((one) => one.id === id)
          if (need) expect(band).toBe(explainMatch(taxonomy, need, offer).band)
        }
      }
      expect([...seen]).toEqual(expect.arrayContaining(['good', 'partial', 'weak', null]))
      await engine.close()
    })

    test('parts sum to the score; limits hold', async () => {
      const engine = await open(seededTaxonomy(1))
      const { profiles, opportunities } = seededCorpus(4, { profiles: 100, opportunities: 20 })
      await engine.put('profile', profiles)
      await engine.settled()
      for (const need of opportunities) {
        const { hits } = await engine.candidates('profile', need, {}, { limit: 5 })
        expect(hits.length).toBeLessThanOrEqual(5)
        for (const { score, parts } of hits) {
          const sum = parts.skills + parts.field + parts.occupation + parts.conditions
          expect(Math.abs(sum - score)).toBeLessThan(1e-9)
        }
      }
      const none = await engine.candidates('profile', opportunityWith('o'), {}, { limit: 0 })
      expect(none.hits).toEqual([])
      await engine.close()
    })
  })
}
