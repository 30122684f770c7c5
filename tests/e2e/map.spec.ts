import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import type { Locale } from '#app/i18n/locales.ts'
import {
  chamber,
  company,
  publishedOpportunity,
  publishedProfile,
  unique,
} from '#tests/support/fixtures.ts'
import { join, openAccount } from '#tests/support/people.ts'
import { checkA11y, expect, overflow, type Site, test } from './support/site.ts'

/** Staff of a chamber for the whole country, signed in in this browser. */
async function countryStaff(page: Page, site: Site): Promise<void> {
  const { userId, cookie } = await openAccount(site.services)
  await join(site.services, userId, 'chamber', await chamber(site.services.open), 'staff')
  await page.context().addCookies(
    cookie.split('; ').map((one) => {
      const at = one.indexOf('=')
      return { name: one.slice(0, at), value: one.slice(at + 1), url: site.url }
    }),
  )
}

/** The figures that the picture shows, by area or place. */
async function pictured(page: Page): Promise<Record<string, string>> {
  const shapes = await page
    .locator('.map-sheet [data-value]')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-id') ?? '', one.getAttribute('data-value') ?? '']),
    )
  return Object.fromEntries(shapes.filter(([, value]) => value !== ''))
}

/** The figures that the tables say. */
async function told(page: Page): Promise<Record<string, string>> {
  const cells = await page
    .locator('main table [data-of]')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('data-of') ?? '', one.textContent]))
  return Object.fromEntries(cells)
}

/** Fails unless picture and tables say the same of the same things. */
async function expectTwins(page: Page): Promise<void> {
  const [picture, tables] = [await pictured(page), await told(page)]
  expect(Object.keys(picture).length, page.url()).toBeGreaterThan(0)
  expect(picture, page.url()).toEqual(tables)
}

const words: Record<Locale, { bandama: string; bouake: string; measures: string }> = {
  fr: { bandama: 'Vallée du Bandama', bouake: 'Bouaké', measures: 'Ce que montre la carte' },
  en: { bandama: 'Vallée du Bandama', bouake: 'Bouaké', measures: 'What the map shows' },
  ar: { bandama: 'وادي بنداما', bouake: 'بواكي', measures: 'ما تعرضه الخريطة' },
}

for (const locale of ['fr', 'ar'] as const) {
  test(`the map from the country to a company in ${locale}, without script`, async ({
    page,
    site,
  }) => {
    test.setTimeout(240_000)
    const { open } = site.services
    const name = `Fonderie ${unique()}`
    const firm = await company(open, { trade_name: name }, 'Bouaké')
    await publishedOpportunity(open, { company_id: firm })
    for (let at = 0; at < 8; at += 1) await publishedProfile(open)
    await countryStaff(page, site)
    const { bandama, bouake, measures } = words[locale]

    await test.step('every measure is drawn and told alike', async () => {
      await page.goto(`${site.url}/${locale}/chamber/map`)
      const count = await page.getByRole('navigation', { name: measures }).getByRole('link').count()
      expect(count).toBe(10)
      for (let at = 0; at < count; at += 1) {
        await page.getByRole('navigation', { name: measures }).getByRole('link').nth(at).click()
        await expectTwins(page)
        expect(await overflow(page), page.url()).toBe(0)
      }
      await checkA11y(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await checkA11y(page)
      await page.emulateMedia({ colorScheme: 'light' })
    })

    await test.step('the table is sorted by its links', async () => {
      await page.goto(`${site.url}/${locale}/chamber/map`)
      await page.setViewportSize({ width: 1280, height: 900 })
      const rows = page.locator('main table').first().locator('tbody tr')
      // The figure alone: areas with the same figure stand in the order of their names either way.
      const figure = (row: Locator) => row.locator('td').last().textContent()
      const first = await figure(rows.first())
      await page.locator('main table').first().locator('thead a').last().click()
      await expect(page.locator('[aria-sort=ascending]')).toHaveCount(1)
      expect(await figure(rows.last())).toBe(first)
      await expectTwins(page)
      await page.setViewportSize({ width: 360, height: 740 })
    })

    await test.step('area, place and company follow by plain links', async () => {
      await page.goto(`${site.url}/${locale}/chamber/map`)
      await page.getByRole('link', { name: bandama, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(bandama)
      await expectTwins(page)
      await checkA11y(page)
      await page.getByRole('link', { name: bouake, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(bouake)
      await checkA11y(page)
      expect(await overflow(page)).toBe(0)
      await page.getByRole('link', { name, exact: true }).click()
      expect(new URL(page.url()).pathname).toBe(`/${locale}/chamber/companies/${firm}`)
    })

    await test.step('filters are a form, and what they mean is said', async () => {
      await page.goto(`${site.url}/${locale}/chamber/map?measure=posts`)
      await page.locator('main summary').first().click()
      await page.locator('input[name=occupation]').fill(locale === 'fr' ? 'soudeur' : 'لحام')
      await page.locator('select[name=kind]').selectOption('job')
      await page.locator('main form button').first().click()
      expect(page.url()).toContain('measure=posts')
      expect(page.url()).toContain('kind=job')
      await expectTwins(page)
      await checkA11y(page)
    })

    await test.step('sectors and skills', async () => {
      for (const path of ['sectors', 'sectors?measure=profiles', 'skills?area=CI-AB']) {
        await page.goto(`${site.url}/${locale}/chamber/map/${path}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await checkA11y(page)
        expect(await overflow(page), path).toBe(0)
      }
    })
  })
}

test('the public map names only verified public companies, and may stand in a frame', async ({
  page,
  site,
}) => {
  const { open } = site.services
  const shown = `Visible ${unique()}`
  const hidden = `Cachée ${unique()}`
  await company(open, { trade_name: shown }, 'Odienné')
  await company(open, { trade_name: hidden, visibility: 'chamber' }, 'Odienné')
  await page.goto(`${site.url}/fr/map/CI/CI-DN/all`)
  await expect(page.getByRole('main')).toContainText(shown)
  await expect(page.getByRole('main')).not.toContainText(hidden)
  await checkA11y(page)
  const answer = await page.goto(`${site.url}/fr/map/CI?embed=1`)
  expect(answer?.headers()['content-security-policy']).toContain('frame-ancestors *')
  expect(answer?.headers()['x-frame-options']).toBeUndefined()
  await expect(page.locator('header.site-header')).toHaveCount(0)
  await expectTwins(page)
  await page.getByRole('link', { name: 'Denguélé', exact: true }).click()
  expect(page.url()).toContain('embed=1')
  const plain = await page.goto(`${site.url}/fr/map/CI`)
  expect(plain?.headers()['x-frame-options']).toBe('DENY')
  // Staff's measures are not for everybody: an address that asks for one gets companies.
  await page.goto(`${site.url}/fr/map/CI?measure=coverage`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Entreprises')
})

for (const locale of ['fr', 'ar'] as const) {
  test(`without script the map that moves leads back to the drawn one, in ${locale}`, async ({
    page,
    site,
  }) => {
    for (const embed of ['', '?embed=1']) {
      await page.goto(`${site.url}/${locale}/map/CI${embed}`)
      await page.locator(`a[href^="/${locale}/map/CI/interactive"]`).click()
      await expect(page).toHaveURL(`${site.url}/${locale}/map/CI/interactive${embed}`)
      await expect(page.locator('noscript p')).toBeVisible()
      await expect(page.locator('#live-map')).toBeHidden()
      await checkA11y(page)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await overflow(page), `${width}`).toBe(0)
      }
      await page.locator(`main > p a, main p > a`).last().click()
      await expect(page).toHaveURL(`${site.url}/${locale}/map/CI${embed}`)
      await expectTwins(page)
    }
  })
}

test('a country without outlines is drawn as circles, and says so', async ({ page, site }) => {
  await page.goto(`${site.url}/fr/map/MA`)
  await expect(page.getByRole('main')).toContainText('pas encore de contours')
  expect(await page.locator('.map-sheet circle').count()).toBe(12)
  await checkA11y(page)
})

test.describe('with script', () => {
  test.use({ javaScriptEnabled: true })

  test('the interactive map shows points, popups by keyboard, and nothing from elsewhere', async ({
    page,
    site,
  }) => {
    const { open } = site.services
    const name = `Cimenterie ${unique()}`
    const firm = await company(open, { trade_name: name }, 'Bouna')
    await countryStaff(page, site)
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) elsewhere.push(request.url())
    })
    await page.goto(`${site.url}/fr/chamber/map/interactive`)
    const point = page.getByRole('button', { name, exact: true })
    await expect(point).toBeVisible()
    expect(await page.locator('.map-live-area').count()).toBeGreaterThan(5)
    await checkA11y(page)
    await point.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.leaflet-popup')).toContainText(name)
    await expect(page.locator('.leaflet-popup-content a')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${site.url}/fr/chamber/companies/${firm}`)
    expect(elsewhere).toEqual([])
  })

  test('points that come late neither close a popup nor take the focus away', async ({
    page,
    site,
  }) => {
    const name = `Tuilerie ${unique()}`
    await company(site.services.open, { trade_name: name }, 'Tabou')
    await countryStaff(page, site)
    await page.goto(`${site.url}/fr/chamber/map/interactive`)
    const point = page.getByRole('button', { name, exact: true })
    await expect(point).toBeVisible()
    const points = /\/map\/points\?bbox/
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(points, async (route) => {
      await released
      await route.continue()
    })
    await page.getByRole('button', { name: 'Approcher' }).click()
    await point.focus()
    await page.keyboard.press('Enter')
    const popup = page.locator('.leaflet-popup')
    await expect(popup).toContainText(name)
    release()
    await page.unrouteAll({ behavior: 'wait' })
    await expect(popup.getByRole('link')).toBeFocused()
    // What waited is asked for when the popup is closed; who was on the point is there again.
    const asked = page.waitForResponse(points)
    await page.keyboard.press('Escape')
    await asked
    await expect(popup).toHaveCount(0)
    await expect(point).toBeFocused()
  })

  test('everybody moves the public map, in a frame of another site too', async ({ page, site }) => {
    const { open } = site.services
    const name = `Verrerie ${unique()}`
    const hidden = `Cachée ${unique()}`
    await company(open, { trade_name: name }, 'Séguéla')
    await company(open, { trade_name: hidden, visibility: 'chamber' }, 'Boundiali')
    await page.goto(`${site.url}/fr/map/CI`)
    expect(await page.locator('script').count()).toBe(0)
    await page.getByRole('link', { name: 'Se déplacer sur la carte' }).click()
    const point = page.getByRole('button', { name, exact: true })
    await expect(point).toBeVisible()
    await expect(page.getByRole('button', { name: hidden })).toHaveCount(0)
    expect(await page.locator('.map-live-area').count()).toBeGreaterThan(5)
    await checkA11y(page)
    expect(await overflow(page)).toBe(0)
    await point.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.leaflet-popup')).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Séguéla')
    await expect(page.getByRole('main')).toContainText(name)

    // Another site shows it in a frame: its script and its points still come.
    const ministry = createServer((_, answer) => {
      answer.setHeader('Content-Type', 'text/html')
      answer.end(
        `<!doctype html><iframe title="Carte" width="800" height="900" src="${site.url}/fr/map/CI/interactive?embed=1"></iframe>`,
      )
    }).listen(0, '127.0.0.1')
    await once(ministry, 'listening')
    await page.goto(`http://127.0.0.1:${(ministry.address() as AddressInfo).port}/`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('button', { name, exact: true })).toBeVisible()
    await expect(frame.locator('header.site-header')).toHaveCount(0)
    ministry.close()
  })
})
