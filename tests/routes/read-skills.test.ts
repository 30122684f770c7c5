import { afterAll, beforeAll, expect, test } from 'vitest'
import { skillsOfProfile } from '#db/queries/profile.ts'
import { ask, post, visibleText } from '#tests/support/client.ts'
import { contents, isStored } from '#tests/support/contents.ts'
import { type PageForm, postForms, untouched } from '#tests/support/forms.ts'
import { type Person, person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let who: Person
const path = '/fr/profile/skills'
beforeAll(async () => {
  server = await startTestServer()
  who = await person(server.services, 'returnee')
})
afterAll(() => server.drop())

const send = (fields: [string, string][]) => post(server.url, path, fields, { cookie: who.cookie })
const read = (text: string) =>
  send([
    ['form', 'read'],
    ['workText', text],
  ])
const formWith = (html: string, name: string): PageForm | undefined =>
  postForms(html, path).find((form) => form.fields.some((field) => field.name === name))
const boxes = (form: PageForm | undefined) =>
  form?.fields.filter(({ name }) => name === 'add').flatMap(({ choices }) => choices ?? []) ?? []

test('a text proposes skills to tick; all that are ticked are added at once', async () => {
  const { services } = server
  const page = await ask(server.url, path, { cookie: who.cookie })
  expect(formWith(page.text, 'workText')?.fields.some(({ type }) => type === 'textarea')).toBe(true)
  const answer = await read('Zérudique\r\n- poser du carrelage\r\n- laver les sols')
  expect(answer.status).toBe(200)
  expect(answer.text).not.toContain('Zérudique')
  const form = formWith(answer.text, 'proposed')
  const proposed = boxes(form)
  const labels = proposed.map((uri) => services.reference.label(uri, 'fr'))
  expect(labels).toEqual(expect.arrayContaining(['poser du carrelage', 'laver les sols']))
  if (!form) throw new Error('no proposals')

  // Nothing ticked is said beside what was proposed.
  const none = await send(untouched(form))
  expect(none.status).toBe(422)
  expect(boxes(formWith(none.text, 'proposed'))).toEqual(proposed)

  const added = await send([
    ...untouched(form),
    ...proposed.map((uri): [string, string] => ['add', uri]),
  ])
  expect([added.status, added.location]).toEqual([302, path])
  const held = await skillsOfProfile(services.db, who.ids.profileId ?? '')
  expect(held.map((one) => one.skill_uri)).toEqual(expect.arrayContaining(proposed))
  expect(await isStored(services.open, 'Zérudique')).toBe(false)

  // Those that are held are not proposed again, and what names nothing new can be written anew.
  const again = await read('poser du carrelage')
  expect(again.status).toBe(200)
  expect(formWith(again.text, 'proposed')).toBeUndefined()
  expect(again.text).toContain('poser du carrelage</textarea>')
})

test('no text and one too long are refused beside the field, and change nothing', async () => {
  const state = () => contents(server.services.open, ['auth_session'])
  const before = await state()
  for (const [text, words] of [
    [' \r\n ', 'Remplissez ce champ'],
    ['a'.repeat(10_001), '10000 de caractères au plus|10000 caractères au plus'],
  ] as const) {
    const answer = await read(text)
    expect(answer.status).toBe(422)
    expect(visibleText(answer.text)).toMatch(new RegExp(words))
    expect(answer.text).toMatch(/<textarea[^>]*aria-invalid="true"/)
    expect(answer.text).toMatch(/<details[^>]* open=""[^>]*>(?:(?!<\/details>)[\s\S])*<textarea/)
  }
  expect(await state()).toEqual(before)
})
