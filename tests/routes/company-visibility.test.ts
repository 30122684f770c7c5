import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { ask, post, visibleText } from '#tests/support/client.ts'
import { chamber, company, publishedOpportunity } from '#tests/support/fixtures.ts'
import { postForms, untouched } from '#tests/support/forms.ts'
import { join, openAccount } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// The owner of an imported company finds, from the note on its offers, where it is chosen to be named.

const name = 'Qwabrook'

let server: TestServer
let firm: string
let offer: string
const cookies = { owner: '', recruiter: '', staff: '', stranger: '' }

beforeAll(async () => {
  server = await startTestServer()
  const { services } = server
  firm = await company(services.open, { trade_name: name, visibility: 'chamber' })
  offer = await publishedOpportunity(services.open, { company_id: firm })
  for (const who of ['owner', 'recruiter', 'staff', 'stranger'] as const) {
    const { userId, cookie } = await openAccount(services)
    cookies[who] = cookie
    if (who === 'staff') await join(services, userId, 'chamber', await chamber(services.open), who)
    else if (who === 'stranger') {
      await join(services, userId, 'company', await company(services.open), 'owner')
    } else await join(services, userId, 'company', firm, who)
  }
  await services.index.settled()
})
afterAll(() => server.drop())

const page = (locale: string) => `/${locale}/employer/companies/${firm}`
const read = async (path: string, cookie = '') => {
  const { status, text } = await ask(server.url, path, { cookie })
  expect(status, path).toBe(200)
  return text
}
const formOf = async (cookie: string) => {
  const path = page('fr')
  const forms = postForms(await read(path, cookie), path).map(untouched)
  return forms.find((fields) => fields.some(([field]) => field === 'legalName'))
}
const choose = async (visibility: string, cookie: string) => {
  const fields = (await formOf(cookies.owner)) ?? []
  const sent = fields.map(([field, value]) =>
    field === 'visibility' ? ([field, visibility] as const) : ([field, value] as const),
  )
  return post(server.url, page('fr'), sent, { cookie })
}
/** Whether everybody reads the name on the list and on the page of the offer, and finds it by the name. */
const known = async () => {
  await server.services.index.settled()
  return {
    listed: (await read('/fr/opportunities')).includes(name),
    shown: (await read(`/fr/opportunities/${offer}`)).includes(name),
    // The page of results repeats the words: the offer itself must be there.
    found: (await read(`/fr/opportunities?q=${name}`)).includes(offer),
  }
}
const nowhere = { listed: false, shown: false, found: false }

describe.each(locales)('the note on an offer in %s', (locale) => {
  const t = translator(locale)
  test.each(['', '/preview'])('leads to the choice (%s)', async (part) => {
    const note = (cookie: string) =>
      read(`/${locale}/employer/opportunities/${offer}${part}`, cookie)
    const own = await note(cookies.owner)
    expect(visibleText(own)).toContain(t('company.unnamedChange'))
    expect(own).toContain(`href="${page(locale)}#visibility"`)
    expect(await note(cookies.staff)).toContain(
      `href="/${locale}/chamber/companies/${firm}/record#visibility"`,
    )
    const recruiters = await note(cookies.recruiter)
    expect(visibleText(recruiters)).toContain(t('company.unnamedAsk'))
    expect(recruiters).not.toContain('#visibility')
  })

  test('whose place is there', async () => {
    const text = await read(page(locale), cookies.owner)
    expect(text).toContain('id="visibility"')
    expect(visibleText(text)).toContain(t('company.fields.visibility'))
    expect(await read(`/${locale}/chamber/companies/${firm}/record`, cookies.staff)).toContain(
      'id="visibility"',
    )
  })
})

test('the form shows the present state; who may not edit has none', async () => {
  expect(await formOf(cookies.owner)).toContainEqual(['visibility', 'chamber'])
  expect(await formOf(cookies.recruiter)).toBeUndefined()
})

test('a recruiter and a stranger are refused', async () => {
  expect((await choose('public', cookies.recruiter)).status).toBe(403)
  expect((await choose('public', cookies.stranger)).status).toBe(404)
  expect(await known()).toEqual(nowhere)
})

test('what the owner chooses is what everybody reads', async () => {
  expect((await choose('everybody', cookies.owner)).status).toBe(422)
  expect((await choose('public', cookies.owner)).location).toBe(page('fr'))
  expect(await formOf(cookies.owner)).toContainEqual(['visibility', 'public'])
  expect(await known()).toEqual({ listed: true, shown: true, found: true })
  expect(await read(`/fr/employer/opportunities/${offer}`, cookies.owner)).not.toContain(
    '#visibility',
  )
  expect((await choose('chamber', cookies.owner)).location).toBe(page('fr'))
  expect(await known()).toEqual(nowhere)
})
