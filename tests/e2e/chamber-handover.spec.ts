import type { Page } from '@playwright/test'
import { company, unique } from '#tests/support/fixtures.ts'
import { join, openAccount } from '#tests/support/people.ts'
import { carryCookie, checkA11y, expect, overflow, signInAs, test } from './support/site.ts'
import { press, said } from './support/steps.ts'

const main = (page: Page) => page.getByRole('main')

test('an officer hands a portfolio to a colleague, whose it is until it is taken back', async ({
  page,
  site,
  browser,
}) => {
  test.setTimeout(120_000)
  const { services, url } = site
  const staff = await signInAs(page, site, 'chamber')
  const chamber_id = staff.ids.chamberId ?? ''
  const colleague = await openAccount(services)
  await join(services, colleague.userId, 'chamber', chamber_id, 'staff')
  const names = [`Fonderie ${unique()}`, `Teinturerie ${unique()}`]
  const firms = await Promise.all(
    names.map((legal_name) => company(services.open, { legal_name, chamber_id })),
  )
  const desks = firms.map((id) => `${url}/fr/chamber/companies/${id}`)
  const mine = `${url}/fr/chamber/board?owner=me`
  const task = `Apporter la convention ${unique()}`
  const theirs = await (await browser.newContext()).newPage()
  await carryCookie(theirs, site, colleague.cookie)

  await test.step('two companies and a task are theirs', async () => {
    for (const desk of desks) {
      await page.goto(desk)
      await page.getByLabel('Suivie par').selectOption({ label: staff.email })
      await press(page, 'Enregistrer')
      await expect(said(page)).toHaveText('C’est enregistré.')
    }
    await page.getByText('Nouvelle tâche').click()
    await page.getByLabel('Quoi faire ?').fill(task)
    await press(page, 'Créer la tâche')
    await expect(main(page)).toContainText(task)
    await theirs.goto(mine)
    for (const name of names) await expect(main(theirs)).not.toContainText(name)
  })

  await test.step('what would be given is shown first, and the same person is refused', async () => {
    await page.goto(`${url}/fr/chamber/team`)
    await page.getByRole('link', { name: 'Transmettre un portefeuille' }).click()
    const choose = async (to: string) => {
      await page.getByLabel('De', { exact: true }).selectOption({ label: staff.email })
      await page.getByLabel('À', { exact: true }).selectOption({ label: to })
      await press(page, 'Voir ce qui serait transmis')
    }
    await choose(staff.email)
    await press(page, 'Transmettre')
    await expect(page.getByRole('alert')).toContainText('Choisissez deux personnes différentes.')
    await choose(colleague.email)
    await expect(main(page)).toContainText(/\d+ entreprises/)
    await expect(main(page)).toContainText(/\d+ tâches?/)
    await checkA11y(page)
    expect(await overflow(page)).toBe(0)
  })

  await test.step('the colleague has the companies on their board and the task in their day', async () => {
    await press(page, 'Transmettre')
    await expect(said(page)).toHaveText('C’est enregistré.')
    const made = main(page).getByRole('listitem').filter({ hasText: 'Annuler' })
    await expect(made).toContainText(colleague.email)
    await theirs.goto(mine)
    for (const name of names) await expect(main(theirs)).toContainText(name)
    await checkA11y(theirs)
    await theirs.goto(`${url}/fr/chamber/day`)
    await expect(main(theirs)).toContainText(task)
    await page.goto(mine)
    for (const name of names) await expect(main(page)).not.toContainText(name)
  })

  const given = page
    .getByRole('listitem')
    .filter({ hasText: 'Portefeuille transmis : suivie désormais par' })

  await test.step('the history of a company says to whom and by whom', async () => {
    await page.goto(`${desks[0]}/history`)
    await expect(given).toHaveCount(1)
    await expect(given).toContainText(colleague.email)
    await expect(given).toContainText(staff.email)
    await checkA11y(page)
  })

  await test.step('taken back, all is as before, and the history says that too', async () => {
    await page.goto(`${url}/fr/chamber/handover`)
    await press(page, 'Annuler')
    await expect(main(page)).toContainText('annulée')
    await page.goto(`${desks[0]}/history`)
    await expect(given).toHaveCount(2)
    await theirs.goto(mine)
    for (const name of names) await expect(main(theirs)).not.toContainText(name)
    await theirs.context().close()
  })
})
