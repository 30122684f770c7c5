import type { Page } from '@playwright/test'
import { direction, type Locale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { publishedOpportunity, unique } from '#tests/support/fixtures.ts'
import { password } from '#tests/support/people.ts'
import { startTestServer } from '#tests/support/server.ts'
import { checkA11y, expect, signInAs, test } from './support/site.ts'
import { answerTo } from './support/steps.ts'

/** An error page has the title of what happened, in the tab too, a word of help, and ways on that open. */
async function expectHelp(
  page: Page,
  locale: Locale,
  code: 'forbidden' | 'not-found' | 'gone' | 'too-many' | 'unexpected',
): Promise<void> {
  const t = translator(locale)
  const title = t(`errors.${code}.title`)
  await expect(page).toHaveTitle(t('common.pageTitle', { title }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByRole('main')).toContainText(t(`errors.${code}.text`))
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await expect(page.locator('html')).toHaveAttribute('dir', direction(locale))
  const ways = page.getByRole('main').getByRole('link')
  await expect(ways).toHaveText([t('errors.home'), t('errors.opportunities')])
  for (const [index, path] of ['', '/opportunities'].entries()) {
    await expect(ways.nth(index)).toHaveAttribute('href', `/${locale}${path}`)
  }
  await checkA11y(page)
}

for (const locale of ['fr', 'ar'] as const) {
  test(`a page that is not there, ended or not for you helps on, in ${locale}`, async ({
    page,
    site,
  }) => {
    const base = `${site.url}/${locale}`
    expect((await page.goto(`${base}/cette-page-n-existe-pas`))?.status()).toBe(404)
    await expectHelp(page, locale, 'not-found')

    const closed = await publishedOpportunity(site.services.open, { status: 'closed' })
    expect((await page.goto(`${base}/opportunities/${closed}`))?.status()).toBe(410)
    await expectHelp(page, locale, 'gone')
    await page.getByRole('main').getByRole('link').last().click()
    await expect(page).toHaveURL(`${base}/opportunities`)

    await signInAs(page, site, 'returnee')
    expect((await page.goto(`${base}/chamber`))?.status()).toBe(403)
    await expectHelp(page, locale, 'forbidden')
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page).toHaveURL(base)
  })
}

test('too many new accounts from one address are told to wait', async ({ page }) => {
  test.setTimeout(120_000)
  const server = await startTestServer({ APP_MODE: 'demo', LIMIT_FACTOR: '1' })
  try {
    const register = async (locale: Locale) => {
      await page.context().clearCookies()
      await page.goto(`${server.url}/${locale}/register`)
      await page.locator('input[name=purpose][value=work]').check()
      await page.locator('input[name=contact]').fill(`${unique(10).toLowerCase()}@exemple.ci`)
      await page.locator('input[name=password]').fill(password)
      return answerTo(page, () => page.locator('main form button').first().click())
    }
    for (let times = 0; times < 10; times += 1) expect(await register('fr')).toBe(200)
    for (const locale of ['fr', 'ar'] as const) {
      expect(await register(locale)).toBe(429)
      await expectHelp(page, locale, 'too-many')
    }
  } finally {
    await server.drop()
  }
})

test('when the database is gone the page says so, with a number to tell us', async ({ page }) => {
  const server = await startTestServer({ APP_MODE: 'demo' })
  try {
    const id = await publishedOpportunity(server.services.open)
    await server.services.db.destroy()
    for (const locale of ['fr', 'ar'] as const) {
      const answer = await page.goto(`${server.url}/${locale}/opportunities/${id}`)
      expect(answer?.status()).toBe(500)
      await expectHelp(page, locale, 'unexpected')
      const number = (await answer?.headerValue('x-request-id')) ?? ''
      expect(number).not.toBe('')
      await expect(page.getByRole('main')).toContainText(number)
    }
  } finally {
    await server.drop()
  }
})

test('an offer on paper is the offer, without what one clicks', async ({ page, site }) => {
  const title = `Soudure de portails ${unique()}`
  const id = await publishedOpportunity(site.services.open, { title })
  await page.goto(`${site.url}/fr/opportunities/${id}`)
  await page.emulateMedia({ media: 'print' })
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(main.getByText('Souder des charpentes en atelier')).toBeVisible()
  await expect(main.getByText(/par mois/).first()).toBeVisible()
  await expect(page.locator('.site-header')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Toutes les offres' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Voir ma correspondance' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByRole('link', { name: 'Toutes les offres' })).toBeVisible()
})
