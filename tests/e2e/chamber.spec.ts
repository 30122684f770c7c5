import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { formatDay } from '#app/i18n/format.ts'
import { company, publishedOpportunity, unique } from '#tests/support/fixtures.ts'
import { password, person } from '#tests/support/people.ts'
import { startTestServer } from '#tests/support/server.ts'
import { checkA11y, expect, signInAs, signUp, test } from './support/site.ts'
import {
  answerTo,
  follow,
  invitationTo,
  joinAsNewcomer,
  newRccm,
  press,
  registerCompany,
  said,
  signIn,
} from './support/steps.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** The rows of the list of companies, without its head. */
const rows = (page: Page) => page.getByRole('table', { name: 'Entreprises' }).locator('tbody tr')

/** Leaves the list with what the search finds. */
async function find(page: Page, text: string): Promise<void> {
  await page.getByLabel('Chercher une entreprise').fill(text)
  await press(page.getByRole('main'), 'Rechercher')
}

test('a company from its first entry to its verified offers', async ({ page, site, browser }) => {
  test.setTimeout(120_000)
  const staff = await person(site.services, 'chamber')
  const name = `Savonnerie du Banco ${unique()}`
  const owner = `direction-${unique().toLowerCase()}@exemple.ci`

  await test.step('staff sign in and see the companies of their ground', async () => {
    await signIn(page, site, staff.email)
    await expect(heading(page, 'Entreprises')).toBeVisible()
    await expect(said(page)).toHaveText('Vous êtes connecté.')
    await expect(rows(page).first()).toBeVisible()
    await checkA11y(page)
  })

  await test.step('the list is searched and filtered', async () => {
    await page.getByRole('link', { name: /^Vérifiées/ }).click()
    await expect(rows(page).first()).toContainText('Vérifiée')
    await expect(rows(page).filter({ hasText: 'À vérifier' })).toHaveCount(0)
    await page.getByLabel('District').selectOption({ label: 'Abidjan' })
    await page
      .getByLabel('Secteur')
      .selectOption({ label: site.services.reference.sectorName('25', 'fr') ?? '' })
    await press(page.getByRole('main'), 'Rechercher')
    await expect(rows(page).first()).toBeVisible()
    await expect(page.getByRole('link', { name: /^Vérifiées/ })).toHaveAttribute('aria-current')
    await find(page, 'aucune-entreprise-de-ce-nom')
    await expect(page.getByRole('main')).toContainText('Aucune entreprise ici')
    await checkA11y(page)
    await page.getByRole('link', { name: 'Effacer' }).click()
    await expect(rows(page).first()).toBeVisible()
  })

  await test.step('a new company is registered in its place', async () => {
    await page.getByRole('link', { name: 'Inscrire une entreprise' }).click()
    await registerCompany(page, { name, rccm: newRccm() })
    await expect(said(page)).toHaveText('C’est enregistré.')
    await expect(heading(page, name)).toBeVisible()
    await checkA11y(page)
    await follow(page, 'Entreprises')
    await find(page, name)
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page)).toContainText('Yopougon')
    await expect(rows(page)).toContainText('À vérifier')
    await rows(page).getByRole('link', { name }).click()
  })
  const companyId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await test.step('its owner is invited and joins by the link', async () => {
    await page.getByLabel('Son e-mail ou son téléphone').fill('à moitié@')
    await press(page, 'Envoyer l’invitation')
    await expect(page.getByLabel('Son e-mail ou son téléphone')).toHaveValue('à moitié@')
    await page.getByLabel('Son e-mail ou son téléphone').fill(owner)
    await press(page, 'Envoyer l’invitation')
    await expect(said(page)).toHaveText('L’invitation est envoyée.')
    const theirs = await (await browser.newContext()).newPage()
    const link = await invitationTo(theirs, site, owner)
    await joinAsNewcomer(theirs, site, { link, email: owner, name })
    await expect(theirs.getByRole('article').filter({ hasText: name })).toContainText('À vérifier')
    await theirs.context().close()
    await page.reload()
    await expect(page.getByRole('main')).toContainText('1 personne')
    await expect(page.getByText('Inviter la personne responsable')).toHaveCount(0)
  })

  const title = `Aide-savonnier ${unique()}`
  await publishedOpportunity(site.services.open, { company_id: companyId, title })
  const offers = `${site.url}/fr/opportunities?q=${encodeURIComponent(title)}`

  await test.step('the public list says nothing of a verification that was not made', async () => {
    site.services.index.wake()
    await site.services.index.settled()
    await page.goto(offers)
    const offer = page.getByRole('article').filter({ hasText: title })
    await expect(offer).toContainText(name)
    await expect(offer).not.toContainText('Entreprise vérifiée')
  })

  await test.step('it is verified with what was seen', async () => {
    await page.goto(`${site.url}/fr/chamber/companies/${companyId}`)
    await press(page, 'Marquer comme vérifiée')
    const evidence = page.getByLabel('Ce que vous avez vu')
    await expect(evidence).toHaveAccessibleDescription(/Remplissez ce champ/)
    await evidence.fill('Extrait RCCM du 3 mars vu sur place, atelier visité.')
    await press(page, 'Marquer comme vérifiée')
    await expect(said(page)).toHaveText('L’entreprise est vérifiée.')
    const today = formatDay('fr', new Date().toISOString().slice(0, 10))
    await expect(page.getByRole('main')).toContainText(`Vérifiée le ${today}`)
    await expect(page.getByRole('main')).toContainText('Extrait RCCM du 3 mars vu sur place')
    await checkA11y(page)
    await site.services.index.settled()
    await page.goto(offers)
    await expect(page.getByRole('article').filter({ hasText: title })).toContainText(
      'Entreprise vérifiée',
    )
    await checkA11y(page)
  })
})

test('staff decide who gets access to a company, and see none beyond their ground', async ({
  page,
  site,
  browser,
}) => {
  await signInAs(page, site, 'chamber')
  const rccm = newRccm()
  const name = `Transit du Port ${unique()}`
  await page.goto(`${site.url}/fr/chamber/companies/new`)
  await registerCompany(page, { name, rccm })
  await expect(heading(page, name)).toBeVisible()

  const theirs = await (await browser.newContext()).newPage()
  const claimant = await signUp(theirs, site, 'employer')
  await registerCompany(theirs, { name, rccm, position: 'Gérante' })
  await expect(said(theirs)).toContainText('La chambre de commerce va l’examiner.')

  await follow(page, 'Entreprises')
  await page.getByRole('link', { name: /^Demandes d’accès/ }).click()
  await find(page, name)
  await expect(rows(page)).toContainText('1 demande d’accès')
  await rows(page).getByRole('link', { name }).click()
  const claim = page.getByRole('article').filter({ hasText: claimant.email })
  await expect(claim).toContainText('Gérante')
  await checkA11y(page)
  await press(claim, 'Accepter comme responsable')
  await expect(said(page)).toHaveText('La décision est enregistrée.')
  await expect(claim).toHaveCount(0)

  await theirs.goto(`${site.url}/fr/employer`)
  await theirs.getByRole('article').getByRole('link', { name, exact: true }).click()
  await expect(theirs.getByLabel('Nom légal')).toHaveValue(name)
  await theirs.context().close()

  const { open } = site.services
  const beyond = [
    await company(open, { country: 'SN' }, 'Dakar'),
    await company(open, {}, 'Bouaké'),
  ]
  for (const id of beyond) {
    expect((await page.goto(`${site.url}/fr/chamber/companies/${id}`))?.status()).toBe(404)
    await expect(heading(page, 'Page introuvable')).toBeVisible()
  }
  await checkA11y(page)
})

/** The code that an app shows for a secret in Base32 (RFC 6238: SHA-1, 30 seconds, 6 digits). */
function totp(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(/\s/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('where a second factor is asked for, staff set it up before anything else', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const server = await startTestServer({ APP_MODE: 'demo', STAFF_TWO_FACTOR: '1' })
  try {
    const site = { ...server, others: {} }
    const staff = await person(server.services, 'chamber')
    await signIn(page, site, staff.email)
    await expect(heading(page, 'Double vérification')).toBeVisible()
    for (const path of ['/chamber', '/chamber/companies/new', '/account']) {
      await page.goto(`${server.url}/fr${path}`)
      await expect(page).toHaveURL(`${server.url}/fr/account/two-factor`)
    }
    await expect(page.getByText('activez la double vérification pour continuer')).toBeVisible()
    await page.getByLabel('Mot de passe actuel').fill(password)
    await press(page, 'Commencer')

    await expect(page.getByRole('img', { name: /Code QR/ })).toBeVisible()
    const secret = await page.locator('main code').innerText()
    await page.getByLabel('Code à 6 chiffres de l’application').fill('000000')
    expect(await answerTo(page, () => press(page, 'Activer la double vérification'))).toBe(422)
    await checkA11y(page)
    await page.getByLabel('Code à 6 chiffres de l’application').fill(totp(secret))
    await press(page, 'Activer la double vérification')
    await expect(heading(page, 'Vos codes de secours')).toBeVisible()
    const [backup = ''] = await page.locator('main li code').allInnerTexts()
    await checkA11y(page)
    await page.getByRole('link', { name: 'C’est noté, continuer' }).click()
    await expect(heading(page, 'Entreprises')).toBeVisible()

    const comeBack = async () => {
      await page.locator('summary', { hasText: 'Menu' }).click()
      await press(page, 'Se déconnecter')
      await expect(said(page)).toHaveText('Vous êtes déconnecté.')
      await signIn(page, site, staff.email)
      await expect(heading(page, 'Deuxième étape')).toBeVisible()
      await page.getByLabel('Code de l’application, ou code de secours').fill(backup)
      await press(page, 'Se connecter')
    }
    await comeBack()
    await expect(heading(page, 'Entreprises')).toBeVisible()
    await comeBack()
    await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon.')
    await checkA11y(page)
  } finally {
    await server.drop()
  }
})
