import type { Page } from '@playwright/test'
import type { Locale } from '#app/i18n/locales.ts'
import { type Translate, translator } from '#app/i18n/translate.ts'
import { checkA11y, expect, type Site } from './site.ts'

/** Somebody on their way through the pages in a language. */
export interface Walk {
  readonly page: Page
  readonly site: Site
  readonly locale: Locale
  readonly t: Translate
}

export function walk(page: Page, site: Site, locale: Locale): Walk {
  return { page, site, locale, t: translator(locale) }
}

/** Opens the menu of a phone and follows one of its links. */
export async function followMenu({ page, t }: Walk, label: string): Promise<void> {
  await page.getByText(t('common.menu'), { exact: true }).click()
  await page.getByRole('link', { name: label, exact: true }).click()
}

export async function signOut({ page, t }: Walk): Promise<void> {
  await page.getByText(t('common.menu'), { exact: true }).click()
  await page.getByRole('button', { name: t('common.nav.signOut') }).click()
  await expect(page.getByText(t('common.flash.signedOut'))).toBeVisible()
}

// One browser that runs scripts for each page that runs none.
const scripted = new WeakMap<Page, Page>()

async function copyOf(page: Page): Promise<Page> {
  const before = scripted.get(page)
  if (before) return before
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser of its own')
  const viewport = page.viewportSize()
  const context = await browser.newContext({ viewport, javaScriptEnabled: true })
  // The runner may have closed it first, with everything else.
  page.once('close', () => context.close().catch(() => {}))
  const copy = await context.newPage()
  scripted.set(page, copy)
  return copy
}

/**
 * Fails when axe finds anything in the page as it stands, on a phone whose browser runs no script:
 * axe needs scripts, so the same document is looked at in a browser that runs them.
 */
export async function checkAsShown({ page }: Walk): Promise<void> {
  const [copy, html] = [await copyOf(page), await page.content()]
  const here = page.url()
  await copy.route(here, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  )
  await copy.goto(here)
  await checkA11y(copy)
  await copy.unroute(here)
}
