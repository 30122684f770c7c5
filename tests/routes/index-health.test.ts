import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { newId } from '#db/id.ts'
import { ask, post, visibleText } from '#tests/support/client.ts'
import { publishedOpportunity } from '#tests/support/fixtures.ts'
import { type Person, person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let administrator: Person
const t = translator('fr')

beforeAll(async () => {
  server = await startTestServer()
  administrator = await person(server.services, 'administrator')
  for (let at = 0; at < 5; at++) await publishedOpportunity(server.services.open)
  await server.services.index.settled()
})
afterAll(() => server.drop())

test('/readyz tells how the index is', async () => {
  const { status, text } = await ask(server.url, '/readyz')
  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    ready: true,
    index: {
      engine: 'embedded',
      version: expect.stringMatching(/\d/),
      ok: true,
      started: 'missing',
      documents: { opportunity: 5, company: 5 },
      changes: 0,
      lagMs: 0,
      lastRebuild: { reason: 'missing', documents: expect.any(Number), ms: expect.any(Number) },
      rebuilding: null,
    },
  })
})

test('an index that was emptied is noticed and built anew while pages answer', async () => {
  const { search, db } = server.services
  const { rebuilt } = await lastRebuild()
  // As after a file that was deleted or a server that lost its data: no document, and no place.
  for (const kind of ['profile', 'opportunity', 'company'] as const) {
    await search.rebuild(kind, [], { sequence: 0 })
  }
  await until(async () => {
    await expectNoLie()
    return (await lastRebuild()).rebuilt !== rebuilt
  })
  expect((await search.health()).counts.opportunity).toBe(5)
  const runs = await db.selectFrom('index_run').select(['reason', 'error', 'done']).execute()
  expect(runs.every((run) => run.error === null)).toBe(true)
  expect(runs.length).toBeGreaterThan(1)

  // Documents that go while the place stays are noticed too.
  const ids = (await db.selectFrom('opportunity').select('id').execute()).map((row) => row.id)
  await search.remove('opportunity', ids)
  expect((await search.health()).counts.opportunity).toBe(0)
  await until(async () => {
    await expectNoLie()
    return (await search.health()).counts.opportunity === 5
  })
})

/** All that was published, from the index or, while that rests, from the database. */
async function expectNoLie() {
  const { status, text } = await ask(server.url, `/fr/opportunities?q=&page=1&n=${Math.random()}`)
  expect(status).toBe(200)
  expect(visibleText(text)).toContain(t('search.total', { count: 5, total: '5' }))
}

test('until an emptied index is built, search rests and /readyz is not ready', async () => {
  const { search, db, index, now } = server.services
  const [employer, returnee] = [
    await person(server.services, 'employer'),
    await person(server.services, 'returnee'),
  ]
  await index.settled()
  expect(await readyz()).toMatchObject({ status: 200, ready: true, index: { whole: true } })
  // Another process has begun to build it, and does not come to an end.
  const said = new Date(now().getTime() + 60_000).toISOString()
  const id = newId()
  await db
    .insertInto('index_run')
    .values({
      id,
      kind: 'rebuild',
      store: index.store,
      reason: 'missing',
      holder: 'elsewhere 13',
      started_at: now().toISOString(),
      updated_at: said,
      done: 0,
      total: 10,
    })
    .execute()
  await search.distrust()
  const get = (path: string, cookie = '') => ask(server.url, path, { cookie })
  const list = await get('/fr/opportunities?q=soudeur')
  expect(list.status).toBe(200)
  expect(visibleText(list.text)).toContain(t('search.resting.title'))
  expect(visibleText(list.text)).not.toContain(t('search.total', { count: 0, total: '0' }))
  const opportunity = `/fr/employer/opportunities/${employer.ids.opportunityId}`
  for (const { path, cookie } of [
    { path: '/fr/matches', cookie: returnee.cookie },
    { path: `${opportunity}/matches`, cookie: employer.cookie },
    { path: '/fr/employer/candidates', cookie: employer.cookie },
  ]) {
    const { status, text } = await get(path, cookie)
    expect(status, path).toBe(503)
    expect(visibleText(text), path).toContain(t('errors.resting.title'))
  }
  expect(JSON.parse((await get('/fr/suggest/occupation?q=soud')).text)).not.toEqual([])
  expect(await readyz()).toMatchObject({
    status: 503,
    ready: false,
    index: { ok: true, whole: false, message: expect.stringMatching(/built/) },
  })
  await db.deleteFrom('index_run').where('id', '=', id).execute()
  await until(async () => (await readyz()).ready)
  expect((await get('/fr/matches', returnee.cookie)).status).toBe(200)
  const found = await get('/fr/opportunities?q=soudeur')
  expect(visibleText(found.text)).not.toContain(t('search.resting.title'))
})

async function readyz() {
  const { status, text } = await ask(server.url, '/readyz')
  return { status, ...JSON.parse(text) }
}

test('an administrator has the index checked and built anew, on record', async () => {
  const { cookie } = administrator
  const asked = async (intent: string) =>
    post(server.url, '/fr/admin', [['intent', intent]], { cookie })
  const page = async () => visibleText((await ask(server.url, '/fr/admin', { cookie })).text)
  expect(await page()).toContain(t('admin.states.working'))

  const check = await asked('check')
  expect(check).toMatchObject({ status: 302, location: '/fr/admin' })
  await until(async () => (await page()).includes(t('admin.agrees')))

  const before = (await lastRebuild()).rebuilt
  expect((await asked('rebuild')).status).toBe(302)
  await until(async () => (await lastRebuild()).rebuilt !== before)
  expect(await page()).toContain(t('admin.reasons.asked'))

  const events = await server.services.db
    .selectFrom('audit_event')
    .select(['action', 'actor_id'])
    .where('action', 'like', 'index.%')
    .orderBy('at')
    .execute()
  expect(events).toEqual([
    { action: 'index.check-asked', actor_id: administrator.userId },
    { action: 'index.rebuild-asked', actor_id: administrator.userId },
  ])
  for (const intent of ['', 'drop', 'REBUILD']) {
    expect((await asked(intent)).status, intent).toBe(400)
  }
})

async function lastRebuild() {
  const { index } = JSON.parse((await ask(server.url, '/readyz')).text)
  return { rebuilt: index.lastRebuild?.finishedAt as string | undefined }
}

/** Waits until something is true, twenty seconds at most. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it never came true')
    await pause(50)
  }
}
