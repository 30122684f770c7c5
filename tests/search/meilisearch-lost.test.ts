import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Meilisearch } from 'meilisearch'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { readConfig } from '#app/server/config.server.ts'
import { openServices } from '#app/server/services.server.ts'
import { prepareDatabase } from '#app/tasks/prepare.ts'
import { MeilisearchEngine } from '#search/meilisearch/engine.ts'
import { openSearch } from '#search/open.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import { publishedProfile } from '../support/fixtures.ts'
import {
  freePort,
  missingOwnMeilisearch,
  type OwnMeilisearch,
  startOwnMeilisearch,
} from '../support/meilisearch.ts'
import { opportunityWith, profileWith, seededTaxonomy } from './corpus.ts'

const missing = missingOwnMeilisearch()
const taxonomy = seededTaxonomy(1)
const titled = (id: string, title: string) =>
  profileWith(id, { text: { title, skills: '', place: '', body: '' } })

/** A server that a test may kill, rob of its data and start again. */
async function killable() {
  const folder = mkdtempSync(join(tmpdir(), 'meilisearch-lost-'))
  const key = randomBytes(18).toString('hex')
  const port = await freePort()
  let server: OwnMeilisearch = await startOwnMeilisearch(port, key, folder)
  onTestFinished(() => server.stop())
  return {
    url: server.url,
    key,
    kill: () => server.kill(),
    lose: () => rmSync(folder, { recursive: true, force: true }),
    start: async () => {
      server = await startOwnMeilisearch(port, key, folder)
    },
    async deleteAll() {
      const admin = new Meilisearch({ host: server.url, apiKey: key })
      const { results } = await admin.getRawIndexes({ limit: 100 })
      await Promise.all(results.map(({ uid }) => admin.deleteIndex(uid).waitTask()))
    },
  }
}

async function timed(call: Promise<unknown>): Promise<{ ms: number; error: unknown }> {
  const began = performance.now()
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { ms: performance.now() - began, error }
}

describe.skipIf(missing !== null)(
  `meilisearch: a server that loses its data${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    test('all indexes deleted: the next call makes new ones, and the place is 0', async () => {
      const server = await killable()
      const engine = new MeilisearchEngine({ ...server, taxonomy })
      onTestFinished(() => engine.close())
      await engine.put('profile', [titled('a', 'soudeur')], 7)
      expect(await engine.appliedSequence()).toBe(7)
      await server.deleteAll()
      expect((await engine.search('profile', { text: 'soudeur' })).total).toBe(0)
      expect(await engine.health()).toMatchObject({ started: 'missing', appliedSequence: 0 })
      expect((await engine.candidates('profile', opportunityWith('o'))).hits).toEqual([])
    })

    test('a change after the loss neither makes a bare index nor moves the place on', async () => {
      const server = await killable()
      const engine = new MeilisearchEngine({ ...server, taxonomy })
      onTestFinished(() => engine.close())
      await engine.put('profile', [titled('a', 'soudeur')], 7)
      expect(await engine.appliedSequence()).toBe(7)
      await server.deleteAll()
      await expect(engine.put('profile', [titled('b', 'soudeur')], 8)).rejects.toThrow(
        SearchUnavailable,
      )
      // A page was faster than the worker that was told of the place before.
      await engine.search('profile', {})
      await expect(engine.put('profile', [titled('b', 'soudeur')], 8)).rejects.toThrow(
        SearchUnavailable,
      )
      expect(await engine.appliedSequence()).toBe(0)
      await engine.rebuild('profile', [titled('a', 'soudeur'), titled('b', 'soudeur')], {
        sequence: 8,
      })
      expect((await engine.search('profile', { text: 'soudeur' })).total).toBe(2)
      expect(await engine.appliedSequence()).toBe(8)
    })

    test('an empty server in its place is filled by the worker while searches answer', async () => {
      const server = await killable()
      const folder = mkdtempSync(join(tmpdir(), 'passerelle-lost-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const site = join(folder, 'site.db')
      copyFileSync(inject('emptyDatabase'), site)
      const env = {
        APP_MODE: 'test',
        DATABASE_URL: `file:${site}`,
        SEARCH_FILE: join(folder, 'search.db'),
        MEILI_URL: server.url,
        MEILI_KEY: server.key,
        LOG_LEVEL: 'silent',
      }
      await prepareDatabase(env.DATABASE_URL)
      const services = await openServices(readConfig(env))
      onTestFinished(() => services.close())
      for (let at = 0; at < 5; at++) await publishedProfile(services.open)
      await services.index.settled()
      const total = async () => (await services.search.search('profile', {})).total
      expect(await total()).toBe(5)
      await server.kill()
      server.lose()
      await server.start()
      const began = performance.now()
      for (;;) {
        const { error } = await timed(total())
        // Nothing else may come of it: pages know what to say then.
        if (error !== null) expect(error).toBeInstanceOf(SearchUnavailable)
        else if ((await total()) === 5) break
        expect(performance.now() - began).toBeLessThan(20_000)
        await pause(50)
      }
      await services.index.settled()
      expect(await services.index.lag()).toEqual({ changes: 0, ms: 0 })
    }, 60_000)

    test('a rebuild that the server did not survive is written to no more, and cleared by the next', async () => {
      const server = await killable()
      const engine = new MeilisearchEngine({ ...server, taxonomy })
      onTestFinished(() => engine.close())
      await engine.put('profile', [titled('a', 'soudeur')], 7)
      async function* documents() {
        yield titled('a', 'soudeur')
        await server.kill()
      }
      await expect(engine.rebuild('profile', documents(), { sequence: 7 })).rejects.toThrow(
        SearchUnavailable,
      )
      await server.start()
      await expect
        .poll(async () => (await timed(engine.put('profile', [titled('b', 'x')], 8))).error, {
          timeout: 5000,
        })
        .toBeNull()
      const admin = new Meilisearch({ host: server.url, apiKey: server.key })
      const profiles = async () => {
        const { indexes } = await admin.getStats()
        return Object.entries(indexes)
          .filter(([name]) => name.startsWith('passerelle_profile'))
          .map(([, { numberOfDocuments }]) => numberOfDocuments)
          .sort()
      }
      expect(await profiles()).toEqual([0, 2])
      expect(await engine.rebuild('profile', [titled('a', 'soudeur')], { sequence: 8 })).toBe(1)
      expect(await profiles()).toEqual([1])
    })

    test('while it is down calls fail at once; when it is back they are answered', async () => {
      const server = await killable()
      const engine = new MeilisearchEngine({ ...server, taxonomy })
      onTestFinished(() => engine.close())
      await engine.put('profile', [titled('a', 'soudeur')], 7)
      await server.kill()
      for (let call = 0; call < 5; call++) {
        const { ms, error } = await timed(engine.search('profile', {}))
        expect(error).toBeInstanceOf(SearchUnavailable)
        expect(ms).toBeLessThan(200)
      }
      await server.start()
      await expect
        .poll(async () => (await timed(engine.search('profile', {}))).error, { timeout: 5000 })
        .toBeNull()
      expect(await engine.appliedSequence()).toBe(7)
    })
  },
)

/** A small HTTP server in the place of Meilisearch. */
async function answering(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(answer ?? (() => {}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('meilisearch: a server that does not help', () => {
  test('calls say so while it is down; opening does not fail', async () => {
    const warnings: string[] = []
    const log = { warn: (message: string) => warnings.push(message) }
    const meili = { url: 'http://127.0.0.1:9', key: 'k' }
    const engine = await openSearch({ file: ':memory:', taxonomy, meili, log })
    expect(warnings).toEqual(['Meilisearch at http://127.0.0.1:9 does not answer'])
    await expect(engine.search('profile', {})).rejects.toThrow(SearchUnavailable)
    await expect(engine.put('profile', [titled('a', 'x')], 1)).rejects.toThrow(SearchUnavailable)
    await expect(engine.candidates('profile', opportunityWith('o'))).rejects.toThrow(
      SearchUnavailable,
    )
    expect(await engine.health()).toMatchObject({ ok: false })
    await engine.close()
  })

  test('one that never answers is waited for five seconds, once', async () => {
    const url = await answering(() => {})
    const engine = new MeilisearchEngine({ url, key: 'k', taxonomy })
    const first = await timed(engine.search('profile', {}))
    expect(first.error).toBeInstanceOf(SearchUnavailable)
    expect(first.ms).toBeLessThan(6000)
    const second = await timed(engine.search('profile', {}))
    expect(second.error).toBeInstanceOf(SearchUnavailable)
    expect(second.ms).toBeLessThan(100)
    await engine.close()
  })

  test.each(['1.11.3', '1.35.9', '0.30.0'])(
    'version %s is refused with the one it needs',
    async (old) => {
      const url = await answering((_, answer) => {
        answer.setHeader('content-type', 'application/json')
        answer.end(JSON.stringify({ pkgVersion: old, commitSha: '', commitDate: '' }))
      })
      const engine = new MeilisearchEngine({ url, key: 'k', prefix: 'p', taxonomy })
      const message = `Meilisearch at ${url} is version ${old}: 1.36 or newer is needed (verified with 1.50.0)`
      await expect(engine.search('profile', {})).rejects.toThrow(message)
      expect(await engine.health()).toMatchObject({ ok: false, message })
      await engine.close()
    },
  )
})
