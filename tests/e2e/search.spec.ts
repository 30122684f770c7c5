import type { Page } from '@playwright/test'
import { formatKm } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import type { OpportunityKind } from '#search/documents/common.ts'
import { publishedOpportunity, publishedProfile } from '#tests/support/fixtures.ts'
import { startTestServer } from '#tests/support/server.ts'
import { checkA11y, expect, overflow, type Site, signInAs, test } from './support/site.ts'

const words = {
  fr: { known: 'soudeur', typed: 'soude', wrong: 'sudeur aluminum', town: 'Bouaké' },
  ar: { known: 'لحام', typed: 'لحا', wrong: 'لحام زخرفه', town: 'بواكي' },
} as const

const filled = new WeakSet<Site>()

/** Enough to find, once a site: welders in Abidjan, and one plumber's job. */
async function fill(site: Site): Promise<void> {
  const { services } = site
  if (filled.has(site)) return
  filled.add(site)
  await publishedOpportunity(services.open)
  await publishedOpportunity(services.open, { kind: 'internship' })
  const [plumber] = services.reference.suggest.occupations('plombier', 'fr', 1)
  await publishedOpportunity(services.open, {
    title: 'Plombier',
    description: null,
    occupation_uri: plumber?.uri ?? null,
  })
  await publishedProfile(services.open)
  await services.index.settled()
}

/** How many opportunities of a kind the words find: other tests of the same site add some. */
async function findable({ services }: Site, text: string, kind: OpportunityKind): Promise<number> {
  const filters = { status: ['open' as const], country: ['CI'], kind: [kind] }
  return (await services.search.search('opportunity', { text, filters, size: 1 })).total
}

const results = (page: Page) => page.locator('#results')
const box = (page: Page) => page.locator('input[name=q]')
/** The line that says which place is searched, on a phone. */
const whereLine = (page: Page) => page.locator('.search-where > summary')
const cards = (page: Page) => page.locator('#found .card')
/** Lets the clock of a page run on until every timer that typing set has fired; its clock must be installed. */
const pastThePause = (page: Page) => page.clock.runFor(1_000)

for (const locale of ['fr', 'ar'] as const) {
  const t = translator(locale)
  const say = words[locale]
  const total = (count: number) => t('search.total', { count, total: String(count) })

  test.describe(`with JavaScript, in ${locale}`, () => {
    test.use({ javaScriptEnabled: true, actionTimeout: 10_000 })

    test('results follow what is typed, and focus, caret and address with them', async ({
      page,
      site,
    }) => {
      await fill(site)
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'fetch') asked.push(request.url())
      })
      await page.clock.install()
      await page.goto(`${site.url}/${locale}/opportunities?kind=internship`)
      const before = (await results(page).textContent()) ?? ''

      await box(page).pressSequentially(say.typed.slice(0, 2), { delay: 20 })
      await pastThePause(page)
      expect(asked).toEqual([])
      await expect(results(page)).toHaveText(before)

      await box(page).pressSequentially(say.known.slice(2), { delay: 40 })
      await expect(page).toHaveURL(/[?&]q=/)
      await expect(page).toHaveURL(/[?&]kind=internship/)
      expect(new URL(page.url()).searchParams.get('q')).toBe(say.known)
      await expect(box(page)).toBeFocused()
      const caret = await box(page).evaluate((one: HTMLInputElement) => one.selectionStart)
      expect(caret).toBe(say.known.length)
      const count = await findable(site, say.known, 'internship')
      expect(count).toBeGreaterThan(0)
      await expect(results(page)).toHaveText(total(count))
      await expect(cards(page)).toHaveCount(Math.min(20, count))
      await expect(page.locator('form > [role=status]')).toHaveText(total(count))
      // One question a pause, not one a letter.
      expect(asked.length).toBeLessThanOrEqual(2)
      await expect(page.locator('a[hreflang=en]')).toHaveAttribute('href', /q=/)
      await checkA11y(page)

      // The address is the list: it survives a reload, and going to an opportunity and back.
      await page.reload()
      await expect(results(page)).toHaveText(total(count))
      await cards(page).first().getByRole('link').click()
      await page.goBack()
      await expect(box(page)).toHaveValue(say.known)
      await expect(results(page)).toHaveText(total(count))
      await box(page).press('Enter')
      await expect(page).toHaveURL(/place=&km=25/)
      await expect(results(page)).toHaveText(total(count))
      expect(complaints).toEqual([])
    })

    test('an emptied box shows all again', async ({ page, site }) => {
      await fill(site)
      await page.goto(`${site.url}/${locale}/opportunities`)
      const all = (await results(page).textContent()) ?? ''
      await page.goto(`${site.url}/${locale}/opportunities?q=qqqqqq`)
      await expect(results(page)).toHaveText(total(0))
      await box(page).fill('')
      await expect(results(page)).toHaveText(all)
      expect(new URL(page.url()).search).toBe('')
    })

    test('a place is suggested and chosen with the keyboard', async ({ page, site }) => {
      await page.goto(`${site.url}/${locale}/opportunities`)
      await whereLine(page).click()
      const place = page.getByRole('combobox', { name: t('search.place') })
      await place.pressSequentially(say.town.slice(0, 5), { delay: 30 })
      await expect(page.getByRole('option').first()).toContainText(say.town)
      await checkA11y(page)
      expect(await overflow(page)).toBe(0)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/[?&]place=[^&]/)
      await expect(page.locator('#found .tag').first()).toContainText(say.town)
      await expect(whereLine(page)).toContainText(say.town)
      await expect(place).toBeHidden()
    })

    test('an answer that does not come leaves no list that passes for it', async ({
      page,
      site,
    }) => {
      await fill(site)
      await page.goto(`${site.url}/${locale}/opportunities`)
      const before = (await results(page).textContent()) ?? ''
      const late = t('search.late', { button: t('search.submit') })
      const note = page.locator('#found .late')
      const status = page.locator('form > [role=status]')
      let answer: { status: number } | 'away' | null = { status: 429 }
      await page.route('**/opportunities?**', (route) => {
        if (answer === null || route.request().resourceType() !== 'fetch') return route.continue()
        return answer === 'away' ? route.abort() : route.fulfill(answer)
      })

      await box(page).pressSequentially(say.known, { delay: 20 })
      await expect(note).toHaveText(late)
      await expect(status).toHaveText(late)
      await expect(results(page)).toHaveText(before)
      await expect(box(page)).toBeFocused()
      await checkA11y(page)
      expect(await overflow(page)).toBe(0)

      // The words of the list are right again, then wrong, offline this time, then answered.
      await box(page).fill('')
      await expect(note).toHaveCount(0)
      await expect(status).toHaveText(before)
      answer = 'away'
      await box(page).fill(say.known)
      await expect(note).toHaveText(late)
      answer = null
      await box(page).fill(say.typed)
      await expect(page).toHaveURL(/[?&]q=/)
      await expect(note).toHaveCount(0)
      await expect(status).toHaveText((await results(page).textContent()) ?? '')
    })

    test('a candidate search follows what is typed', async ({ page, site }) => {
      await fill(site)
      await signInAs(page, site, 'employer')
      await page.goto(`${site.url}/${locale}/employer/candidates`)
      await box(page).pressSequentially(say.known, { delay: 30 })
      await expect(page).toHaveURL(/[?&]q=/)
      await expect(cards(page).first()).toBeVisible()
      await checkA11y(page)
    })

    test('somebody who saves data is left in peace', async ({ page, site }) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
      })
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'fetch') asked.push(request.url())
      })
      await page.clock.install()
      await page.goto(`${site.url}/${locale}/opportunities`)
      await box(page).pressSequentially(say.known, { delay: 20 })
      await pastThePause(page)
      expect(asked).toEqual([])
      await box(page).press('Enter')
      await expect(page).toHaveURL(/[?&]q=/)
    })
  })

  test(`on a phone the results are in sight, the place a line that opens, in ${locale}`, async ({
    page,
    site,
  }) => {
    await fill(site)
    const place = page.getByLabel(t('search.place'))
    const top = async () => (await results(page).boundingBox())?.y ?? Number.NaN
    await page.goto(`${site.url}/${locale}/opportunities`)
    expect(await top()).toBeLessThan(520)
    await expect(whereLine(page)).toHaveText(t('search.where', { where: t('search.wholeCountry') }))
    await expect(place).toBeHidden()
    await checkA11y(page)

    await whereLine(page).click()
    await place.fill(say.town)
    await page.getByLabel(t('search.radius')).selectOption('50')
    await checkA11y(page)
    expect(await overflow(page)).toBe(0)
    await page.getByRole('button', { name: t('search.submit') }).click()
    await expect(page.locator('#found .tag').first()).toContainText(say.town)
    await expect(place).toBeHidden()
    await expect(whereLine(page)).toContainText(say.town)
    await expect(whereLine(page)).toContainText(formatKm(locale, 50))
    expect(await top()).toBeLessThan(520)

    // A place that nobody knows is there to be mended.
    await page.goto(`${site.url}/${locale}/opportunities?place=qqqqqqqqqq`)
    await expect(place).toHaveValue('qqqqqqqqqq')
    await expect(place).toBeVisible()

    await page.setViewportSize({ width: 1280, height: 740 })
    await page.goto(`${site.url}/${locale}/opportunities`)
    await expect(whereLine(page)).toBeHidden()
    await expect(place).toBeVisible()
    await checkA11y(page)
    const heights = [box(page), place, page.getByLabel(t('search.radius'))].map((one) =>
      one.boundingBox(),
    )
    expect(new Set((await Promise.all(heights)).map((one) => one?.y)).size).toBe(1)
  })

  test(`without JavaScript the same page answers, in ${locale}`, async ({ page, site }) => {
    await fill(site)
    await page.goto(`${site.url}/${locale}/opportunities?kind=job`)
    await box(page).fill(say.known)
    await page.getByRole('button', { name: t('search.submit') }).click()
    const count = await findable(site, say.known, 'job')
    expect(count).toBeGreaterThan(0)
    await expect(results(page)).toHaveText(total(count))
    await expect(page).toHaveURL(/kind=job/)
    // The occupation that the words name, then what it takes away.
    const trades = page.getByRole('navigation', { name: t('search.help.trades') })
    await trades.getByRole('link').first().click()
    await expect(page).toHaveURL(/occupation=/)
    await expect(page).toHaveURL(/kind=job/)
    await expect(trades).toHaveCount(0)
    await page.getByRole('link', { name: t('search.clear') }).click()
    expect(new URL(page.url()).search).toBe('')
  })
}

test('other words are proposed as links that keep the filters', async ({ page, site }) => {
  await fill(site)
  const t = translator('fr')
  await page.goto(`${site.url}/fr/opportunities?q=sudeur+aluminum&kind=internship`)
  await expect(results(page)).toHaveText('0 offre')
  await checkA11y(page)
  expect(await overflow(page)).toBe(0)
  const proposals = page.getByRole('navigation', { name: t('search.help.words') })
  const first = proposals.getByRole('link').first()
  await expect(first).toContainText('soudeur')
  await first.click()
  const { searchParams } = new URL(page.url())
  expect(searchParams.get('q')).toBe('soudeur')
  expect(searchParams.get('kind')).toBe('internship')
  await expect(cards(page).first()).toBeVisible()
  await expect(proposals).toHaveCount(0)
})

for (const locale of ['fr', 'ar'] as const) {
  test(`pages of a search that rests are whole and readable, in ${locale}`, async ({ page }) => {
    // Nobody listens on this port: the engine is away.
    const resting = await startTestServer({ MEILI_URL: 'http://127.0.0.1:9' })
    try {
      const { services } = resting
      await publishedOpportunity(services.open)
      await page.goto(`${resting.url}/${locale}/opportunities?q=soudeur`)
      await expect(page.getByRole('main')).toContainText(translator(locale)('search.resting.title'))
      await expect(cards(page).first()).toBeVisible()
      await checkA11y(page)
      expect(await overflow(page)).toBe(0)
    } finally {
      await resting.drop()
    }
  })
}
