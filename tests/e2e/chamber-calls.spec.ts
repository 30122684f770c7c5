import type { Page } from '@playwright/test'
import { daysAfter } from '#app/domain/calls/calls.ts'
import { formatDay } from '#app/i18n/format.ts'
import { company, publishedProfile, unique } from '#tests/support/fixtures.ts'
import { checkA11y, expect, overflow, type Site, signInAs, test } from './support/site.ts'
import { press, said } from './support/steps.ts'

const today = () => new Date().toISOString().slice(0, 10)

const five = ['Awa', 'Béatrice', 'Cissé', 'Diallo', 'Ébène']

const savanes = { unit: 'CI-SV', town: 'Korhogo', firms: five }

/** A chamber of a district, Savanes unless told, with firms to call, each known by its name, and welders near them. */
async function desk(page: Page, site: Site, { unit, town, firms } = savanes) {
  const staff = await signInAs(page, site, 'chamber')
  const { open, db } = site.services
  const mark = unique(5)
  // A district of its own: what other journeys do in Abidjan at the same time changes nothing here.
  const { chamberId = '', companyId = '' } = staff.ids
  await db
    .updateTable('chamber')
    .set({ admin1s: JSON.stringify([unit]) })
    .where('id', '=', chamberId)
    .execute()
  await db.updateTable('company').set({ chamber_id: null }).where('id', '=', companyId).execute()
  // A list of their own: that of other journeys has a firm of theirs.
  await db.deleteFrom('call_suggestion').where('chamber_id', '=', chamberId).execute()
  const names = firms.map((one) => `${one} ${mark}`)
  for (const [at, legal_name] of names.entries()) {
    await company(
      open,
      { legal_name, sector: '25', phone: at === 0 ? '+2252731000000' : null },
      town,
    )
  }
  const place = await db
    .selectFrom('place')
    .select('id')
    .where('name_fr', '=', town)
    .executeTakeFirstOrThrow()
  for (let at = 0; at < 7; at += 1) await publishedProfile(open, { place_id: place.id })
  return { staff, names }
}

/** Contacts logged with these firms. */
function callsTo(site: Site, names: readonly string[]) {
  return site.services.db
    .selectFrom('engagement')
    .innerJoin('company', 'company.id', 'engagement.company_id')
    .select(['engagement.kind', 'engagement.outcome', 'engagement.author_id'])
    .where('company.legal_name', 'in', names)
    .execute()
}

const card = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name })
/** Opens what a card keeps closed: the forms and the further reasons. */
const unfold = (page: Page, name: string) =>
  card(page, name).getByText('Noter l’appel, reporter').click()
const decided = (page: Page, name: string) =>
  page.locator('#decided').getByRole('listitem').filter({ hasText: name })

for (const [locale, words] of [
  ['fr', { title: 'Qui appeler' }],
  ['ar', { title: 'بمن نتصل' }],
] as const) {
  test(`the call list and the scorecard are read in ${locale}, without scripts`, async ({
    page,
    site,
  }) => {
    const { names } = await desk(page, site)
    await page.goto(`${site.url}/${locale}/chamber/calls`)
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
    for (const name of names) await expect(card(page, name)).toBeVisible()
    expect(await overflow(page)).toBe(0)
    await checkA11y(page)
    for (const path of ['scorecard', 'scorecard?who=chamber&time=2026', 'targets']) {
      await page.goto(`${site.url}/${locale}/chamber/${path}`)
      await checkA11y(page)
      expect(await overflow(page), path).toBe(0)
    }
  })
}

test('an officer works the call list', async ({ page, site }) => {
  test.setTimeout(120_000)
  const { names, staff } = await desk(page, site)
  const [first = '', second = '', third = '', fourth = ''] = names
  await page.goto(`${site.url}/fr/chamber/calls`)

  await test.step('the argument says who is near, and the number can be dialled', async () => {
    await expect(card(page, first)).toContainText(
      /\d+ profils disponibles à moins de 25.km \(.*Korhogo.*\) : .*soudeur/,
    )
    const why = card(page, first).getByRole('list', { name: 'Pourquoi cette entreprise' })
    await expect(why.getByRole('listitem')).toHaveCount(2)
    await expect(card(page, first).getByRole('button')).toHaveCount(0)
    await unfold(page, first)
    const reasons = card(page, first).getByRole('listitem')
    await expect(reasons.filter({ hasText: 'Jamais contactée' })).toBeVisible()
    await expect(reasons.filter({ hasText: 'Aucune offre ouverte en ce moment' })).toBeVisible()
    await checkA11y(page)
    await expect(card(page, first).getByRole('link', { name: /27 31 00 00 00/ })).toHaveAttribute(
      'href',
      'tel:+2252731000000',
    )
    await expect(card(page, second)).toContainText('Pas de numéro connu')
  })

  await test.step('one tap notes a call', async () => {
    await press(card(page, first), `Intéressée : ${first}`)
    await expect(said(page)).toHaveText('C’est enregistré.')
    await expect(card(page, first)).toHaveCount(0)
    await expect(decided(page, first)).toContainText('Appelée : Intéressée')
    expect(await callsTo(site, names)).toEqual([
      { kind: 'call', outcome: 'interested', author_id: staff.userId },
    ])
  })

  await test.step('a call with a task; what is missing is asked for and nothing typed is lost', async () => {
    await unfold(page, second)
    await card(page, second).getByRole('link', { name: 'Tâche, report, autre' }).click()
    await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible()
    await checkA11y(page)
    await page.getByLabel('Ensuite, à faire').fill('Envoyer trois profils')
    await press(page, 'Noter l’appel')
    await expect(page.getByRole('alert')).toContainText('Remplissez ce champ.')
    await expect(page.getByLabel('Ensuite, à faire')).toHaveValue('Envoyer trois profils')
    await page.getByLabel('A promis', { exact: true }).check()
    await press(page, 'Noter l’appel')
    await expect(page.getByLabel('A promis', { exact: true })).toBeChecked()
    await checkA11y(page)
    await page.getByLabel('Pour le').fill(daysAfter(today(), 3))
    await press(page, 'Noter l’appel')
    await expect(decided(page, second)).toContainText('Appelée : A promis')
    await expect(decided(page, second)).toContainText('Une tâche est notée.')
  })

  await test.step('another is put off', async () => {
    await unfold(page, third)
    await card(page, third).getByRole('link', { name: 'Tâche, report, autre' }).click()
    await page.getByLabel('Revient dans les listes à partir du').fill(today())
    await press(page, 'Reporter')
    await expect(page.getByRole('alert')).toContainText('Choisissez un jour à venir.')
    await press(page, 'Dans une semaine')
    await expect(decided(page, third)).toContainText(
      `Reportée au ${formatDay('fr', daysAfter(today(), 7))}`,
    )
  })

  await test.step('one does not suit, and why', async () => {
    await unfold(page, fourth)
    await card(page, fourth).getByRole('link', { name: 'Tâche, report, autre' }).click()
    await press(page, 'Retirer de la liste')
    await expect(page.getByRole('alert')).toContainText('Remplissez ce champ.')
    await page.getByLabel('N’embauche pas en ce moment').check()
    await press(page, 'Retirer de la liste')
    await expect(decided(page, fourth)).toContainText(
      'Ne convient pas : N’embauche pas en ce moment',
    )
    await expect(decided(page, fourth)).toContainText(
      `Hors de la liste jusqu’au ${formatDay('fr', daysAfter(today(), 90))}`,
    )
    await checkA11y(page)
  })

  await test.step('each is undone, and leaves nothing behind', async () => {
    for (const name of [first, second, third, fourth]) {
      await press(decided(page, name), `Annuler : ${name}`)
      await expect(card(page, name)).toBeVisible()
    }
    await expect(page.locator('#decided')).toHaveCount(0)
    expect(await callsTo(site, names)).toEqual([])
    const tasks = await site.services.db
      .selectFrom('task')
      .select('id')
      .where('title', '=', 'Envoyer trois profils')
      .execute()
    expect(tasks).toEqual([])
  })
})

test('a long list shows ten firms first, and the others when asked', async ({ page, site }) => {
  const firms = Array.from({ length: 13 }, (_, at) => `Firme ${at + 10}`)
  const { names } = await desk(page, site, { unit: 'CI-ZZ', town: 'Bondoukou', firms })
  await page.goto(`${site.url}/fr/chamber/calls`)
  await expect(page.getByRole('article')).toHaveCount(10)
  await expect(page.getByRole('main')).toContainText('13 entreprises à appeler')
  const first = await page.getByRole('article').getByRole('heading').allTextContents()
  await page.getByRole('link', { name: 'Voir les 3 autres entreprises' }).click()
  await expect(page.getByRole('article')).toHaveCount(13)
  await checkA11y(page)
  const all = await page.getByRole('article').getByRole('heading').allTextContents()
  expect(all.slice(0, 10)).toEqual(first)
  expect(all.toSorted()).toEqual(names.toSorted())

  // Whoever works the whole list goes on with it.
  const last = all.at(-1) ?? ''
  await unfold(page, last)
  await press(card(page, last), `Pas de réponse : ${last}`)
  await expect(decided(page, last)).toContainText('Appelée : Pas de réponse')
  await expect(page.getByRole('article')).toHaveCount(12)
})

test('targets are set, seen on the scorecard, and given up', async ({ page, site }) => {
  const { names, staff } = await desk(page, site)
  const year = Number(today().slice(0, 4))
  await page.goto(`${site.url}/fr/chamber/calls`)
  await unfold(page, names[0] ?? '')
  await press(card(page, names[0] ?? ''), `Jointe : ${names[0]}`)

  await page.goto(`${site.url}/fr/chamber/targets`)
  await page.getByLabel('Ce qui est compté').selectOption({ label: 'Entreprises contactées' })
  await page.getByRole('textbox', { name: 'Objectif' }).fill('beaucoup')
  await press(page, 'Fixer l’objectif')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Objectif' })).toHaveValue('beaucoup')
  await checkA11y(page)
  await page.getByRole('textbox', { name: 'Objectif' }).fill('4')
  await press(page, 'Fixer l’objectif')
  await expect(said(page)).toHaveText('C’est enregistré.')

  await page.goto(`${site.url}/fr/chamber/scorecard?who=chamber`)
  const targets = page.getByRole('table', { name: `Objectifs ${year}` })
  await expect(targets).toContainText('1 sur 4 (25 %)')
  await expect(targets).toContainText('Après le début de l’année')
  const areas = page.getByRole('table', { name: 'Par zone' }).locator('tbody tr')
  await expect(areas).toHaveCount(1)
  // One firm contacted: a count, and no rate.
  await expect(areas).toContainText('1 sur 1')
  await areas.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Entreprises' })).toBeVisible()

  await page.goto(`${site.url}/fr/chamber/targets?year=${year}`)
  await press(page, 'Abandonner : Entreprises contactées, Toute la chambre')
  await expect(page.getByRole('main')).toContainText(`Aucun objectif pour ${year}`)

  // Colleagues' cards are seen, nobody else's.
  const own = await page.goto(`${site.url}/fr/chamber/scorecard?who=${staff.userId}`)
  expect(own?.status()).toBe(200)
  const others = await page.goto(`${site.url}/fr/chamber/scorecard?who=${site.others.companyId}`)
  expect(others?.status()).toBe(404)
})
