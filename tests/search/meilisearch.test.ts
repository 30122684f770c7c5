import { randomBytes } from 'node:crypto'
import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import { buildTaxonomy } from '#search/matching/taxonomy.ts'
import type { Forced } from '#search/meilisearch/candidates.ts'
import { Connection } from '#search/meilisearch/connection.ts'
import { MeilisearchEngine } from '#search/meilisearch/engine.ts'
import { openSearch } from '#search/open.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import {
  type MeilisearchForTests,
  missingMeilisearch,
  startMeilisearch,
} from '../support/meilisearch.ts'
import { describeEngine } from './contract.ts'
import {
  opportunityWith,
  PLACES,
  profileWith,
  randomFrom,
  seededCorpus,
  seededRows,
  seededTaxonomy,
  skillUri,
} from './corpus.ts'
import { bestProfiles } from './reference.ts'

const missing = missingMeilisearch()
let server: MeilisearchForTests
const prefixes: string[] = []
const taxonomy = seededTaxonomy(1)

/** Indexes of its own for each test. */
function fresh(): { url: string; key: string; prefix: string } {
  const prefix = `t${randomBytes(5).toString('hex')}`
  prefixes.push(prefix)
  return { url: server.url, key: server.key, prefix }
}

const engineOn = (at: ReturnType<typeof fresh>, known = taxonomy, forced: Forced = {}) =>
  new MeilisearchEngine({ ...at, taxonomy: known, forced })

const titled = (id: string, title: string) =>
  profileWith(id, { text: { title, skills: '', place: '', body: '' } })

describe.skipIf(missing !== null)(`meilisearch${missing ? ` (skipped: ${missing})` : ''}`, () => {
  beforeAll(async () => {
    server = await startMeilisearch()
  })
  afterAll(async () => {
    const admin = new Meilisearch({ host: server.url, apiKey: server.key })
    const { results } = await admin.getRawIndexes({ limit: 1000 })
    const ours = results.filter(({ uid }) => prefixes.some((prefix) => uid.startsWith(prefix)))
    if (process.env.MEILI_URL) await Promise.all(ours.map(({ uid }) => admin.deleteIndex(uid)))
    await server.stop()
  })

  describeEngine('meilisearch', (known) =>
    openSearch({ file: ':memory:', taxonomy: known, meili: fresh() }),
  )

  describe('the same answers as the embedded engine', () => {
    test('within any distance of any point, to the metre', async () => {
      const random = randomFrom(17)
      const around = (at: number, spread: number) => at + (random.next() - 0.5) * spread
      const profiles = Array.from({ length: 400 }, (_, at) => {
        const near = random.pick(PLACES)
        const place = { ...near, lat: around(near.lat, 0.02), lng: around(near.lng, 0.02) }
        return profileWith(`p-${at}`, { place: random.chance(0.05) ? null : place })
      })
      const ours = engineOn(fresh())
      const theirs = new EmbeddedEngine({ file: ':memory:', taxonomy })
      await ours.put('profile', profiles)
      await theirs.put('profile', profiles)
      const centres = [...PLACES, { lat: 95, lng: 200 }, { lat: 0, lng: 179.99 }]
      for (let round = 0; round < 60; round++) {
        const { lat, lng } = random.pick(centres)
        const km = random.pick([0, 0.1, 0.3, 0.5, 1, 1.2, 300, 4000, 30_000, -1, Number.NaN])
        const query = { filters: { near: { lat, lng, km } }, size: 100 } as const
        const [a, b] = [await ours.search('profile', query), await theirs.search('profile', query)]
        expect({ km, total: a.total }).toEqual({ km, total: b.total })
        expect(a.hits.map(({ id }) => id)).toEqual(b.hits.map(({ id }) => id))
        for (const [at, hit] of a.hits.entries()) {
          expect(hit.distanceKm).toBeCloseTo(b.hits[at]?.distanceKm ?? Number.NaN, 9)
        }
      }
      await ours.close()
      await theirs.close()
    })

    test('codes that differ only in case or accents are different', async () => {
      const engine = engineOn(fresh())
      const codes = ['cdi', 'CDI', 'cdí', 'cdi ', 'c"di', 'c\\di', '10', '10.0', 'ﬁ', 'fi']
      await engine.put(
        'profile',
        codes.map((code, at) => profileWith(`Id-${at} é/"`, { licences: [code] })),
      )
      for (const [at, code] of codes.entries()) {
        const filters = { licences: [code] }
        const { hits, facets } = await engine.search('profile', { filters, facets: ['licences'] })
        expect(hits.map(({ id }) => id)).toEqual([`Id-${at} é/"`])
        expect(facets.licences).toEqual([{ value: code, count: 1 }])
      }
      await engine.close()
    })
  })

  describe('candidates by vectors', () => {
    test('hold 99 of a hundred of the best twenty, both ways', async () => {
      const random = randomFrom(31)
      const known = buildTaxonomy({
        ...seededRows(31),
        field: {
          dimensions: 32,
          skills: Array.from({ length: 200 }, (_, at): [string, number[]] => [
            skillUri(at),
            // Of a kind with its neighbours, as skills of one occupation are.
            Array.from({ length: 32 }, (_, i) => Math.cos((at * (i + 1)) / 30) + random.next()),
          ]),
        },
      })
      const at = fresh()
      const exact = engineOn(at, known, { plan: 'filter' })
      // The share that 1,000 are of 4,000.
      const quick = engineOn(at, known, { plan: 'vector', nearest: 300 })
      const corpus = seededCorpus(31, { profiles: 1200, opportunities: 1200 })
      await exact.put('profile', corpus.profiles)
      await exact.put('opportunity', corpus.opportunities)
      let wanted = 0
      let found = 0
      const compare = (best: readonly { id: string }[], quickly: readonly { id: string }[]) => {
        const ids = new Set(quickly.map(({ id }) => id))
        wanted += best.length
        found += best.filter(({ id }) => ids.has(id)).length
      }
      for (const need of corpus.opportunities
        .filter(({ status }) => status === 'open')
        .slice(0, 40)) {
        const best = bestProfiles(known, need, corpus.profiles, 20)
        const { hits, plan, scored } = await quick.candidates('profile', need)
        expect(plan).toBe('vector')
        expect(scored).toBeLessThanOrEqual(300)
        compare(best, hits)
      }
      for (const offer of corpus.profiles
        .filter(({ status }) => status === 'active')
        .slice(0, 40)) {
        const best = await exact.candidates('opportunity', offer)
        compare(best.hits, (await quick.candidates('opportunity', offer)).hits)
      }
      expect(found / wanted).toBeGreaterThanOrEqual(0.99)
      await exact.close()
      await quick.close()
    }, 120_000)

    test('are checked against hard conditions all the same', async () => {
      const engine = engineOn(fresh(), taxonomy, { plan: 'vector' })
      const { profiles } = seededCorpus(4, { profiles: 60, opportunities: 1 })
      await engine.put('profile', profiles)
      const need = opportunityWith('o', {
        licences: ['B', 'C'],
        languages: [{ code: 'fr', level: 4, required: true }],
      })
      const { hits } = await engine.candidates('profile', need, {}, { limit: 100 })
      expect(hits.map(({ id }) => id)).toEqual(
        bestProfiles(taxonomy, need, profiles, 100).map(({ id }) => id),
      )
      await engine.close()
    })
  })

  describe('the server', () => {
    test('another process finds what the first one left', async () => {
      const at = fresh()
      const first = engineOn(at)
      expect(await first.health()).toMatchObject({ started: 'missing', appliedSequence: 0 })
      await first.put('profile', [titled('a', 'soudeur')], 12)
      await first.close()
      const second = engineOn(at)
      expect(await second.appliedSequence()).toBe(12)
      expect(await second.health()).toMatchObject({
        engine: 'meilisearch',
        started: 'existing',
        message: null,
        counts: { profile: 1 },
      })
      expect((await second.search('profile', { text: 'soudeur' })).total).toBe(1)
      const other = engineOn(at, seededTaxonomy(2))
      expect(await other.health()).toMatchObject({ started: 'version', appliedSequence: 0 })
      await second.close()
      await other.close()
    })

    test('changes of another process during a rebuild survive it, whatever comes late', async () => {
      const at = fresh()
      const builder = engineOn(at)
      const worker = engineOn(at)
      await worker.put('profile', [titled('a', 'soudeur'), titled('b', 'soudeur')], 1)
      async function* documents() {
        yield titled('a', 'soudeur')
        await worker.put('profile', [titled('a', 'zingueur'), titled('late', 'zingueur')], 2)
        await worker.remove('profile', ['b'], 3)
        // Read from the database before the change, written after it.
        yield titled('a', 'soudeur')
        yield titled('b', 'soudeur')
      }
      expect(await builder.rebuild('profile', documents(), { sequence: 1 })).toBe(2)
      const { hits } = await worker.search('profile', { text: 'zingueur' })
      expect(hits.map(({ id }) => id)).toEqual(['a', 'late'])
      expect((await worker.search('profile', {})).total).toBe(2)
      // What came after the rebuild's place is applied again: harmless.
      expect(await builder.appliedSequence()).toBe(1)
      const admin = new Meilisearch({ host: at.url, apiKey: at.key })
      const { results } = await admin.getRawIndexes({ limit: 1000 })
      const left = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(at.prefix))
      expect(left.sort()).toEqual(
        ['company', 'opportunity', 'profile', 'state'].map((kind) => `${at.prefix}_${kind}`),
      )
      await builder.close()
      await worker.close()
    })

    test('a change that the server cannot make rejects, and its sequence is not recorded', async () => {
      const engine = engineOn(fresh())
      const endless = profileWith('x'.repeat(300))
      await expect(engine.put('profile', [titled('a', 'soudeur'), endless], 5)).rejects.toThrow(
        /task \d+ .* failed/,
      )
      expect(await engine.appliedSequence()).toBe(0)
      await engine.close()
    })

    test('an index that somebody removed is made again, to be rebuilt', async () => {
      const at = fresh()
      const engine = engineOn(at)
      await engine.put('profile', [titled('a', 'soudeur')], 5)
      const admin = new Meilisearch({ host: at.url, apiKey: at.key })
      await admin.deleteIndex(`${at.prefix}_opportunity`).waitTask()
      expect((await engine.search('opportunity', {})).total).toBe(0)
      expect(await engine.health()).toMatchObject({ started: 'damaged', appliedSequence: 0 })
      await engine.close()
    })

    test('searches use a key that reads these indexes and does nothing else', async () => {
      const at = fresh()
      const engine = engineOn(at)
      await engine.put('profile', [titled('a', 'soudeur')])
      const connection = new Connection(at)
      await connection.readWithSearchKey()
      const index = connection.reader.index(`${at.prefix}_profile`)
      expect((await index.search('')).hits).toHaveLength(1)
      const refused = { cause: { code: 'invalid_api_key' }, response: { status: 403 } }
      const { reader } = connection
      const writes = [
        () => index.addDocuments([{ key: 'b' }]),
        () => index.updateDocuments([{ key: 'b' }]),
        () => index.deleteDocuments(['61']),
        () => index.deleteDocuments({ filter: 'key EXISTS' }),
        () => index.deleteAllDocuments(),
        () => index.updateSettings({ rankingRules: ['words'] }),
        () => index.delete(),
        () => reader.createIndex(`${at.prefix}_more`),
        () =>
          reader.swapIndexes([
            { indexes: [`${at.prefix}_profile`, `${at.prefix}_company`], rename: false },
          ]),
        () => reader.tasks.cancelTasks({ statuses: ['enqueued'] }),
        () => reader.createKey({ actions: ['*'], indexes: ['*'], expiresAt: null }),
        () => reader.createDump(),
      ]
      for (const write of writes) await expect(write()).rejects.toMatchObject(refused)
      await expect(reader.index('other_profile').search('')).rejects.toMatchObject(refused)
      await expect(reader.getKeys()).rejects.toMatchObject(refused)
      expect((await index.search('')).hits).toHaveLength(1)
      await engine.close()
    })

    test('a wrong key says so', async () => {
      const engine = engineOn({ ...fresh(), key: 'not the key' })
      await expect(engine.search('profile', {})).rejects.toThrow(SearchUnavailable)
      expect(await engine.health()).toMatchObject({ ok: false, message: /API key/ })
    })
  })
})
