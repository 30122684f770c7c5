import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { rankAll } from '#search/batch/rank-all.ts'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import { NeedIndex } from '#search/embedded/need-index.ts'
import { OfferIndex } from '#search/embedded/offer-index.ts'
import { Scratch } from '#search/embedded/scratch.ts'
import { readSnapshot, takeSnapshot } from '#search/embedded/snapshot-in-memory.ts'
import { isBlocked } from '#search/matching/conditions.ts'
import { explainMatch } from '#search/matching/explain.ts'
import type { FieldVector } from '#search/matching/field.ts'
import type { ScoreParts } from '#search/matching/match.ts'
import { prepareNeed, prepareOffer } from '#search/matching/prepare.ts'
import { buildTaxonomy } from '#search/matching/taxonomy.ts'
import { profilePasses } from './brute-force.ts'
import { randomFrom, seededCorpus, seededRows, seededTaxonomy, skillUri } from './corpus.ts'
import { bestOpportunities, bestProfiles } from './reference.ts'

const seeds = fc.integer({ min: 1, max: 1_000_000 })

function taxonomyOf(seed: number, withField: boolean) {
  const rows = seededRows(seed)
  const random = randomFrom(seed + 1)
  const vectors = Array.from({ length: 200 }, (_, at): [string, number[]] => [
    skillUri(at),
    Array.from({ length: 8 }, () => random.next() - 0.3),
  ])
  return withField
    ? buildTaxonomy({ ...rows, field: { dimensions: 8, skills: vectors } })
    : buildTaxonomy(rows)
}

async function comparePlans(seed: number, withField: boolean) {
  const taxonomy = taxonomyOf(seed, withField)
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

describe('what comes with candidates', () => {
  test.prop([seeds, fc.boolean()], { numRuns: 4 })(
    'counts all that pass, and explains as the formula does',
    async (seed, withField) => {
      const taxonomy = taxonomyOf(seed, withField)
      const { profiles, opportunities } = seededCorpus(seed, { profiles: 150, opportunities: 60 })
      const engine = new EmbeddedEngine({ file: ':memory:', taxonomy })
      await engine.put('profile', profiles)
      await engine.put('opportunity', opportunities)
      const near = { lat: 5.345, lng: -4.024, km: 50 }
      for (const need of opportunities.slice(0, 8)) {
        const open = { ...need, status: 'open' as const }
        for (const filters of [
          {},
          { near },
          { isco: ['1', '25'], experienceMonths: { max: 90 } },
        ]) {
          const answer = await engine.candidates('profile', open, filters, {
            limit: 5,
            facets: ['admin1', 'kind', 'language'],
            explain: true,
          })
          const passing = profiles.filter(
            (profile) =>
              profilePasses(filters, profile) &&
              !isBlocked(prepareNeed(taxonomy, open), prepareOffer(taxonomy, profile)),
          )
          expect(answer.total).toBe(passing.length)
          const counted = new Map<string, number>()
          for (const { place } of passing) {
            if (place) counted.set(place.admin1, (counted.get(place.admin1) ?? 0) + 1)
          }
          expect(new Map(answer.facets.admin1?.map(({ value, count }) => [value, count]))).toEqual(
            counted,
          )
          for (const { id, explanation } of answer.hits) {
            const profile = profiles.find((one) => one.id === id)
            if (profile) expect(explanation).toEqual(explainMatch(taxonomy, open, profile))
          }
        }
      }
      for (const profile of profiles.slice(0, 8)) {
        const offer = { ...profile, status: 'active' as const }
        const { hits } = await engine.candidates('opportunity', offer, {}, { explain: true })
        for (const { id, explanation } of hits) {
          const need = opportunities.find((one) => one.id === id)
          if (need) expect(explanation).toEqual(explainMatch(taxonomy, need, offer))
        }
      }
      await engine.close()
    },
    60_000,
  )
})

/** Without what only conditions bring together: a page shows that where nothing else was asked, a file does not. */
function alike<T extends { readonly parts: ScoreParts }>(all: readonly T[]): T[] {
  return all.filter(({ parts }) => parts.skills + parts.occupation > 0)
}

describe('ranking files', () => {
  test('gives the best of the reference, both ways', () => {
    const taxonomy = taxonomyOf(8, true)
    const { profiles, opportunities } = seededCorpus(8, { profiles: 120, opportunities: 90 })
    const ranked = [...rankAll(taxonomy, opportunities, profiles, { limit: 7 })]
    expect(ranked.map(({ id }) => id)).toEqual(opportunities.map(({ id }) => id))
    ranked.forEach(({ matches }, at) => {
      const need = opportunities[at]
      if (!need) return
      const expected = alike(bestProfiles(taxonomy, need, profiles, profiles.length)).slice(0, 7)
      expect(matches.map(({ id, score, parts }) => ({ id, score, parts }))).toEqual(expected)
    })
    const reverse = rankAll(taxonomy, opportunities, profiles, { reverse: true, explain: true })
    for (const { id, matches } of reverse) {
      const offer = profiles.find((profile) => profile.id === id)
      if (!offer) continue
      const all = bestOpportunities(taxonomy, offer, opportunities, opportunities.length)
      const expected = alike(all).slice(0, 20)
      expect(matches.map(({ id, score }) => ({ id, score }))).toEqual(
        expected.map(({ id, score }) => ({ id, score })),
      )
      for (const match of matches) expect(match.explanation?.score).toBe(match.score)
    }
  })

  test('finds nearly all of the exact best twenty where postings are cut short', () => {
    const taxonomy = taxonomyOf(9, true)
    const { profiles, opportunities } = seededCorpus(9, { profiles: 8_000, opportunities: 40 })
    const active = opportunities.map((need) => ({ ...need, status: 'open' as const }))
    let found = 0
    let wanted = 0
    for (const { id, matches } of rankAll(taxonomy, active, profiles)) {
      const need = active.find((one) => one.id === id)
      if (!need || wanted >= 8 * 20) continue
      const ids = new Set(matches.map((match) => match.id))
      for (const best of bestProfiles(taxonomy, need, profiles, 20)) {
        wanted++
        if (ids.has(best.id)) found++
      }
    }
    expect(found / wanted).toBeGreaterThanOrEqual(0.99)
  }, 60_000)
})

/** What columns keep: of a FIELD vector its direction, not how it was scaled. */
function stored<T extends { readonly field: FieldVector | null }>(prepared: T): T {
  const { field } = prepared
  return { ...prepared, field: field && { values: field.values, length: field.length } }
}

describe('a snapshot of what matching needs', () => {
  test.prop([seeds, fc.boolean()], { numRuns: 4 })(
    'gives the same offers, needs and ranking, even where numbers are given anew',
    (seed, withField) => {
      const taxonomy = taxonomyOf(seed, withField)
      const { profiles, opportunities } = seededCorpus(seed, { profiles: 80, opportunities: 80 })
      const strange = { uri: 'skill:unknown', level: 1 as const, evidence: 'certified' as const }
      const documents = profiles.map((profile, at) =>
        at % 9 === 0 ? { ...profile, skills: [...profile.skills, strange] } : profile,
      )
      const offers = new OfferIndex(taxonomy, new Scratch())
      const needs = new NeedIndex(taxonomy, new Scratch())
      for (const [slot, document] of documents.entries()) offers.put(slot, document)
      for (const [slot, document] of opportunities.entries()) needs.put(slot, document)
      offers.clear(3)
      needs.clear(3)
      const savedOffers = takeSnapshot((writer) => offers.save(writer))
      const savedNeeds = takeSnapshot((writer) => needs.save(writer))

      const another = taxonomyOf(seed, withField)
      another.skill('skill:met-before')
      another.code('met-before')
      const offersAgain = new OfferIndex(another, new Scratch())
      const needsAgain = new NeedIndex(another, new Scratch())
      offersAgain.load(readSnapshot(savedOffers))
      needsAgain.load(readSnapshot(savedNeeds))
      documents.forEach((document, slot) => {
        const expected = slot === 3 ? undefined : stored(prepareOffer(another, document))
        expect(offersAgain.get(slot)).toEqual(expected)
      })
      opportunities.forEach((document, slot) => {
        const expected = slot === 3 ? undefined : stored(prepareNeed(another, document))
        expect(needsAgain.get(slot)).toEqual(expected)
      })
      // And they can be changed on.
      offersAgain.put(3, documents[3] as (typeof documents)[0])
      offersAgain.clear(4)
      expect(offersAgain.get(4)).toBeUndefined()
      expect(offersAgain.get(3)).toEqual(
        stored(prepareOffer(another, documents[3] as (typeof documents)[0])),
      )
    },
    60_000,
  )
})
