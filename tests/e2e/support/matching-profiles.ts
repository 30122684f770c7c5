import type { Page } from '@playwright/test'
import { checkA11y, expect } from './site.ts'
import { press, said } from './steps.ts'

// What an employer does with the profiles that match an opportunity, beginning at their list.

/** Sorts and narrows the list, then puts two profiles side by side; both have the skill. */
export async function compareProfiles(
  page: Page,
  codes: readonly [string, string],
  skill: string,
): Promise<void> {
  await page.getByRole('link', { name: 'Plus proches' }).click()
  await page.locator('summary', { hasText: 'Filtres' }).click()
  await page.locator('summary', { hasText: 'Langues' }).click()
  await page.getByRole('link', { name: 'français' }).click()
  await expect(page.getByRole('list', { name: 'Filtres actifs' })).toContainText('français')
  for (const code of codes) {
    await page.getByRole('checkbox', { name: `Comparer : ${code}` }).check()
  }
  await press(page, 'Comparer les profils cochés')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comparer des profils')
  for (const code of codes) {
    await expect(page.getByRole('columnheader', { name: code })).toBeVisible()
  }
  const row = page.getByRole('row').filter({ hasText: new RegExp(skill, 'i') })
  await expect(row).toContainText('Présente')
  await checkA11y(page)
}

/** Leaves a profile out, finds it among what is hidden, and puts it back into the list as it was. */
export async function hideProfile(page: Page, code: string): Promise<void> {
  const narrowed = page.getByRole('list', { name: 'Filtres actifs' })
  const card = page.getByRole('article').filter({ hasText: code })
  await expect(narrowed).toContainText('français')
  // To the reasons and back: the list is as it was.
  await card.getByRole('link', { name: `Voir pourquoi : ${code}` }).click()
  await page.getByRole('link', { name: 'Profils correspondants' }).first().click()
  await expect(narrowed).toContainText('français')
  await expect(page.getByRole('link', { name: 'Plus proches' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await card.getByRole('link', { name: `Masquer : ${code}` }).click()
  await page.getByLabel('Trop loin').check()
  await checkA11y(page)
  await press(page, 'Masquer ce profil')
  await expect(page.getByText(`Masqué : Profil ${code}`)).toBeVisible()
  await expect(card).toHaveCount(0)
  await page.getByRole('link', { name: 'Profil masqué (1)' }).click()
  await expect(card).toContainText('Trop loin')
  await checkA11y(page)
  await page.goBack()
  await press(page, 'Annuler, montrer de nouveau')
  await expect(said(page)).toHaveText('C’est de nouveau dans la liste.')
  await expect(narrowed).toContainText('français')
  await expect(card).toBeVisible()
}
