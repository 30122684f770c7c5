import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { ask, visibleText } from '#tests/support/client.ts'
import { chamber, company, publishedOpportunity } from '#tests/support/fixtures.ts'
import { join, openAccount, type Person, person } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// A company that only its chamber knows offers work: people read of the work, its owners and the
// chamber read its name.

const names = ['Zyxoforge', 'Qwabrook', 'zyxoforge.example']

let server: TestServer
let returnee: Person
let firm: string
let offer: string
let other: string

beforeAll(async () => {
  server = await startTestServer()
  const { open } = server.services
  returnee = await person(server.services, 'returnee')
  firm = await company(open, {
    legal_name: 'Zyxoforge SARL',
    trade_name: 'Qwabrook',
    description: 'Zyxoforge coule le bronze.',
    website: 'https://zyxoforge.example/',
    visibility: 'chamber',
  })
  offer = await publishedOpportunity(open, { company_id: firm })
  other = await publishedOpportunity(open, {
    company_id: await company(open, { trade_name: 'Forge connue' }),
  })
  await server.services.index.settled()
})
afterAll(() => server.drop())

const read = async (path: string, cookie = '') => {
  const { status, text } = await ask(server.url, path, { cookie })
  expect(status, path).toBe(200)
  return text
}

describe.each(locales)('in %s', (locale) => {
  const unnamed = translator(locale)('company.unnamed')

  test.each([
    ['home', () => ''],
    ['the search', () => '/opportunities'],
    ['the search by trade', () => `/opportunities?q=${encodeURIComponent('Soudeur')}`],
    ['its page', () => `/opportunities/${offer}`],
  ])('%s does not name it', async (_, path) => {
    for (const cookie of ['', returnee.cookie]) {
      // Pages that are kept are kept from the second time on.
      for (let time = 0; time < 3; time += 1) {
        const text = await read(`/${locale}${path()}`, cookie)
        expect(visibleText(text)).toContain(unnamed)
        for (const name of names) expect(text).not.toContain(name)
      }
    }
  })

  test.each([
    ['matches', () => '/matches'],
    ['the explanation', () => `/matches/${offer}`],
    ['the form that hides', () => `/matches/${offer}/hide`],
    ['the comparison', () => `/matches/compare?id=${offer}&id=${other}`],
  ])('%s of a person do not name it', async (_, path) => {
    const text = await read(`/${locale}${path()}`, returnee.cookie)
    expect(visibleText(text)).toContain(unnamed)
    for (const name of names) expect(text).not.toContain(name)
  })
})

test('the search does not find it by its names', async () => {
  for (const name of names) {
    const text = await read(`/fr/opportunities?q=${name}`)
    expect(text).not.toContain(offer)
  }
  expect(await read('/fr/opportunities?q=Forge+connue')).toContain(other)
})

test('what machines read calls it confidential', async () => {
  const text = await read(`/fr/opportunities/${offer}`)
  const [, json = ''] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text) ?? []
  const posting = JSON.parse(json)
  expect(posting).toMatchObject({ '@type': 'JobPosting', hiringOrganization: 'confidential' })
  expect(posting.identifier).toEqual({ '@type': 'PropertyValue', value: offer })
})

test('its owner sees the name, and what the public reads; so does its chamber', async () => {
  const { services } = server
  const owner = await openAccount(services)
  await join(services, owner.userId, 'company', firm, 'owner')
  expect(await read(`/fr/employer/opportunities/${offer}`, owner.cookie)).toContain('Qwabrook')
  const preview = visibleText(
    await read(`/fr/employer/opportunities/${offer}/preview`, owner.cookie),
  )
  expect(preview).toContain('Seule la chambre de commerce voit votre entreprise')
  expect(preview).not.toContain('Qwabrook')
  const staff = await openAccount(services)
  await join(services, staff.userId, 'chamber', await chamber(services.open), 'staff')
  expect(await read(`/fr/chamber/companies/${firm}`, staff.cookie)).toContain('Qwabrook')
})

test('a change of who sees it shows at once', async () => {
  const { db } = server.services
  const see = async (visibility: 'public' | 'chamber') => {
    await db.updateTable('company').set({ visibility }).where('id', '=', firm).execute()
    await db
      .insertInto('index_change')
      .values({ kind: 'opportunity', entity_id: offer, created_at: new Date().toISOString() })
      .execute()
    await server.services.index.settled()
    return [
      await read('/fr/opportunities'),
      await read(`/fr/opportunities/${offer}`),
      await read('/fr/opportunities?q=Qwabrook'),
    ]
  }
  for (const text of await see('public')) expect(text).toContain('Qwabrook')
  const [list = '', page = '', found = ''] = await see('chamber')
  expect(list + page).not.toContain('Qwabrook')
  expect(found).not.toContain(offer)
})
