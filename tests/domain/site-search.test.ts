import { randomBytes } from 'node:crypto'
import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { applyIndexChanges, documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import { findOpportunities } from '#app/domain/search/find-opportunities.server.ts'
import { readOpportunitySearch } from '#app/domain/search/opportunity-search.ts'
import { knownWords } from '#app/domain/search/site-search.server.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { EmbeddedEngine } from '#search/embedded/engine.ts'
import { KINDS, type SearchEngine } from '#search/engine.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import { MeilisearchEngine } from '#search/meilisearch/engine.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import {
  type MeilisearchForTests,
  missingMeilisearch,
  startMeilisearch,
} from '#tests/support/meilisearch.ts'
import { addCompany, addOpportunity, addProfile, now, searchStores } from './search-support.ts'

const missing = missingMeilisearch()
let server: MeilisearchForTests
beforeAll(async () => {
  if (!missing) server = await startMeilisearch()
})
afterAll(() => server?.stop())

const prefixes = new WeakMap<Taxonomy, string>()
function meilisearch(taxonomy: Taxonomy): SearchEngine {
  const prefix = prefixes.get(taxonomy) ?? `s${randomBytes(5).toString('hex')}`
  prefixes.set(taxonomy, prefix)
  return new MeilisearchEngine({ url: server.url, key: server.key, prefix, taxonomy })
}
const embedded = (taxonomy: Taxonomy) => new EmbeddedEngine({ file: ':memory:', taxonomy })

/** A database with one opportunity and one profile, recorded as published, and an index of nothing. */
async function world(openEngine: typeof meilisearch) {
  const at = await searchStores('sqlite', openEngine)
  const place = at.place('Abidjan')
  const publish = async (occupation: string) => {
    const company = await addCompany(at.db, `Entreprise ${occupation}`)
    const given = { title: occupation, occupation_uri: at.occupation(occupation) }
    const id = await addOpportunity(at.stores, company, { ...given, place_id: place.id })
    await recordIndexChange(at.db, 'sqlite', 'company', [company], now())
    await recordIndexChange(at.db, 'sqlite', 'opportunity', [id], now())
    return id
  }
  const find = (query: string) => {
    const { state, country } = readOpportunitySearch(new URLSearchParams(query), at.reference, 'CI')
    return findOpportunities(at.stores, state, country, 'fr')
  }
  const rests = async () => {
    const { search } = at
    const [opportunity] = await documentsOf('opportunity', [await firstId()], at.stores)
    if (!opportunity) throw new Error('no opportunity')
    for (const kind of KINDS) {
      await expect(search.search(kind, {}), kind).rejects.toThrow(SearchUnavailable)
      await expect(search.search(kind, { text: 'soudeur' })).rejects.toThrow(SearchUnavailable)
    }
    await expect(search.candidates('profile', opportunity)).rejects.toThrow(SearchUnavailable)
    expect(await find('')).toMatchObject({ resting: true })
    expect(await search.whole()).toBe(false)
  }
  const firstId = async () => {
    const row = await at.db.selectFrom('opportunity').select('id').executeTakeFirstOrThrow()
    return row.id
  }
  return { ...at, placeId: place.id, publish, find, rests }
}

describe.each([
  ['embedded', embedded],
  ['meilisearch', meilisearch],
] as const)('search as the site asks it, %s', (name, openEngine) => {
  const skipped = name === 'meilisearch' && missing !== null

  test.skipIf(skipped)('a deployment without anything published does not rest', async () => {
    const { find, search } = await world(openEngine)
    expect(await find('q=soudeur')).toMatchObject({ resting: false, found: { total: 0 } })
    expect(await search.whole()).toBe(true)
  })

  test.skipIf(skipped)(
    'an index without a place rests, and one that is built in part',
    async () => {
      const { stores, search, publish, find, rests, index, db, occupation, placeId } =
        await world(openEngine)
      await publish('soudeur')
      const profile = await addProfile(stores, null, {
        occupation: occupation('soudeur'),
        placeId,
        code: 'CI-AAAA-BB',
      })
      await recordIndexChange(db, 'sqlite', 'profile', [profile], now())
      await rests()
      // Kind by kind, as a rebuild goes: the place comes with the last.
      await search.rebuild('profile', await documentsOf('profile', [profile], stores))
      await rests()
      await index()
      expect(await find('q=soudeur')).toMatchObject({ resting: false, found: { total: 1 } })
      expect((await search.search('profile', { text: 'soudeur' })).total).toBe(1)
      // What is published later waits for its turn, and nothing rests meanwhile.
      await publish('plombier')
      expect(await find('')).toMatchObject({ resting: false, found: { total: 1 } })
      await applyIndexChanges(stores)
      expect(await find('')).toMatchObject({ resting: false, found: { total: 2 } })
    },
  )

  test.skipIf(skipped)('an index that is emptied rests until it is built anew', async () => {
    const { search, publish, find, rests, index } = await world(openEngine)
    const id = await publish('soudeur')
    await index()
    expect((await find('')).resting).toBe(false)
    // The place stays: nothing but the emptiness tells.
    await search.remove('opportunity', [id])
    await rests()
    await index()
    expect(await find('')).toMatchObject({ resting: false, found: { total: 1 } })
    await search.distrust()
    await rests()
  })

  test.skipIf(skipped)('words of the vocabulary are never read as typos', async () => {
    const { publish, index, find, reference } = await world(openEngine)
    await publish('plombier')
    await publish('secrétaire')
    await index()
    for (const text of ['soudeur', 'soudeuse', 'welder', 'كهربائي', 'couturière', 'plongeur']) {
      expect(knownWords(reference, `${text} `), text).toHaveLength(1)
      expect((await find(`q=${text}`)).found, text).toMatchObject({ total: 0, help: { words: [] } })
    }
    for (const text of ['plombiers', 'plombiers ', 'tailleurs', 'plombières']) {
      const found = text.startsWith('plomb') ? 1 : 0
      expect((await find(`q=${encodeURIComponent(text)}`)).found.total, text).toBe(found)
    }
    for (const typo of ['plombeir', 'plonbier', 'secretiare', 'plonbie']) {
      expect(knownWords(reference, typo), typo).toEqual([])
      expect((await find(`q=${typo}`)).found.total, typo).toBe(1)
    }
    expect((await find('q=plomb')).found.total).toBe(1)
    expect((await find('q=plombie')).found.total).toBe(1)
  })
})

describe.skipIf(missing !== null)('a Meilisearch server whose data is lost', () => {
  const lose = async (taxonomy: Taxonomy) => {
    const { url, key } = server
    const writer = new Meilisearch({ host: url, apiKey: key })
    for (const name of ['profile', 'opportunity', 'company', 'state']) {
      await writer.deleteIndex(`${prefixes.get(taxonomy)}_${name}`).waitTask()
    }
  }

  test('the next question rests, whoever makes the indexes anew', async () => {
    const { reference, publish, find, rests, index } = await world(meilisearch)
    await publish('soudeur')
    await index()
    expect((await find('')).resting).toBe(false)
    await lose(reference.taxonomy)
    await rests()
    await index()
    expect((await find('')).resting).toBe(false)
    await lose(reference.taxonomy)
    const other = meilisearch(reference.taxonomy)
    onTestFinished(() => other.close())
    expect((await other.search('profile', {})).total).toBe(0)
    expect((await find('')).resting).toBe(true)
  })

  test('nothing more is asked of the server while all is well', async () => {
    const { publish, search, index } = await world(meilisearch)
    await publish('soudeur')
    await index()
    await search.appliedSequence()
    const requests = vi.spyOn(globalThis, 'fetch')
    onTestFinished(() => requests.mockRestore())
    for (const text of ['', 'soudeur', 'soude', 'abidjan ']) {
      expect((await search.search('opportunity', { text })).total, text).toBe(1)
    }
    // One more: whether documents hold a word that the vocabulary does not know.
    expect(requests).toHaveBeenCalledTimes(5)
  })
})
