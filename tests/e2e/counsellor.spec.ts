import { unique } from '#tests/support/fixtures.ts'
import { password, person } from '#tests/support/people.ts'
import { publishInternship } from './support/internship.ts'
import { chooseBirthDate, fillSteps } from './support/profile-steps.ts'
import { checkA11y, code, expect, test } from './support/site.ts'
import { stories } from './support/stories.ts'
import { followMenu, type Walk, walk } from './support/walk.ts'

test.use({ actionTimeout: 10_000 })

const story = stories.fr
const phone = { typed: '05 06 22 33 44', sentTo: '+2250506223344' }

test('a counsellor enters a profile and its person confirms it', async ({ page, site }) => {
  test.setTimeout(180_000)
  const way = walk(page, site, 'fr')
  const { t } = way
  const internship = await publishInternship(site)
  const counsellor = await person(site.services, 'counsellor')
  const familyName = `Aka-${unique(5)}`
  const name = `${story.givenName} ${familyName}`

  await signIn(way, counsellor.email)
  await followMenu(way, t('common.nav.counsellor'))
  await checkA11y(page)
  await page.getByRole('link', { name: t('counsellor.new') }).click()
  await page.getByLabel(t('profile.identity.givenName')).fill(story.givenName)
  await page.getByLabel(t('profile.identity.familyName')).fill(familyName)
  await page.getByLabel(t('profile.identity.phone'), { exact: true }).fill('12')
  await chooseBirthDate(way, { day: 2, month: 5, year: 1988 })
  await page.getByRole('button', { name: t('counsellor.newProfile.button') }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel(t('profile.identity.familyName'))).toHaveValue(familyName)
  await checkA11y(page)
  await page.getByLabel(t('profile.identity.phone'), { exact: true }).fill(phone.typed)
  await page.getByRole('button', { name: t('counsellor.newProfile.button') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('counsellor.profileOf', { name }),
  )
  await checkA11y(page)

  await fillSteps(way, story, internship)
  await confirmWithPerson(way)

  await page.getByRole('button', { name: t('profile.next.publish.button') }).click()
  await expect(page.getByText(t('profile.statusText.published'))).toBeVisible()
  await page.getByRole('link', { name: t('profile.next.matches.preview') }).click()
  const shown = await page.getByRole('main').innerText()
  expect(shown).toContain(story.ownWords)
  for (const hidden of [familyName, phone.typed, phone.sentTo, '1988']) {
    expect(shown).not.toContain(hidden)
  }

  await followMenu(way, t('common.nav.counsellor'))
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name }) })
  await expect(row).toContainText(t('profile.status.published'))
  await expect(row).toContainText(t('counsellor.complete'))
  await expect(row).not.toContainText(t('counsellor.unconfirmed'))
  await checkA11y(page)
})

test('the profiles of another programme are not there for a counsellor', async ({ page, site }) => {
  const way = walk(page, site, 'fr')
  const { t } = way
  await signIn(way, (await person(site.services, 'counsellor')).email)
  const others = `${site.url}/fr/counsellor/profiles/${site.others.profileId}`
  for (const path of ['', '/identity', '/skills', '/preview', '/confirm', '/delete']) {
    const answer = await page.goto(others + path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('errors.not-found.title'))
  }
  await checkA11y(page)
})

async function signIn({ page, site, t }: Walk, email: string): Promise<void> {
  await page.goto(`${site.url}/fr/sign-in`)
  await page.getByRole('textbox', { name: t('account.contact') }).fill(email)
  await page.getByLabel(t('account.password')).fill(password)
  await page.getByRole('button', { name: t('account.signIn.submit') }).click()
  await expect(page.getByText(t('common.flash.signedIn'))).toBeVisible()
}

/** Sends the code to the person and writes what they read out: first heard wrong, then right. */
async function confirmWithPerson(way: Walk): Promise<void> {
  const { page, site, t } = way
  await page.getByRole('link', { name: t('profile.next.confirmation.button') }).click()
  await expect(page.getByRole('radio')).toBeChecked()
  await page.getByRole('button', { name: t('counsellor.confirm.send') }).click()
  const sent = await code(site, phone.sentTo)
  await page.getByLabel(t('counsellor.confirm.code')).fill(sent === '111111' ? '222222' : '111111')
  await page.getByRole('button', { name: t('counsellor.confirm.button') }).click()
  await expect(page.getByRole('alert')).toContainText(t('counsellor.errors.wrongCode'))
  await checkA11y(page)
  await page.getByLabel(t('counsellor.confirm.code')).fill(sent)
  await page.getByRole('button', { name: t('counsellor.confirm.button') }).click()
  await expect(page.getByText(t('common.flash.confirmed'))).toBeVisible()
  await expect(page.getByText(t('profile.next.publish.text'))).toBeVisible()
}
