import type { Page } from '@playwright/test'
import { company, publishedOpportunity, unique } from '#tests/support/fixtures.ts'
import { checkA11y, expect, signInAs, test } from './support/site.ts'
import { answerTo, press, said } from './support/steps.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** The list of possible duplicates, once all companies are compared. */
async function openDuplicates(page: Page, url: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${url}/fr/chamber/duplicates`)
    await expect(page.getByText('La recherche des doublons est en cours')).toHaveCount(0)
  }).toPass()
  await expect(heading(page, 'Doublons possibles')).toBeVisible()
}

test('an officer merges two companies that are one, and takes it back', async ({ page, site }) => {
  test.setTimeout(120_000)
  const { open, index } = site.services
  const name = `Scierie ${unique()}`
  const phone = `+22507${Math.floor(10_000_000 + Math.random() * 89_999_999)}`
  const kept = await company(open, { legal_name: `${name} SARL`, phone, trade_name: null })
  const gone = await company(open, { legal_name: `STE ${name}`, phone, trade_name: `${name} Bois` })
  const title = `Scieur ${unique()}`
  await publishedOpportunity(open, { company_id: gone, title })
  await signInAs(page, site, 'chamber')

  const pair = page
    .getByRole('article')
    .filter({ has: page.locator(`a[href$="/chamber/companies/${kept}"]`) })
    .filter({ has: page.locator(`a[href$="/chamber/companies/${gone}"]`) })

  await test.step('the list shows them with what speaks for it', async () => {
    await page.goto(`${site.url}/fr/chamber`)
    await page.getByRole('link', { name: 'Doublons possibles' }).click()
    await openDuplicates(page, site.url)
    await expect(pair).toContainText('Presque sûr')
    await expect(pair).toContainText('téléphone')
    await checkA11y(page)
  })

  await test.step('side by side, each field is picked from one of the two', async () => {
    await page.goto(`${site.url}/fr/chamber/duplicates/${gone}/${kept}`)
    await page.getByRole('link', { name: 'Garder plutôt l’autre' }).click()
    await expect(page).toHaveURL(new RegExp(`/duplicates/${kept}/${gone}$`))
    await expect(heading(page, 'Fusionner deux entreprises')).toBeVisible()
    const legal = page.getByRole('radiogroup', { name: 'Nom légal' })
    await expect(legal.getByRole('radio').first()).toBeChecked()
    // The one that stays has no trade name: the other's is proposed.
    const trade = page.getByRole('radiogroup', { name: 'Nom commercial' })
    await expect(trade.getByRole('radio').last()).toBeChecked()
    await expect(page.getByRole('row', { name: /^Offres/ })).toContainText('1')
    await checkA11y(page)
    await press(page, 'Fusionner')
    await expect(page.getByText('Les deux entreprises sont fusionnées')).toBeVisible()
    await checkA11y(page)
  })

  await test.step('the old address leads to the company that stays, which has everything', async () => {
    await page.goto(`${site.url}/fr/chamber/companies/${gone}`)
    await expect(page).toHaveURL(new RegExp(`/fr/chamber/companies/${kept}`))
    await expect(heading(page, `${name} Bois`)).toBeVisible()
    index.wake()
    await index.settled()
    await page.goto(`${site.url}/fr/opportunities?q=${encodeURIComponent(title)}`)
    await expect(page.getByRole('article').filter({ hasText: title })).toContainText(`${name} Bois`)
  })

  await test.step('undone, both are as before', async () => {
    await openDuplicates(page, site.url)
    await expect(pair).toHaveCount(0)
    const merge = page.getByRole('article').filter({ hasText: 'est maintenant dans' }).first()
    await expect(merge).toContainText(name)
    expect(await answerTo(page, () => merge.getByRole('button').click())).toBe(200)
    await expect(said(page)).toHaveText('La fusion est annulée. L’entreprise est revenue.')
    await expect(page).toHaveURL(new RegExp(`/fr/chamber/companies/${gone}`))
    await expect(heading(page, `${name} Bois`)).toBeVisible()
  })

  await test.step('said to be two, they are not shown again', async () => {
    await openDuplicates(page, site.url)
    await pair.getByRole('button', { name: /^Ce sont deux entreprises/ }).click()
    await expect(said(page)).toHaveText('C’est enregistré.')
    await openDuplicates(page, site.url)
    await expect(pair).toHaveCount(0)
  })
})
