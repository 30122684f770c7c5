import { afterAll, beforeAll, expect, test } from 'vitest'
import { wireBytes } from '#tests/support/client.ts'
import { publishedOpportunity } from '#tests/support/fixtures.ts'
import { type Person, person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// A page that somebody opens on a slow connection, everything that it makes the browser fetch
// included, on a first visit.
const mostBytes = 20 * 1024
/** The script of a page that suggests while somebody types: results and places, or places alone. */
const mostScriptBytes = 2 * 1024

let server: TestServer
let returnee: Person
let employer: Person
let opportunityId: string

beforeAll(async () => {
  server = await startTestServer()
  returnee = await person(server.services, 'returnee')
  employer = await person(server.services, 'employer')
  opportunityId = await publishedOpportunity(server.services.open)
  for (let more = 0; more < 24; more++) await publishedOpportunity(server.services.open)
  await server.services.index.settled()
})
afterAll(() => server.drop())

/** Pages with a box for a place. */
const suggesting = new Set(['public search', 'matches', "an employer's matches"])

const pages: readonly [string, (locale: string) => { path: string; cookie?: string }][] = [
  ['home', (locale) => ({ path: `/${locale}` })],
  ['public search', (locale) => ({ path: `/${locale}/opportunities?q=soudeur` })],
  ['opportunity', (locale) => ({ path: `/${locale}/opportunities/${opportunityId}` })],
  ['sign-in', (locale) => ({ path: `/${locale}/sign-in` })],
  ['matches', (locale) => ({ path: `/${locale}/matches`, cookie: returnee.cookie })],
  ['match', (locale) => ({ path: `/${locale}/matches/${opportunityId}`, cookie: returnee.cookie })],
  ['profile', (locale) => ({ path: `/${locale}/profile`, cookie: returnee.cookie })],
  [
    "an employer's matches",
    (locale) => ({
      path: `/${locale}/employer/opportunities/${employer.ids.opportunityId}/matches`,
      cookie: employer.cookie,
    }),
  ],
]

test.each(pages.flatMap(([name, page]) => ['fr', 'ar'].map((locale) => ({ name, locale, page }))))(
  '$name in $locale weighs at most 20 kB, with its script where it suggests and none elsewhere',
  async ({ name, locale, page }) => {
    const { path, cookie = '' } = page(locale)
    const html = await wireBytes(server.url + path, cookie)
    expect(html.status).toBe(200)
    expect(html.encoding).not.toBe('')
    const text = html.body.toString()
    // JSON-LD is data: browsers do not run it.
    const scripts = text.match(/<script(?![^>]*type="application\/ld\+json")[^>]*>/gi) ?? []
    expect(scripts).toHaveLength(suggesting.has(name) ? 1 : 0)
    expect(text).not.toMatch(/rel="(modulepreload|preload)"/)
    let bytes = html.bytes
    const files = loadedFiles(text)
    for (const script of scripts) {
      const source = /\bsrc="([^"]+)"/.exec(script)?.[1] ?? ''
      expect((await wireBytes(server.url + source)).bytes, source).toBeLessThan(mostScriptBytes)
      files.push(source)
    }
    expect(files.some((file) => file.endsWith('.css'))).toBe(true)
    for (const file of files) {
      const answer = await wireBytes(server.url + file)
      expect(answer.status, file).toBe(200)
      bytes += answer.bytes
    }
    expect(bytes, `${path}: ${files.join(' ')}`).toBeLessThanOrEqual(mostBytes)
  },
)

/** The files of the site that a browser fetches for a page: styles, icons, pictures. */
function loadedFiles(html: string): string[] {
  const linked = [...html.matchAll(/<link\b([^>]*)>/g)]
    .filter(([, attributes = '']) => /rel="(stylesheet|icon)"/.test(attributes))
    .map(([, attributes = '']) => /href="([^"]+)"/.exec(attributes)?.[1] ?? '')
  const pictures = [...html.matchAll(/<(?:img|source|iframe|video)\b[^>]*\bsrc="([^"]+)"/g)]
  return [...new Set([...linked, ...pictures.map(([, source = '']) => source)])]
}
