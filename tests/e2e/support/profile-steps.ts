import { countryName } from '#app/domain/countries/names.ts'
import { educationLevels } from '#app/domain/education.ts'
import { cefrNames, languageName } from '#app/domain/languages.ts'
import { type Step, steps } from '#app/domain/profile/profile.ts'
import { formatKm } from '#app/i18n/format.ts'
import { welder } from '#tests/support/fixtures.ts'
import { checkA11y, expect } from './site.ts'
import type { Story } from './stories.ts'
import type { Walk } from './walk.ts'

/** Follows the link of a step in the overview of a profile. */
async function openStep({ page, t }: Walk, step: Step): Promise<void> {
  const name = `${t('profile.actions.fill')} : ${t(`profile.steps.${step}`)}`
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`profile.${step}.title`))
}

const saved = ({ page, t }: Walk) => expect(page.getByText(t('common.flash.saved'))).toBeVisible()

async function finish({ page, t }: Walk): Promise<void> {
  await page.getByRole('link', { name: t('profile.actions.finish') }).click()
}

/** Searches in a picker by its button and adds what is called `found`. */
async function pick(
  { page, t }: Walk,
  labels: { question: string; search: string },
  typed: string,
  found: string,
): Promise<void> {
  const picker = page.getByRole('group', { name: labels.question })
  await picker.getByLabel(labels.search).fill(typed)
  await picker.getByRole('button', { name: t('common.actions.search') }).click()
  await expect(picker.getByText(t('profile.pickerWords.results'))).toBeVisible()
  await picker.getByRole('button', { name: found }).first().click()
}

async function addExperience(way: Walk, story: Story): Promise<void> {
  const { page, site, locale, t } = way
  const occupation = site.services.reference.label(welder, locale)
  await openStep(way, 'experience')
  await page.getByRole('link', { name: t('profile.experience.add') }).click()
  const question = t('profile.experience.occupation')
  const labels = { question, search: t('profile.experience.occupationSearch') }
  await pick(way, labels, story.occupation, occupation)
  await expect(
    page.getByRole('group', { name: question }).getByRole('button', { name: occupation }),
  ).toBeVisible()
  await checkA11y(page)
  await page.getByLabel(t('profile.experience.ownWords')).fill(story.ownWords)
  await page.getByLabel(t('profile.experience.years')).fill('6')
  await page.getByLabel(t('profile.experience.endYear')).fill('2024')
  await page
    .getByLabel(t('profile.experience.country'))
    .selectOption({ label: countryName(story.country, locale) })
  await page.getByLabel(t('profile.experience.description')).fill(story.description)
  await page.getByRole('button', { name: t('profile.experience.save') }).click()
  await saved(way)
  await expect(page.getByRole('heading', { name: occupation, exact: true })).toBeVisible()
  await expect(page.getByText(story.ownWords, { exact: true })).toBeVisible()
  await finish(way)
}

/** Ticks four of the suggested skills and finds `searched` by a word; says how well. */
async function addSkills(
  way: Walk,
  story: Story,
  skills: { ticked: readonly string[]; searched: string },
): Promise<void> {
  const { page, site, locale, t } = way
  const label = (uri: string) => site.services.reference.label(uri, locale)
  await openStep(way, 'skills')
  for (const uri of skills.ticked) {
    await page.getByRole('checkbox', { name: label(uri), exact: true }).check()
  }
  await page.getByRole('button', { name: t('profile.skills.addThese') }).click()
  await saved(way)
  const labels = { question: t('profile.skills.search'), search: t('profile.skills.searchLabel') }
  await pick(way, labels, story.skill, label(skills.searched))
  await saved(way)
  for (const uri of [...skills.ticked, skills.searched]) {
    await expect(page.locator('summary').getByText(label(uri), { exact: true })).toBeVisible()
  }
  const card = page
    .locator('details')
    .filter({ has: page.locator('summary').getByText(label(skills.searched), { exact: true }) })
  await card.locator('summary').click()
  await card.getByLabel(t('profile.skills.level')).selectOption({
    label: t('profile.skills.levels.4'),
  })
  await page.getByRole('button', { name: t('profile.skills.save') }).click()
  await saved(way)
  await expect(card.locator('summary')).toContainText(t('profile.skills.levels.4'))
  await checkA11y(page)
  await finish(way)
}

async function addLanguages(way: Walk, story: Story): Promise<void> {
  const { page, locale, t } = way
  await openStep(way, 'languages')
  for (const [code, level] of story.languages) {
    const name = languageName(code, locale)
    await page
      .getByLabel(t('profile.languages.language'), { exact: true })
      .selectOption({ label: name })
    await page
      .getByLabel(t('profile.languages.level'))
      .selectOption({ label: cefrNames[level][locale] })
    await page.getByRole('button', { name: t('profile.languages.addButton') }).click()
    await saved(way)
    await expect(page.getByLabel(name, { exact: true }).locator('option:checked')).toHaveText(
      cefrNames[level][locale],
    )
  }
  await checkA11y(page)
  await finish(way)
}

async function addEducation(way: Walk, story: Story): Promise<void> {
  const { page, locale, t } = way
  await openStep(way, 'education')
  await page.getByText(t('profile.education.addTitle')).click()
  await page.getByLabel(t('profile.education.name')).fill(story.qualification)
  await page.getByLabel(t('profile.education.year')).fill('2018')
  await page.getByRole('button', { name: t('profile.education.add') }).click()
  await saved(way)
  await expect(page.getByRole('heading', { name: story.qualification })).toBeVisible()
  await checkA11y(page)
  await page.getByRole('radio', { name: educationLevels[3]?.names[locale] }).check()
  await page.getByRole('button', { name: t('profile.education.save') }).click()
  await saved(way)
}

async function choosePlace(way: Walk, story: Story): Promise<void> {
  const { page, locale, t } = way
  await openStep(way, 'place')
  const question = t('profile.place.place')
  await pick(way, { question, search: t('profile.place.search') }, story.town, story.town)
  await expect(
    page.getByRole('group', { name: question }).getByRole('button', { name: story.town }),
  ).toBeVisible()
  await page.getByRole('radio', { name: formatKm(locale, 25), exact: true }).check()
  await checkA11y(page)
  await page.getByRole('button', { name: t('profile.place.save') }).click()
  await saved(way)
}

async function tellWishes(way: Walk): Promise<void> {
  const { page, t } = way
  await openStep(way, 'wishes')
  await page.getByRole('checkbox', { name: t('profile.kinds.job'), exact: true }).check()
  await page.getByRole('checkbox', { name: t('profile.kinds.internship'), exact: true }).check()
  await checkA11y(page)
  await page.getByRole('button', { name: t('profile.wishes.save') }).click()
  await saved(way)
}

/** Fills every step but identity, from the overview of a profile and back to it. */
export async function fillSteps(
  way: Walk,
  story: Story,
  skills: { ticked: readonly string[]; searched: string },
): Promise<void> {
  await addExperience(way, story)
  await addSkills(way, story, skills)
  await addLanguages(way, story)
  await addEducation(way, story)
  await choosePlace(way, story)
  await tellWishes(way)
  const { page, t } = way
  const badges = page.getByText(t('profile.stepDone'), { exact: true })
  expect(await badges.count()).toBeGreaterThanOrEqual(steps.length - 1)
}

/** Chooses a birth date in the three lists of an identity form. */
export async function chooseBirthDate(
  { page, t }: Walk,
  date: { day: number; month: number; year: number },
): Promise<void> {
  const group = page.getByRole('group', { name: t('profile.identity.birthDate') })
  for (const part of ['day', 'month', 'year'] as const) {
    await group.getByLabel(t(`common.${part}`)).selectOption(String(date[part]))
  }
}

/** Goes to the step of identity from the overview. */
export const openIdentity = (way: Walk) => openStep(way, 'identity')
