import type { Page } from '@playwright/test'
import type { Locale } from '#app/i18n/locales.ts'
import { type Translate, translator } from '#app/i18n/translate.ts'
import { expect, type Site } from './site.ts'

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
