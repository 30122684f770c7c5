import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { ask, post, visibleText } from '#tests/support/client.ts'
import { company, publishedOpportunity } from '#tests/support/fixtures.ts'
import { freePort, missingMeilisearch, startOwnMeilisearch } from '#tests/support/meilisearch.ts'
import { type Person, person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// A server whose search engine is away: nobody listens where it is told to look.
let server: TestServer
let port: number
let returnee: Person
let employer: Person
let administrator: Person
let opportunityId: string
const key = 'the master key of a test'

beforeAll(async () => {
  port = await freePort()
  server = await startTestServer({ MEILI_URL: `http://127.0.0.1:${port}`, MEILI_KEY: key })
  returnee = await person(server.services, 'returnee')
  employer = await person(server.services, 'employer')
  administrator = await person(server.services, 'administrator')
  opportunityId = await publishedOpportunity(server.services.open)
  const companyId = await company(server.services.open)
  for (let more = 0; more < 23; more++) {
    const kind = more % 2 ? 'internship' : 'job'
    await publishedOpportunity(server.services.open, { company_id: companyId, kind })
  }
})
afterAll(() => server.drop())

describe.each(locales)('while search rests, in %s', (locale) => {
  const t = translator(locale)
  const get = (path: string, who?: Person) =>
    ask(server.url, `/${locale}${path}`, who ? { cookie: who.cookie } : {})

  test('the public search shows published opportunities and says so', async () => {
    const { status, text, headers } = await get('/opportunities?q=soudeur&kind=internship')
    expect(status).toBe(200)
    expect(headers.get('retry-after')).toBeNull()
    const words = visibleText(text)
    expect(words).toContain(t('search.resting.title'))
    expect(words).toContain(t('search.resting.words', { words: 'soudeur' }))
    expect(words).toContain(t('search.total', { count: 11, total: '11' }))
    // Nothing to search as one types, so no script, and search machines look again another time.
    expect(text).not.toContain('<script')
    expect(text).not.toContain('data-live')
    expect(text).toContain('noindex')
  })

  test('pages can be turned and filters taken away', async () => {
    const first = await get('/opportunities')
    const second = await get('/opportunities?page=2')
    const links = (text: string) => new Set(text.match(/\/opportunities\/[0-9a-f-]{36}/g))
    expect(links(first.text).size).toBe(20)
    expect(links(second.text).size).toBe(5)
    expect([...links(first.text)].filter((one) => links(second.text).has(one))).toEqual([])
    expect(first.text).toContain('kind=job')
  })

  test('what needs no index works', async () => {
    expect((await get(`/opportunities/${opportunityId}`)).status).toBe(200)
    expect((await get(`/matches/${opportunityId}`, returnee)).status).toBe(200)
    const suggested = await get('/suggest/occupation?q=soud')
    expect(JSON.parse(suggested.text)).not.toEqual([])
    expect((await get('')).status).toBe(200)
    expect((await get('/profile', returnee)).status).toBe(200)
    expect((await get('/employer', employer)).status).toBe(200)
  })

  test.each([
    ['/employer/candidates', () => employer],
    ['/matches', () => returnee],
  ] as const)('%s says that search rests, and when to come back', async (path, who) => {
    const { status, headers, text } = await get(path, who())
    expect(status).toBe(503)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    const words = visibleText(text)
    expect(words).toContain(t('errors.resting.title'))
    expect(words).toContain(t('errors.resting.text'))
    expect(text).toContain(`href="/${locale}${path}"`)
    expect(text).toContain(`href="/${locale}/opportunities"`)
  })

  test('the administrator sees it', async () => {
    const { status, text } = await get('/admin', administrator)
    expect(status).toBe(200)
    const words = visibleText(text)
    expect(words).toContain(t('admin.states.resting'))
    expect(words).toContain('meilisearch')
    expect(words).toContain(t('admin.unknownLag'))
  })
})

test('an engine that hangs holds up one page of matches, not the next', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port: heard } = silent.address() as AddressInfo
  const hanging = await startTestServer({ MEILI_URL: `http://127.0.0.1:${heard}`, MEILI_KEY: key })
  try {
    const who = await person(hanging.services, 'returnee')
    const firm = await person(hanging.services, 'employer')
    const asked = [
      { path: '/fr/matches', cookie: who.cookie },
      { path: `/fr/employer/opportunities/${firm.ids.opportunityId}/matches`, cookie: firm.cookie },
      { path: '/fr/employer/candidates', cookie: firm.cookie },
    ]
    await ask(hanging.url, '/fr/matches', { cookie: who.cookie })
    for (const { path, cookie } of asked) {
      const before = performance.now()
      expect((await ask(hanging.url, path, { cookie })).status).toBe(503)
      expect(performance.now() - before).toBeLessThan(500)
    }
  } finally {
    await hanging.drop()
    silent.closeAllConnections()
    silent.close()
  }
}, 60_000)

test('/readyz says that the engine is away, without its address, and stays ready', async () => {
  const { status, text } = await ask(server.url, '/readyz')
  expect(status).toBe(200)
  const { ready, index } = JSON.parse(text)
  expect(ready).toBe(true)
  expect(index).toMatchObject({ engine: 'meilisearch', ok: false, changes: null, lagMs: null })
  expect(index.message).not.toContain(String(port))
})

test('writes go on meanwhile', async () => {
  const { cookie } = employer
  const path = `/fr/employer/opportunities/${employer.ids.opportunityId}`
  const page = await ask(server.url, path, { cookie })
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  expect(version).not.toBe('')
  const before = await changes()
  const answer = await post(
    server.url,
    path,
    [
      ['intent', 'pause'],
      ['version', version],
    ],
    { cookie },
  )
  expect(answer.status).toBe(302)
  expect(await changes()).toBeGreaterThan(before)
})

test.skipIf(missingMeilisearch() !== null || process.env.MEILI_URL)(
  'when the engine comes, everything written meanwhile is found, and when it loses its indexes, again',
  { timeout: 120_000 },
  async () => {
    const meili = await startOwnMeilisearch(port, key)
    try {
      await until(async () => (await ready()).index.changes === 0)
      const due = await documents()
      expect((await ready()).index).toMatchObject({
        ok: true,
        documents: due,
        rebuilding: null,
        lastRebuild: { reason: 'missing' },
      })
      const rests = translator('fr')('search.resting.title')
      await until(async () => {
        const { text } = await ask(server.url, '/fr/opportunities?q=soudeur')
        return !visibleText(text).includes(rests)
      })
      expect((await ask(server.url, '/fr/matches', { cookie: returnee.cookie })).status).toBe(200)

      const headers = { authorization: `Bearer ${key}` }
      const answer = await fetch(`${meili.url}/indexes?limit=100`, { headers })
      const { results } = (await answer.json()) as { results: { uid: string }[] }
      expect(results.length).toBeGreaterThan(3)
      for (const { uid } of results) {
        await fetch(`${meili.url}/indexes/${uid}`, { method: 'DELETE', headers })
      }
      const statuses = new Set<number>()
      const none = translator('fr')('search.total', { count: 0, total: '0' })
      await until(async () => {
        const { status, text } = await ask(server.url, '/fr/opportunities')
        statuses.add(status)
        // What was lost is not told as a result.
        expect(visibleText(text)).not.toContain(none)
        const { index } = await ready()
        return index.ok && index.changes === 0 && index.documents.opportunity === due.opportunity
      })
      expect([...statuses]).toEqual([200])
    } finally {
      await meili.stop()
    }
  },
)

async function ready() {
  return JSON.parse((await ask(server.url, '/readyz')).text)
}

async function changes(): Promise<number> {
  const row = await server.services.db
    .selectFrom('index_change')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function documents() {
  const count = async (table: 'profile' | 'opportunity') => {
    const rows = await server.services.db
      .selectFrom(table)
      .select('id')
      .where('status', '=', 'published')
      .execute()
    return rows.length
  }
  const companies = await server.services.db.selectFrom('company').select('id').execute()
  return {
    profile: await count('profile'),
    opportunity: await count('opportunity'),
    company: companies.length,
  }
}

/** Waits until something is true, a minute at most. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it never came true')
    await pause(100)
  }
}
