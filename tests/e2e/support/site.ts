import { type Browser, test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import type { Role } from '#app/domain/access.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { unique } from '#tests/support/fixtures.ts'
import { giveRole, type Person, password, person, strangersRecords } from '#tests/support/people.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

/** The built application on a port of its own, with a mailbox instead of mail. */
export interface Site extends TestServer {
  /** Ids of records of nobody in particular, for pages that everybody may see. */
  readonly others: Readonly<Record<string, string>>
}

async function openSite(): Promise<Site> {
  const server = await startTestServer({ APP_MODE: 'demo' })
  const others = await strangersRecords(server.services)
  await server.services.index.settled()
  return { ...server, others }
}

async function lendSite(use: (site: Site) => Promise<void>): Promise<void> {
  const site = await openSite()
  await use(site)
  await site.drop()
}

/**
 * `site` is shared by the tests of a worker, so its lists hold what others have published. `ownSite` is
 * the test's alone, for journeys that look for something in a list of all.
 */
export const test = base.extend<{ ownSite: Site }, { site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  ownSite: async ({}, use) => lendSite(use),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  site: [async ({}, use) => lendSite(use), { scope: 'worker' }],
})

export { expect }

/** The newest six-digit code that was sent to an address or number. */
export async function code({ services }: Site, recipient: string): Promise<string> {
  const messages = await services.db
    .selectFrom('message')
    .select('body')
    .where('recipient', '=', recipient)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const found = messages.map(({ body }) => /\b\d{6}\b/.exec(body)?.[0]).find(Boolean)
  if (!found) throw new Error(`no code was sent to ${recipient}`)
  return found
}

/**
 * Registers through the pages, as a newcomer does, and confirms the address with the code that was
 * sent. Staff get their membership afterwards, with records of their own. Ends on the page that
 * registration leads to.
 */
export async function signUp(
  page: Page,
  site: Site,
  role: Exclude<Role, 'visitor'>,
  locale: Locale = 'fr',
): Promise<Person> {
  const email = `${role}-${unique(10).toLowerCase()}@exemple.ci`
  await page.goto(`${site.url}/${locale}/register`)
  await page.locator(`input[name=purpose][value=${role === 'employer' ? 'hire' : 'work'}]`).check()
  await page.locator('input[name=contact]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('main form button').first().click()
  await page.locator('input[name=code]').fill(await code(site, email))
  await page.locator('main form button').first().click()
  const user = await site.services.db
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  // Job seekers and employers go on by themselves, through the pages.
  const byThemselves = role === 'returnee' || role === 'employer'
  const ids = byThemselves ? {} : await giveRole(site.services, user.id, role)
  return { role, userId: user.id, email, cookie: '', ids }
}

/** Signs the browser in as somebody of a role who has records of their own, without any page. */
export async function signInAs(page: Page, site: Site, role: Role): Promise<Person> {
  const who = await person(site.services, role)
  await site.services.index.settled()
  await carryCookie(page, site, who.cookie)
  return who
}

/** Gives the browser the session of a `Cookie` header. */
export async function carryCookie(page: Page, site: Site, cookie: string): Promise<void> {
  const cookies = cookie.split('; ').filter(Boolean)
  await page.context().addCookies(
    cookies.map((one) => {
      const at = one.indexOf('=')
      return { name: one.slice(0, at), value: one.slice(at + 1), url: site.url }
    }),
  )
}

/** What axe finds wrong with the page by WCAG 2.0, 2.1 and 2.2, levels A and AA: one line a finding. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const scripted = await page.evaluate(() => matchMedia('(scripting: enabled)').matches)
  return scripted ? axeFindings(page) : faultsOfCopy(page)
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Runs axe in the page itself: there are no frames of other origins to ask. Only what is wrong is written out. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (tags) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: tags,
      resultTypes: ['violations'],
    })
    return violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`),
    )
  }, wcag)
}

/** A page with scripts in each browser, kept from one check to the next, and what it is to show. */
const copies = new WeakMap<Browser, Promise<Copy>>()

interface Copy {
  readonly page: Page
  body: string
}

async function openCopy(browser: Browser): Promise<Copy> {
  const context = await browser.newContext({ javaScriptEnabled: true, bypassCSP: true })
  const copy: Copy = { page: await context.newPage(), body: '' }
  await copy.page.route('**/*', (route) => {
    const kind = route.request().resourceType()
    if (kind === 'document') return route.fulfill({ body: copy.body, contentType: 'text/html' })
    return kind === 'script' ? route.abort() : route.continue()
  })
  return copy
}

/**
 * axe needs a browser that runs scripts: where the page's does not, another page looks at the same
 * document at the same address, with nothing asked of the server but its styles.
 */
async function faultsOfCopy(page: Page): Promise<string[]> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page belongs to no browser')
  const opening = copies.get(browser) ?? openCopy(browser)
  copies.set(browser, opening)
  const copy = await opening
  copy.body = await page.content()
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await copy.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  const size = page.viewportSize()
  if (size) await copy.page.setViewportSize(size)
  await copy.page.goto(page.url())
  return axeFindings(copy.page)
}

/** Fails when axe finds anything. */
export async function checkA11y(page: Page): Promise<void> {
  expect(await accessibilityFaults(page), page.url()).toEqual([])
}

/** How many pixels of the page stick out sideways: on a phone nobody should have to scroll to the side. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
