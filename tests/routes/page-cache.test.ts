import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, visibleText } from '#tests/support/client.ts'
import { publishedOpportunity } from '#tests/support/fixtures.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.drop())

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(server.url, path, { headers })

test('a public page asked for again is the same page, with a number and a nonce of its own', async () => {
  const own = new Set(['x-request-id', 'content-security-policy', 'date'])
  const rest = (headers: Headers) => [...headers].filter(([name]) => !own.has(name))
  const first = await get('/fr/opportunities')
  // It is kept from the second time on.
  for (const again of [await get('/fr/opportunities'), await get('/fr/opportunities')]) {
    expect(again.status).toBe(200)
    expect(again.text).toBe(first.text)
    for (const name of ['x-request-id', 'content-security-policy']) {
      expect(again.headers.get(name), name).not.toBe(first.headers.get(name))
    }
    expect(rest(again.headers)).toEqual(rest(first.headers))
  }
})

test('what is published and taken back shows at once, however often the page was asked for', async () => {
  const shown = async () => visibleText((await get('/fr/opportunities')).text)
  const title = 'Soudeur de charpentes navales'
  expect(await shown()).not.toContain(title)
  const id = await publishedOpportunity(server.services.open, { title })
  await server.services.index.settled()
  expect(await shown()).toContain(title)
  await server.services.db
    .updateTable('opportunity')
    .set({ status: 'closed' })
    .where('id', '=', id)
    .execute()
  await server.services.db
    .insertInto('index_change')
    .values({ kind: 'opportunity', entity_id: id, created_at: new Date().toISOString() })
    .execute()
  expect(await shown()).not.toContain(title)
})

test.each(['zstd', 'br', 'gzip', 'identity'])('pages come whole in %s', async (encoding) => {
  const { text, headers } = await get('/ar', { 'accept-encoding': encoding })
  expect(headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
  expect(headers.get('vary')).toContain('Accept-Encoding')
  expect(text).toMatch(/^<!DOCTYPE html><html lang="ar"[\s\S]*<\/html>$/)
})
