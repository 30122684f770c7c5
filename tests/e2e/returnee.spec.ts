import { countryName } from '#app/domain/countries/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { unique } from '#tests/support/fixtures.ts'
import { password } from '#tests/support/people.ts'
import { type Internship, publishInternship } from './support/internship.ts'
import { chooseBirthDate, fillSteps, openIdentity } from './support/profile-steps.ts'
import { checkA11y, code, expect, overflow, type Site, test } from './support/site.ts'
import { type Story, stories } from './support/stories.ts'
import { followMenu, signOut, type Walk, walk } from './support/walk.ts'

/** A mobile number of Côte d'Ivoire as people write it, and as messages are addressed. */
function mobileNumber(): { typed: string; sentTo: string } {
  const rest = String(Math.floor(Math.random() * 1e6)).padStart(6, '0')
  return {
    typed: `07 48 ${rest.match(/../g)?.join(' ')}`,
    sentTo: `+2250748${rest}`,
  }
}

interface Journey {
  readonly story: Story
  /** What they register with, as typed and as messages are addressed. */
  readonly contact: { typed: string; sentTo: string }
  readonly phone: { typed: string; sentTo: string }
  readonly email: string
  /** How they misspell welding when they look for work. */
  readonly misspelt: string
}

function journey(locale: 'fr' | 'ar'): Journey {
  const phone = mobileNumber()
  const email = `${locale}-${unique(10).toLowerCase()}@exemple.ci`
  const story = stories[locale]
  return locale === 'fr'
    ? { story, phone, email, contact: { typed: email, sentTo: email }, misspelt: 'soudrue' }
    : { story, phone, email, contact: phone, misspelt: 'لحاام' }
}

test.use({ actionTimeout: 10_000 })

for (const locale of ['fr', 'ar'] as const) {
  test(`somebody finds an internship in ${locale}, without scripts`, async ({
    page,
    ownSite: site,
    browser,
  }) => {
    test.setTimeout(240_000)
    const way = walk(page, site, locale)
    const told = journey(locale)
    const internship = await publishInternship(site)

    await register(way, told)
    await beginProfile(way)
    await fillSteps(way, told.story, internship)
    await tellIdentity(way, told)
    const publicCode = await readPreview(way, told)

    const employer = await browser.newContext()
    await employer.addCookies(cookiesOf(internship.employer.cookie, site))
    const seen = async () => {
      const list = await employer.request.get(`${site.url}/fr/employer/candidates`)
      return (await list.text()).includes(publicCode)
    }
    // Ready as soon as the index is; how fast that is, the bench tells.
    const becomesSeen = (expected: boolean) =>
      expect.poll(seen, { intervals: [100], timeout: 5_000 }).toBe(expected)

    expect(await seen()).toBe(false)
    await publish(way)
    await becomesSeen(true)
    await findInternship(way, told, internship)
    await readMatch(way, internship)
    await compareMatches(way, [internship, await publishInternship(site)])
    await hideMatch(way, internship)

    await followMenu(way, way.t('common.nav.profile'))
    await page.getByRole('button', { name: way.t('profile.actions.pause') }).click()
    await expect(page.getByText(way.t('profile.statusText.paused'))).toBeVisible()
    await becomesSeen(false)
    await page.getByRole('button', { name: way.t('profile.next.resume.button') }).click()
    await expect(page.getByText(way.t('profile.statusText.published'))).toBeVisible()
    await becomesSeen(true)
    await employer.close()

    await signOut(way)
    await signInByCode(way, told)
  })
}

function cookiesOf(header: string, site: Site) {
  return header.split('; ').map((one) => {
    const at = one.indexOf('=')
    return { name: one.slice(0, at), value: one.slice(at + 1), url: site.url }
  })
}

async function register(way: Walk, { contact }: Journey): Promise<void> {
  const { page, site, locale, t } = way
  await page.goto(`${site.url}/${locale}`)
  await page.getByRole('link', { name: t('home.work.action') }).click()
  // They came by "I look for work", so that much is answered already.
  await expect(page.getByRole('radio', { name: t('account.register.purposes.work') })).toBeChecked()
  await page.getByRole('textbox', { name: t('account.contact') }).fill(contact.typed)
  await page.getByLabel(t('account.password')).fill(password)
  await page.getByRole('button', { name: t('account.register.submit') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.verify.title'))
  await checkA11y(page)
  const sent = await code(site, contact.sentTo)
  await page.getByLabel(t('account.code')).fill(sent === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: t('account.verify.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(t('account.codeWrong'))
  await page.getByLabel(t('account.code')).fill(sent)
  await page.getByRole('button', { name: t('account.verify.submit') }).click()
  await expect(page.getByText(t('common.flash.confirmed'))).toBeVisible()
}

async function beginProfile(way: Walk): Promise<void> {
  const { page, t } = way
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('profile.begin.title'))
  await page.getByRole('button', { name: t('profile.begin.button') }).click()
  await expect(page.getByText(t('profile.statusText.draft'))).toBeVisible()
  await expect(page.getByText(t('profile.next.experience.text'))).toBeVisible()
  await checkA11y(page)
}

async function tellIdentity(way: Walk, { story, phone, email }: Journey): Promise<void> {
  const { page, t } = way
  await openIdentity(way)
  await page.getByLabel(t('profile.identity.givenName')).fill(story.givenName)
  await page.getByLabel(t('profile.identity.familyName')).fill(story.familyName)
  await page.getByLabel(t('profile.identity.phone'), { exact: true }).fill(phone.typed)
  await page.getByLabel(t('profile.identity.email'), { exact: true }).fill(email)
  const thisYear = new Date().getUTCFullYear()
  await chooseBirthDate(way, { day: 31, month: 12, year: thisYear - 17 })
  await page.getByRole('button', { name: t('profile.identity.save') }).click()

  await expect(page.getByText(t('profile.identity.underageTitle'))).toBeVisible()
  await expect(page.getByText('116').first()).toBeVisible()
  await expect(page.getByLabel(t('profile.identity.givenName'))).toHaveValue(story.givenName)
  await expect(page.getByLabel(t('profile.identity.familyName'))).toHaveValue(story.familyName)
  await expect(page.getByLabel(t('profile.identity.email'), { exact: true })).toHaveValue(email)
  const birth = page.getByRole('group', { name: t('profile.identity.birthDate') })
  await expect(birth.getByLabel(t('common.day'))).toHaveValue('31')
  await checkA11y(page)

  await chooseBirthDate(way, { day: 31, month: 12, year: 1991 })
  await page.getByRole('button', { name: t('profile.identity.save') }).click()
  await expect(page.getByText(t('profile.next.publish.text'))).toBeVisible()
}

/** Reads the profile as employers do: all of the work, nothing of the person. Returns its code. */
async function readPreview(way: Walk, { story, phone, email }: Journey): Promise<string> {
  const { page, locale, t } = way
  await page.getByRole('link', { name: t('profile.actions.preview') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('profile.preview.title'))
  const html = await page.content()
  for (const shown of [story.ownWords, story.description, story.qualification, story.town]) {
    expect(html).toContain(shown)
  }
  const digits = html.replace(/\D/g, '')
  for (const hidden of [story.givenName, story.familyName, email, phone.sentTo, '1991']) {
    expect(html).not.toContain(hidden)
  }
  expect(digits).not.toContain(phone.sentTo.slice(4))
  expect(await page.getByRole('main').innerText()).not.toContain(countryName(story.country, locale))
  await checkA11y(page)
  const publicCode = /CI-[0-9A-Z]+-[0-9A-Z]+/.exec(html)?.[0]
  if (!publicCode) throw new Error('the preview shows no code')
  await page.getByRole('link', { name: t('profile.actions.back') }).click()
  return publicCode
}

async function publish(way: Walk): Promise<void> {
  const { page, t } = way
  await page.getByRole('button', { name: t('profile.next.publish.button') }).click()
  await expect(page.getByText(t('common.flash.published'))).toBeVisible()
  await expect(page.getByText(t('profile.statusText.published'))).toBeVisible()
  await checkA11y(page)
}

async function findInternship(way: Walk, told: Journey, { title }: Internship): Promise<void> {
  const { page, t } = way
  await followMenu(way, t('common.nav.opportunities'))
  await page.getByRole('searchbox', { name: t('search.text') }).fill(told.misspelt)
  await page.getByRole('button', { name: t('search.submit') }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await checkA11y(page)
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page.getByText(t('company.verified'))).toBeVisible()
  await checkA11y(page)
}

async function readMatch(way: Walk, internship: Internship): Promise<void> {
  const { page, site, locale, t } = way
  const label = (uri: string) => site.services.reference.label(uri, locale)
  const figure = (tenths: number) => ({
    count: tenths / 10,
    points: formatNumber(locale, tenths / 10),
  })
  await followMenu(way, t('common.nav.matches'))
  const card = page.getByRole('article').filter({ hasText: internship.title })
  const bands = (['strong', 'good', 'partial'] as const).map((band) => t(`match.band.${band}`))
  expect(bands).toContain(await card.getByRole('strong').first().innerText())
  const reasons = card.getByRole('list', { name: t('match.reasonsLabel') }).getByRole('listitem')
  expect(await reasons.count()).toBeGreaterThanOrEqual(3)
  await checkA11y(page)

  await card.getByRole('link', { name: `${t('match.why')} : ${internship.title}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('match.mine.one'))
  // What the parts say together is what the total says.
  const pointsOf = new Map<string, number>()
  for (let tenths = 0; tenths <= 1000; tenths++)
    pointsOf.set(t('match.points', figure(tenths)), tenths)
  const parts = await page.getByRole('figure').getByRole('listitem').allInnerTexts()
  const points = parts.map((text) => pointsOf.get(text.split('\n').at(-1)?.trim() ?? ''))
  expect(points.length).toBeGreaterThanOrEqual(2)
  expect(points).not.toContain(undefined)
  const sum = points.reduce<number>((all, one) => all + (one ?? 0), 0)
  expect(sum).toBeGreaterThan(400)
  const total = t('match.explain.total', figure(sum))
  await expect(page.getByText(total, { exact: true })).toBeVisible()

  const row = (uri: string) => page.getByRole('listitem').filter({ hasText: label(uri) })
  const matched = row(internship.ticked[0] ?? '').filter({ hasText: t('match.skillState.matched') })
  await expect(matched).toBeVisible()
  const missing = row(internship.missing).filter({ hasText: t('match.skillState.missing') })
  await expect(missing).toBeVisible()
  await checkA11y(page)
}

/** Narrows and sorts the list, then puts two of it side by side. */
async function compareMatches(way: Walk, internships: readonly Internship[]): Promise<void> {
  const { page, site, t } = way
  await site.services.index.settled()
  await page
    .getByRole('link', { name: t('match.mine.back') })
    .last()
    .click()
  await page.locator('summary', { hasText: t('search.filters') }).click()
  await page.locator('a.facet[href*="kind=internship"]').click()
  const active = page.getByRole('list', { name: t('search.active') })
  await expect(active).toContainText(t('search.kinds.internship'))
  const sorts = page.getByRole('navigation', { name: t('search.sort') })
  await sorts.getByRole('link', { name: t('search.sorts.distance') }).click()
  await expect(sorts.locator('[aria-current]')).toHaveText(t('search.sorts.distance'))
  expect(new URL(page.url()).search).toBe('?kind=internship&sort=distance')
  await checkA11y(page)

  for (const { title } of internships) {
    await page.getByRole('checkbox', { name: `${t('match.compare.choose')} : ${title}` }).check()
  }
  await page.getByRole('button', { name: t('match.mine.compare') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('match.mine.compareTitle'))
  for (const { title } of internships) {
    await expect(page.getByRole('columnheader', { name: title })).toBeVisible()
  }
  // Both are seen at once, on a phone too, and the table is still one for a screen reader.
  const [table] = await page.getByRole('table').all()
  for (const cell of (await table?.getByRole('row').nth(1).getByRole('cell').all()) ?? []) {
    const { x, width } = (await cell.boundingBox()) ?? { x: -1, width: 0 }
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(360)
  }
  for (const row of ['pay', 'distance', 'start', 'matched', 'missing'] as const) {
    await expect(
      page.getByRole('rowheader', { name: t(`match.compare.rows.${row}`), exact: true }),
    ).toBeVisible()
  }
  expect(await overflow(page)).toBe(0)
  await checkA11y(page)
  await page
    .getByRole('link', { name: t('match.mine.back') })
    .first()
    .click()
  await expect(active).toContainText(t('search.kinds.internship'))
}

/** Leaves an opportunity out of the list, changes one's mind at once, and later once more. */
async function hideMatch(way: Walk, { title }: Internship): Promise<void> {
  const { page, t } = way
  const card = page.getByRole('article').filter({ hasText: title })
  const hide = async () => {
    await card.getByRole('link', { name: `${t('match.hide.link')} : ${title}` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('match.mine.hideTitle'))
  }
  const press = (name: string) => page.getByRole('button', { name }).click()
  await hide()
  await press(t('match.mine.hide'))
  await expect(page.getByRole('alert')).toContainText(t('match.hide.reasonMissing'))
  await checkA11y(page)
  await page.getByRole('radio', { name: t('match.personReason.place') }).check()
  await press(t('match.mine.hide'))
  await expect(page.getByText(t('match.hide.done', { title }))).toBeVisible()
  await expect(card).toHaveCount(0)
  expect(new URL(page.url()).searchParams.get('kind')).toBe('internship')
  await checkA11y(page)
  await press(t('match.hide.undo'))
  await expect(page.getByText(t('common.flash.shownAgain'))).toBeVisible()
  await expect(card).toBeVisible()

  await hide()
  await page.getByRole('radio', { name: t('match.personReason.other') }).check()
  await press(t('match.mine.hide'))
  await page.getByRole('link', { name: t('match.mine.hidden', { count: 1, total: '1' }) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('match.mine.hiddenTitle'))
  await expect(card).toContainText(t('match.personReason.other'))
  await checkA11y(page)
  await card.getByRole('button').click()
  await expect(page.getByText(t('match.mine.hiddenEmpty'))).toBeVisible()
  await page
    .getByRole('link', { name: t('match.mine.back') })
    .last()
    .click()
  // The list is as it was left, its filter with it.
  expect(new URL(page.url()).searchParams.get('kind')).toBe('internship')
  await expect(card).toBeVisible()
}

async function signInByCode(way: Walk, { contact }: Journey): Promise<void> {
  const { page, site, t } = way
  await followMenu(way, t('common.nav.signIn'))
  await page.getByRole('link', { name: t('account.signIn.byCode') }).click()
  await page.getByRole('textbox', { name: t('account.contact') }).fill(contact.typed)
  await page.getByRole('button', { name: t('account.signInCode.send') }).click()
  await page.getByLabel(t('account.code')).fill(await code(site, contact.sentTo))
  await checkA11y(page)
  await page.getByRole('button', { name: t('account.verify.submit') }).click()
  await expect(page.getByText(t('common.flash.signedIn'))).toBeVisible()
  await followMenu(way, t('common.nav.profile'))
  await expect(page.getByText(t('profile.statusText.published'))).toBeVisible()
}
