import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#app/domain/access.ts'
import { type Locale, locales } from '#app/i18n/locales.ts'
import { decide } from '#app/server/policy.ts'
import { type Answer, ask, isRefusalPage, post, visibleText } from '#tests/support/client.ts'
import { contents, isStored, referenceTables } from '#tests/support/contents.ts'
import { type FormField, type PageForm, postForms, untouched } from '#tests/support/forms.ts'
import { hostileValues, rawMarkup } from '#tests/support/hostile.ts'
import { type Person, person, roles, strangersRecords } from '#tests/support/people.ts'
import { address, hasAction, openToAll, parameters, siteRoutes } from '#tests/support/routes.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// Every form of every page, found by opening the page as somebody who may: each field in turn gets
// values that it should not get. A new route is covered by standing in `app/routes.ts`.

const routes = (await siteRoutes()).filter(hasAction)

/** Tables that a refused post may write: who is signed in, what was sent to whom, who tried what. */
const changing = ['auth_session', 'auth_verification', 'message', 'audit_event', ...referenceTables]

/** Fields that a page sends along without the form being about them, with the reason. */
const ignored: Readonly<Record<string, string>> = {
  next: 'where to go afterwards: a wrong address is dropped, not complained about',
}

let server: TestServer
let foreign: Record<string, string>
beforeAll(async () => {
  server = await startTestServer()
  foreign = await strangersRecords(server.services)
})
afterAll(() => server.drop())

/** The first role that may use the route; a visitor where everyone may. */
const roleFor = (pattern: string): Role =>
  roles.find((role) => decide(pattern, new Set([role])) === 'allow') ?? 'administrator'

interface Visit {
  readonly who: Person
  readonly path: string
  readonly locale: Locale
}

async function visit(pattern: string, locale: Locale): Promise<Visit> {
  const who = await person(server.services, roleFor(pattern))
  return { who, locale, path: address(pattern, { ...foreign, ...who.ids, lang: locale }) }
}

async function formsOf({ who, path }: Visit): Promise<PageForm[]> {
  const { status, text } = await ask(server.url, path, { cookie: who.cookie })
  if (status !== 200) return []
  // The header's sign-out button stands on every page; it has no fields.
  return postForms(text, path).filter((form) => !form.action.endsWith('/sign-out'))
}

/** What the database holds once the index has taken note of what was done before. */
async function state() {
  await server.services.index.settled()
  return contents(server.services.open, changing)
}

function send(
  { who }: Visit,
  form: PageForm,
  fields: readonly [string, string][],
): Promise<Answer> {
  return post(server.url, form.action, fields, { cookie: who.cookie })
}

/** Asserts that an answer refuses in words of the page's language. */
function expectRefusal({ locale }: Visit, answer: Answer, what: string): void {
  expect(answer.status, what).toBeGreaterThanOrEqual(400)
  expect(answer.status, what).toBeLessThan(500)
  expect(answer.text, what).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
  const page = isRefusalPage(answer.text, locale)
  const alert = /role="alert"[^>]*>([\s\S]*?)<\/div>/.exec(answer.text)?.[1] ?? ''
  const words = visibleText(alert)
  expect(page || words.length > 0, `${what} is not explained`).toBe(true)
  if (!page && locale === 'ar') expect(words, what).toMatch(/[\u0600-\u06ff]/)
  expect(answer.text, what).not.toContain(rawMarkup)
}

/** The form's fields with one of them replaced by other values. */
function withField(
  form: PageForm,
  field: FormField,
  values: readonly string[],
): [string, string][] {
  const kept = untouched(form).filter(([name]) => name !== field.name)
  return [...kept, ...values.map((value): [string, string] => [field.name, value])]
}

/** The pages of a profile stand below two paths; their fields are tried once. */
const seen = new Set<string>()

describe.each(
  routes.map((route, at) => ({
    pattern: route.pattern,
    first: !seen.has(route.file) && Boolean(seen.add(route.file)),
    locale: locales[at % locales.length] ?? 'fr',
  })),
)('$pattern in $locale', ({ pattern, locale, first }) => {
  if (first)
    test('hostile values of every field are refused or kept as mere text', {
      timeout: 120_000,
    }, async () => {
      let now = await visit(pattern, locale)
      const count = (await formsOf(now)).length
      for (let at = 0; at < count; at++) {
        const names = new Set(
          (await formsOf(now))[at]?.fields.map((field) => field.name).filter(Boolean),
        )
        for (const name of names) {
          let form = (await formsOf(now))[at]
          let field = form?.fields.find((one) => one.name === name)
          if (!field || field.type === 'file') continue
          let before = await state()
          for (const hostile of hostileValues(field, [
            foreign.companyId ?? '',
            foreign.profileId ?? '',
          ])) {
            if (!form || !field) break
            const what = `${form.action} ${name}: ${hostile.what}`
            const answer = await send(now, form, withField(form, field, hostile.values))
            expect(answer.status, what).toBeLessThan(500)
            const after = await state()
            if (answer.status >= 400) {
              expectRefusal(now, answer, what)
              expect(after, `${what} was refused and still changed something`).toEqual(before)
              continue
            }
            if (hostile.mustRefuse && !(name in ignored)) {
              const stored = await isStored(server.services.open, hostile.mark)
              expect(stored, `${what} was stored`).toBe(false)
            }
            // Something was done: go on from a fresh page, of somebody fresh where this one is used up.
            const shown = await ask(server.url, now.path, { cookie: now.who.cookie })
            expect(shown.text, what).not.toContain(rawMarkup)
            form = (await formsOf(now))[at]
            if (!form?.fields.some((one) => one.name === name)) now = await visit(pattern, locale)
            form = (await formsOf(now))[at]
            field = form?.fields.find((one) => one.name === name)
            before = await state()
          }
        }
      }
    })

  test('a form without its fields is refused', async () => {
    const now = await visit(pattern, locale)
    for (const form of await formsOf(now)) {
      const asks = form.fields.some(
        (field) => !['submit', 'hidden', 'checkbox'].includes(field.type),
      )
      if (!asks) continue
      const before = await state()
      const answer = await send(now, form, [['no-such-field', 'x']])
      expectRefusal(now, answer, form.action)
      expect(await state()).toEqual(before)
    }
  })

  test('an act that the page does not know is refused', async () => {
    const now = await visit(pattern, locale)
    for (const form of await formsOf(now)) {
      if (!form.fields.some((field) => field.name === 'intent')) continue
      const before = await state()
      const others = untouched(form).filter(([name]) => name !== 'intent')
      expectRefusal(now, await send(now, form, [...others, ['intent', 'no-such-act']]), form.action)
      expect(await state()).toEqual(before)
    }
  })

  test('more than one megabyte is refused as too large', async () => {
    const now = await visit(pattern, locale)
    for (const form of (await formsOf(now)).slice(0, 1)) {
      const before = await state()
      const answer = await send(now, form, [...untouched(form), ['x', 'x'.repeat(1024 * 1024)]])
      expect(answer.status).toBe(413)
      expectRefusal(now, answer, form.action)
      expect(await state()).toEqual(before)
    }
  })

  const record =
    parameters(pattern).some((name) => !['token', 'kind'].includes(name)) &&
    !openToAll[pattern] &&
    decide(pattern, new Set(['visitor'])) !== 'allow'
  if (record)
    test("one's own form, sent to somebody else's record, is refused", async () => {
      const now = await visit(pattern, locale)
      const elsewhere = address(pattern, { ...foreign, lang: locale })
      for (const form of await formsOf(now)) {
        const before = await state()
        const answer = await send(now, { ...form, action: elsewhere }, untouched(form))
        // A form that is wrong in itself may be refused before its record is looked for: nothing of it is shown.
        const early = answer.status === 422 && isRefusalPage(answer.text, locale)
        expect([403, 404, ...(early ? [422] : [])], elsewhere).toContain(answer.status)
        expect(await state()).toEqual(before)
      }
    })
})
