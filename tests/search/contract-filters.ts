import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facets, OpportunityFilters, ProfileFilters, SearchEngine } from '#search/engine.ts'
import { haversineKm, opportunityPasses, profilePasses } from './brute-force.ts'
import type { OpenEngine } from './contract.ts'
import {
  occupationUri,
  opportunityWith,
  profileWith,
  randomFrom,
  seededCorpus,
  seededTaxonomy,
  skillUri,
} from './corpus.ts'

const ABIDJAN = { lat: 5.345, lng: -4.024 }

const PROFILE_FILTERS: readonly ProfileFilters[] = [
  { id: ['p-000001', 'p-000007', 'nobody'] },
  { id: [] },
  { notId: ['p-000001', 'p-000002'] },
  { country: ['TN'] },
  { status: ['paused'] },
  { admin1: ['CI-AB', 'CI-VB'] },
  { placeId: ['bouake'] },
  { occupation: [occupationUri(3), occupationUri(4)] },
  { isco: ['1'] },
  { isco: ['12', '2507'] },
  { skill: [skillUri(10), skillUri(11)] },
  { allSkills: [skillUri(10), skillUri(11)] },
  { languages: [{ code: 'fr', min: 3 }] },
  {
    languages: [
      { code: 'fr', min: 2 },
      { code: 'ar', min: 5 },
    ],
  },
  { education: { min: 3, max: 6 } },
  { education: { max: 0 } },
  { experienceMonths: { min: 24 } },
  { licences: ['B'] },
  { licences: ['B', 'C'] },
  { kind: ['apprenticeship'] },
  { contract: ['cdi'] },
  { relocate: true },
  { remote: false },
  { availableFrom: { max: '2027-01-01' } },
  { verified: ['identity'] },
  { updatedAt: { min: '2026-01-01T02:00:00.000Z' } },
  { notBlocking: ['c-000003', 'c-000004'] },
  { near: { ...ABIDJAN, km: 50 } },
  { near: { ...ABIDJAN, km: 250 } },
  { country: ['CI'], status: ['active'], near: { ...ABIDJAN, km: 300 }, kind: ['job'] },
  {
    languages: [{ code: 'en', min: 2 }],
    education: { min: 2 },
    verified: ['contact'],
    remote: true,
  },
]

const OPPORTUNITY_FILTERS: readonly OpportunityFilters[] = [
  { status: ['open'] },
  { companyId: ['c-000003'] },
  { notCompanyId: ['c-000003', 'c-000004'] },
  { sector: ['41'] },
  { sector: ['F', '1410'] },
  { kind: ['internship', 'apprenticeship'] },
  { contract: ['cdd'] },
  { occupation: [occupationUri(5)] },
  { isco: ['3'] },
  { skill: [skillUri(50)] },
  { language: ['ar'] },
  { education: { max: 3 } },
  { experienceMonths: { max: 12 } },
  { remote: true },
  { start: { min: '2026-12-01', max: '2027-02-01' } },
  { deadline: { max: '2026-12-01' } },
  { openOn: '2026-12-15' },
  { publishedAt: { max: '2026-01-01T04:00:00.000Z' } },
  { kind: ['job'], sector: ['4'], openOn: '2026-11-10', admin1: ['CI-AB'] },
]

export function describeFilters(name: string, open: OpenEngine): void {
  describe(`${name}: filters, facets and order`, () => {
    const corpus = seededCorpus(11, { profiles: 400, opportunities: 300 })
    let engine: SearchEngine
    beforeAll(async () => {
      engine = await open(seededTaxonomy(1))
      await engine.put('profile', corpus.profiles)
      await engine.put('opportunity', corpus.opportunities)
      await engine.put('company', corpus.companies)
      await engine.settled()
    })
    afterAll(() => engine.close())

    /** Ids of all pages, which checks that none overlap. */
    async function everyId(kind: 'profile' | 'opportunity', filters: object, text?: string) {
      const ids: string[] = []
      for (let page = 1; ; page++) {
        const query = { filters, page, size: 60, ...(text === undefined ? {} : { text }) }
        const { hits, total } = await engine.search(kind, query)
        ids.push(...hits.map(({ id }) => id))
        if (page * 60 >= total) {
          expect(ids).toHaveLength(total)
          expect(new Set(ids).size).toBe(total)
          return ids
        }
      }
    }

    test.each(PROFILE_FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))(
      'profiles by %s',
      async (_, filters) => {
        const expected = corpus.profiles.filter((profile) => profilePasses(filters, profile))
        const ids = await everyId('profile', filters)
        expect(ids.sort()).toEqual(expected.map(({ id }) => id).sort())
      },
    )

    test.each(OPPORTUNITY_FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))(
      'opportunities by %s',
      async (_, filters) => {
        const expected = corpus.opportunities.filter((one) => opportunityPasses(filters, one))
        const ids = await everyId('opportunity', filters)
        expect(ids.sort()).toEqual(expected.map(({ id }) => id).sort())
      },
    )

    test('companies by sector, stage, check, size and region', async () => {
      const filters = {
        sector: ['4'],
        stage: ['lead', 'partner'],
        verified: true,
        sizeBand: ['1-9'],
      }
      const { hits } = await engine.search('company', { filters, size: 100 })
      const expected = corpus.companies.filter(
        (company) =>
          company.sectors.some((sector) => sector.startsWith('4')) &&
          company.stage !== 'contacted' &&
          company.verified &&
          company.sizeBand === '1-9',
      )
      expect(hits.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
      const inAbidjan = await engine.search('company', { filters: { admin1: ['CI-AB'] } })
      expect(inAbidjan.total).toBe(corpus.companies.filter((c) => c.admin1 === 'CI-AB').length)
    })

    test('any three filters together, forty times', async () => {
      const random = randomFrom(3)
      for (let round = 0; round < 40; round++) {
        const filters = Object.assign({}, ...[1, 2, 3].map(() => random.pick(PROFILE_FILTERS)))
        const expected = corpus.profiles.filter((profile) => profilePasses(filters, profile))
        expect((await everyId('profile', filters)).sort()).toEqual(
          expected.map(({ id }) => id).sort(),
        )
      }
    })

    test('text and filters together', async () => {
      const filters: ProfileFilters = { status: ['active'], near: { ...ABIDJAN, km: 100 } }
      const words = await everyId('profile', {}, 'maçonnerie')
      expect(words.length).toBeGreaterThan(20)
      const expected = corpus.profiles.filter(
        (profile) => words.includes(profile.id) && profilePasses(filters, profile),
      )
      expect((await everyId('profile', filters, 'maçonnerie')).sort()).toEqual(
        expected.map(({ id }) => id).sort(),
      )
    })

    test('facet counts are those of the result', async () => {
      const held = {
        admin1: (at: number) => corpus.profiles[at]?.place?.admin1 ?? [],
        skill: (at: number) => corpus.profiles[at]?.skills.map(({ uri }) => uri) ?? [],
        language: (at: number) => corpus.profiles[at]?.languages.map(({ code }) => code) ?? [],
        education: (at: number) => corpus.profiles[at]?.education?.toString() ?? [],
        contract: (at: number) => corpus.profiles[at]?.contracts ?? [],
        relocate: (at: number) => String(corpus.profiles[at]?.relocate),
      }
      const names = Object.keys(held) as (keyof typeof held)[]
      for (const filters of PROFILE_FILTERS) {
        const { facets } = await engine.search('profile', {
          filters,
          facets: names satisfies Facets['profile'][],
        })
        for (const facet of names) {
          const counts = new Map<string, number>()
          corpus.profiles.forEach((profile, at) => {
            if (!profilePasses(filters, profile)) return
            for (const value of [held[facet](at)].flat()) {
              counts.set(value, (counts.get(value) ?? 0) + 1)
            }
          })
          const found = Object.fromEntries((facets[facet] ?? []).map((c) => [c.value, c.count]))
          if (counts.size <= 100) expect(found).toEqual(Object.fromEntries(counts))
          for (const [value, count] of Object.entries(found)) expect(count).toBe(counts.get(value))
        }
      }
    })

    test('facets come greatest first', async () => {
      const { facets } = await engine.search('opportunity', { facets: ['kind', 'isco'] })
      const counts = (facets.isco ?? []).map(({ count }) => count)
      expect(counts).toEqual([...counts].sort((a, b) => b - a))
      expect(facets.kind).toHaveLength(3)
    })

    test('distances are measured and sorted, those without a place last', async () => {
      const { hits } = await engine.search('profile', {
        origin: ABIDJAN,
        sort: 'distance',
        size: 100,
        page: 4,
      })
      expect(hits.at(-1)?.distanceKm).toBeNull()
      const near = await engine.search('profile', { origin: ABIDJAN, sort: 'distance', size: 100 })
      const byId = new Map(corpus.profiles.map((profile) => [profile.id, profile]))
      let before = 0
      for (const { id, distanceKm } of near.hits) {
        const place = byId.get(id)?.place
        expect(place).toBeTruthy()
        if (place) expect(distanceKm).toBeCloseTo(haversineKm(ABIDJAN, place), 1)
        expect(distanceKm ?? 0).toBeGreaterThanOrEqual(before - 1e-9)
        before = distanceKm ?? 0
      }
    })

    test('newest first, ties by id', async () => {
      const { hits } = await engine.search('profile', { sort: 'newest', size: 100 })
      const expected = [...corpus.profiles].sort((a, b) =>
        a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? -1 : 1,
      )
      expect(hits.map(({ id }) => id)).toEqual(expected.slice(0, 100).map(({ id }) => id))
    })

    test('the nearest deadline first, none last', async () => {
      const { hits } = await engine.search('opportunity', { sort: 'deadline', size: 100 })
      const last = '9999-12-31'
      const expected = [...corpus.opportunities].sort((a, b) => {
        const [x, y] = [a.deadline ?? last, b.deadline ?? last]
        return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
      })
      expect(hits.map(({ id }) => id)).toEqual(expected.slice(0, 100).map(({ id }) => id))
    })

    test('odd pages and sizes are put right', async () => {
      const beyond = await engine.search('profile', { page: 10_000 })
      expect(beyond).toMatchObject({ hits: [], total: 400, size: 20 })
      expect(await engine.search('profile', { page: -3, size: 0 })).toMatchObject({
        page: 1,
        size: 1,
      })
      const most = await engine.search('profile', { page: Number.NaN, size: 100_000 })
      expect(most).toMatchObject({ page: 1, size: 100 })
    })

    test('people who state no kind want all; opportunities without deadline stay open', async () => {
      const filters: ProfileFilters = { kind: ['internship'] }
      expect(profilePasses(filters, profileWith('x'))).toBe(true)
      expect(opportunityPasses({ openOn: '2030-01-01' }, opportunityWith('x'))).toBe(true)
    })
  })
}
