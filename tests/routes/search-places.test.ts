import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { ask, visibleText } from '#tests/support/client.ts'
import { publishedOpportunity, publishedProfile } from '#tests/support/fixtures.ts'
import { type Person, person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let employer: Person

beforeAll(async () => {
  server = await startTestServer()
  employer = await person(server.services, 'employer')
  const { reference, open, index } = server.services
  const at = (name: string) => reference.meantPlace('CI', name).place?.id ?? null
  await publishedOpportunity(open, { place_id: at('Bouaké') })
  await publishedOpportunity(open, { place_id: at('Cocody') })
  await publishedProfile(open, { place_id: at('Bouaké') })
  await index.settled()
})
afterAll(() => server.drop())

/** What a field of the search form holds. */
const held = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0].match(/ value="([^"]*)"/)?.[1] ?? ''
/** Addresses of the list's own links, as a browser reads them. */
const lists = (html: string): string[] =>
  [
    ...html
      .slice(html.indexOf('id="found"'))
      .matchAll(/href="([^"]*\/(?:opportunities|candidates)\?[^"]*)"/g),
  ].map(([, href = '']) => href.replaceAll('&amp;', '&'))

describe.each([
  ['the search', '/opportunities', false],
  ['the search for candidates', '/employer/candidates', true],
] as const)('%s', (_, path, isSignedIn) => {
  const t = translator('fr')
  const get = async (query: Record<string, string>): Promise<string> => {
    const address = `/fr${path}?${new URLSearchParams(query)}`
    const { status, text } = await ask(
      server.url,
      address,
      isSignedIn ? { cookie: employer.cookie } : {},
    )
    expect(status).toBe(200)
    return text
  }

  test('puts words and the place behind them into their own boxes, and into every link', async () => {
    const html = await get({ q: 'soudeur à bouake' })
    expect(held(html, 'q')).toBe('soudeur')
    expect(held(html, 'place')).toBe('bouake')
    expect(visibleText(html)).toContain('Bouaké, 25')
    const filters = lists(html).filter((href) => href.includes('q='))
    expect(filters.length).toBeGreaterThan(3)
    for (const href of filters)
      expect(new URL(href, server.url).searchParams.get('q')).toBe('soudeur')
    expect(filters.some((href) => href.includes('place=bouake'))).toBe(true)
  })

  test('says which place it understood, and proposes some where it is not sure', async () => {
    const html = await get({ place: 'cocodi' })
    expect(visibleText(html)).toContain('Cocody, 25')
    expect(html).not.toContain(t('search.unknownPlace', { place: 'cocodi' }))
    const unsure = await get({ place: 'kokody', q: 'soudeur' })
    expect(visibleText(unsure)).toContain(t('search.unknownPlace', { place: 'kokody' }))
    const [first] = lists(unsure).filter((href) => href.includes('place=Cocody'))
    const address = new URL(first ?? '', server.url)
    expect(address.searchParams.get('q')).toBe('soudeur')
    const chosen = await get(Object.fromEntries(address.searchParams))
    expect(visibleText(chosen)).toContain('Cocody, 25')
  })
})
