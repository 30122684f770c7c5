import type { Locator, Page } from '@playwright/test'
import { unique } from '#tests/support/fixtures.ts'
import { password } from '#tests/support/people.ts'
import { code, expect, type Site } from './site.ts'

// What several journeys do on their way, through the pages as anybody would.

/** Presses the button with these very words, in a part of the page where they stand more than once. */
export async function press(within: Page | Locator, words: string): Promise<void> {
  await within.getByRole('button', { name: words, exact: true }).click()
}

/** The message that the page says once about what has just been done. */
export function said(page: Page): Locator {
  return page.locator('.page-flash')
}

/** Status of the page at which something that was pressed ends, redirects followed. */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => {
      const redirects = one.status() >= 300 && one.status() < 400
      return one.request().isNavigationRequest() && !redirects
    }),
    act(),
  ])
  return answer.status()
}

/** Follows a link of the menu, which is closed on a phone. */
export async function follow(page: Page, words: string): Promise<void> {
  await page.locator('summary', { hasText: 'Menu' }).click()
  await page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link', { name: words, exact: true })
    .click()
}

/** Searches a place in a picker and takes the first that is found. */
export async function pickPlace(page: Page, question: string, town: string): Promise<void> {
  const picker = page.getByRole('group', { name: question })
  await picker.getByRole('searchbox').fill(town)
  await press(picker, 'Rechercher')
  await picker
    .getByRole('button', { name: `Choisir : ${town}` })
    .first()
    .click()
  await expect(picker.getByRole('button', { name: `${town} : Retirer` })).toBeVisible()
}

/** A number of the trade register of Côte d'Ivoire that nobody else has. */
export const newRccm = () => `CI-ABJ-2019-B-${100_000 + (Number.parseInt(unique(6), 16) % 900_000)}`

/** Fills in and sends the form that registers a company, for its own people or at the chamber's desk. */
export async function registerCompany(
  page: Page,
  company: { name: string; rccm: string; town?: string; position?: string },
): Promise<void> {
  await page.getByLabel('Nom légal').fill(company.name)
  await page.getByLabel(/RCCM/).fill(company.rccm)
  await pickPlace(page, 'Ville principale', company.town ?? 'Yopougon')
  if (company.position) {
    await page.getByLabel('Votre fonction dans l’entreprise').fill(company.position)
  }
  await press(page, 'Inscrire l’entreprise')
}

/** The invitation that somebody was sent, as the address of its page on this site. */
export async function invitationTo(page: Page, site: Site, email: string): Promise<string> {
  await page.goto(`${site.url}/fr/mailbox`)
  const message = page.getByRole('article').filter({ hasText: `À ${email}` })
  const link = await message.getByRole('link', { name: /\/join\// }).getAttribute('href')
  if (!link) throw new Error(`no invitation was sent to ${email}`)
  return site.url + new URL(link).pathname
}

/** Accepts an invitation as somebody who has no account yet: registers, confirms, joins. */
export async function joinAsNewcomer(
  page: Page,
  site: Site,
  invitation: { link: string; email: string; name: string },
): Promise<void> {
  const { link, email, name } = invitation
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: `Rejoindre ${name}` })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Créer un compte' }).click()
  await page.getByLabel('E-mail ou numéro de téléphone').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await press(page, 'Créer mon compte')
  await page.getByLabel('Code à 6 chiffres').fill(await code(site, email))
  await press(page, 'Confirmer')
  await press(page, `Rejoindre ${name}`)
  await expect(said(page)).toHaveText('Vous avez rejoint l’organisation.')
}

/** Signs in by the page with an address and the password that everybody has here. */
export async function signIn(page: Page, site: Site, email: string): Promise<void> {
  await page.goto(`${site.url}/fr/sign-in`)
  await page.getByLabel('E-mail ou numéro de téléphone').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await press(page, 'Se connecter')
}
