import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askConfirmation } from '#app/domain/relation/ask-confirmation.server.ts'
import { ask, post } from '#tests/support/client.ts'
import { contents, isStored, referenceTables } from '#tests/support/contents.ts'
import { company } from '#tests/support/fixtures.ts'
import { postForms, untouched } from '#tests/support/forms.ts'
import { hostileValues, rawMarkup } from '#tests/support/hostile.ts'
import { person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// The page by which a firm confirms its record is open to whoever holds its link, and to nobody else.

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.drop())

/** The path of a new link for a new company of a chamber. */
async function newLink(): Promise<{ path: string; companyId: string }> {
  const { services } = server
  const staff = await person(services, 'chamber')
  const chamberId = staff.ids.chamberId ?? ''
  const companyId = await company(services.open, { chamber_id: chamberId })
  const viewer = {
    userId: staff.userId ?? '',
    memberships: [{ orgKind: 'chamber', orgId: chamberId, role: 'staff' }] as const,
    profileId: null,
    twoFactor: false,
  }
  const asking = { db: services.db, now: new Date(), appUrl: server.url, locale: 'fr' } as const
  const link = await askConfirmation(asking, viewer, companyId, false)
  return { path: new URL(link).pathname, companyId }
}

test('no search engine keeps the page, and a token that opens nothing shows nothing', async () => {
  const { path } = await newLink()
  const { status, headers, text } = await ask(server.url, path)
  expect(status).toBe(200)
  expect(headers.get('x-robots-tag')).toContain('noindex')
  expect(headers.get('cache-control')).toContain('no-store')
  expect(text).toContain('name="robots" content="noindex"')
  const unknown = await ask(server.url, `/fr/confirm-company/${'A'.repeat(32)}`)
  expect(unknown.status).toBe(410)
  expect(unknown.text).not.toContain('<form method="post" novalidate')
  const answer = await post(server.url, `/fr/confirm-company/${'A'.repeat(32)}`, [['left', '']])
  expect(answer.status).toBe(410)
})

describe('hostile values', () => {
  test('of every field are refused, or kept as mere text', { timeout: 120_000 }, async () => {
    const { services } = server
    const changing = ['auth_session', 'auth_verification', 'message', ...referenceTables]
    const state = () => contents(services.open, changing)
    let link = await newLink()
    const [form] = postForms((await ask(server.url, link.path)).text, link.path)
    for (const name of new Set(form?.fields.map((field) => field.name).filter(Boolean))) {
      for (const hostile of hostileValues(
        form?.fields.find((field) => field.name === name) ?? {
          name,
          type: 'text',
          value: null,
          choices: null,
        },
        [link.companyId],
      )) {
        const what = `${name}: ${hostile.what}`
        const kept = form ? untouched(form).filter(([other]) => other !== name) : []
        const sent = hostile.values.map((value): [string, string] => [name, value])
        const before = await state()
        const answer = await post(server.url, link.path, [...kept, ...sent])
        expect(answer.status, what).toBeLessThan(500)
        expect(answer.text, what).not.toContain(rawMarkup)
        if (answer.status >= 300 && answer.status < 400) {
          if (hostile.mustRefuse) {
            expect(await isStored(services.open, hostile.mark), `${what} was stored`).toBe(false)
          }
          link = await newLink()
        } else expect(await state(), what).toEqual(before)
      }
    }
  })
})
