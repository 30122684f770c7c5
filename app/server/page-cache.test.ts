import { expect, test } from 'vitest'
import { createPageCache, isSameForAll } from './page-cache.server.ts'

const page = (text: string) => ({ headers: [], body: new Uint8Array(Buffer.from(text)) })

test('a page is kept for its moment and for its state, never beyond', () => {
  let now = 0
  const cache = createPageCache(async () => '', { ms: 100, now: () => now })
  cache.put('/fr', '1', page('one'))
  now = 99
  expect(cache.get('/fr', '1')).toEqual(page('one'))
  expect(cache.get('/en', '1')).toBeNull()
  now = 100
  expect(cache.get('/fr', '1')).toBeNull()
  cache.put('/fr', '1', page('two'))
  expect(cache.get('/fr', '2')).toBeNull()
  expect(cache.get('/fr', '1')).toBeNull()
})

test('keeps only so many pages, the latest', () => {
  const cache = createPageCache(async () => '', { most: 2 })
  for (const key of ['a', 'b', 'c']) cache.put(key, '1', page(key))
  expect(['a', 'b', 'c'].map((key) => cache.get(key, '1') !== null)).toEqual([false, true, true])
})

test('a page is wanted when it was asked for a moment ago', () => {
  let now = 0
  const cache = createPageCache(async () => '', { ms: 100, most: 2, now: () => now })
  expect(cache.isWanted('/fr')).toBe(false)
  now = 99
  expect([cache.isWanted('/fr'), cache.isWanted('/en')]).toEqual([true, false])
  now = 199
  expect(cache.isWanted('/fr')).toBe(false)
  for (const key of ['a', 'b', 'c']) cache.isWanted(key)
  expect(['c', 'a'].map((key) => cache.isWanted(key))).toEqual([true, false])
})

test('only public pages asked for without a cookie are the same for all', () => {
  const same = (path: string, init: RequestInit = {}) =>
    isSameForAll(new Request(`http://localhost${path}`, init), path)
  expect(['/fr', '/ar/opportunities', '/en/opportunities/0190-a'].map((one) => same(one))).toEqual([
    true,
    true,
    true,
  ])
  expect(['/', '/fr/matches', '/fr/opportunities/1/edit', '/xx'].map((one) => same(one))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(same('/fr', { headers: { cookie: 'passerelle.flash=saved' } })).toBe(false)
  expect(same('/fr', { method: 'POST' })).toBe(false)
})
