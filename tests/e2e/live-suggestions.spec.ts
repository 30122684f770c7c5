import type { Page } from '@playwright/test'
import { translator } from '#app/i18n/translate.ts'
import { toList } from '#db/codec.ts'
import { skillsOf, welder } from '#tests/support/fixtures.ts'
import { checkA11y, expect, type Site, signInAs, test } from './support/site.ts'
import { stories } from './support/stories.ts'

test.use({ javaScriptEnabled: true, actionTimeout: 10_000 })

/** Collects what the browser complains of: errors, warnings and breaches of the content policy. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => {
    // A search that newer letters have overtaken is meant to end early.
    if (!request.url().includes('/suggest/')) complaints.push(`failed: ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`${event.violatedDirective} forbids ${event.blockedURI}`)
    })
  })
  return complaints
}

/** Signs in as somebody whose published profile stays complete whatever is added. */
async function signInWithProfile(page: Page, site: Site): Promise<void> {
  const { ids } = await signInAs(page, site, 'returnee')
  await site.services.db
    .updateTable('profile')
    .set({ kinds: toList(['job', 'internship']) })
    .where('id', '=', ids.profileId ?? '')
    .execute()
}

for (const locale of ['fr', 'ar'] as const) {
  const t = translator(locale)
  const story = stories[locale]

  test(`an occupation chosen with the keyboard in ${locale}`, async ({ page, site }) => {
    const complaints = await complaintsOf(page)
    await signInWithProfile(page, site)
    const occupation = site.services.reference.label(welder, locale)
    await page.goto(`${site.url}/${locale}/profile/experience/new`)
    const box = page.getByRole('combobox', { name: t('profile.experience.occupationSearch') })
    const options = page.getByRole('listbox').getByRole('option')

    await box.pressSequentially(story.occupation.slice(0, 3), { delay: 30 })
    await expect(options.first()).toBeVisible()
    await expect(box).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(options.first()).toBeHidden()
    await expect(box).toHaveAttribute('aria-expanded', 'false')

    await box.pressSequentially(story.occupation.slice(3), { delay: 30 })
    const wanted = options.filter({ hasText: occupation })
    await expect(wanted).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await expect(box).toHaveAttribute(
      'aria-activedescendant',
      (await options.first().getAttribute('id')) ?? '',
    )
    await checkA11y(page)
    await page.keyboard.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'false')
    await page.keyboard.press('ArrowUp')
    await expect(options.first()).toHaveText(occupation)
    await page.keyboard.press('Enter')

    const picker = page.getByRole('group', { name: t('profile.experience.occupation') })
    await expect(picker.getByText(t('profile.pickerWords.chosen'))).toBeVisible()
    await expect(picker.getByRole('button', { name: occupation })).toBeVisible()
    await page.getByLabel(t('profile.experience.years')).fill('2')
    await page.getByLabel(t('profile.experience.endYear')).fill('2019')
    await page.getByRole('button', { name: t('profile.experience.save') }).click()
    await expect(page.getByText(t('common.flash.saved'))).toBeVisible()
    await expect(page.getByText(t('profile.experience.until', { year: 2019 }))).toBeVisible()
    expect(complaints).toEqual([])
  })

  test(`skills chosen with the keyboard and by a tap in ${locale}`, async ({ page, site }) => {
    const complaints = await complaintsOf(page)
    await signInWithProfile(page, site)
    const known = new Set((await skillsOf(site.services.open)).slice(0, 5))
    const useful = site.services.reference
      .skillsOf(welder)
      .filter((one) => one.relation === 'useful' && !known.has(one.uri))
      .map((one) => site.services.reference.label(one.uri, locale))
    await page.goto(`${site.url}/${locale}/profile/skills`)
    const box = page.getByRole('combobox', { name: t('profile.skills.searchLabel') })
    const options = page.getByRole('listbox').getByRole('option')
    const line = (name: string) => page.locator('summary').getByText(name, { exact: true })

    const [first = '', second = ''] = useful
    await box.pressSequentially(first, { delay: 15 })
    await expect(options.first()).toHaveText(first)
    await checkA11y(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('common.flash.saved'))).toBeVisible()
    await expect(line(first)).toBeVisible()

    await box.pressSequentially(second, { delay: 15 })
    await options.filter({ hasText: second }).first().click()
    await expect(line(second)).toBeVisible()
    await page.reload()
    await expect(line(first)).toBeVisible()
    await expect(line(second)).toBeVisible()
    expect(complaints).toEqual([])
  })
}
