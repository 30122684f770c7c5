import { publishedOpportunity } from '#tests/support/fixtures.ts'
import { person } from '#tests/support/people.ts'
import { checkA11y, expect, overflow, signInAs, test } from './support/site.ts'
import { signIn } from './support/steps.ts'

test('the health page tells how the deployment does', async ({ page, site }) => {
  const { services } = site
  const admin = await person(services, 'administrator')
  await publishedOpportunity(services.open)
  services.index.wake()
  await services.index.settled()
  const { counts } = await services.search.health()

  await signIn(page, site, admin.email)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Administration')
  const fact = (name: string) =>
    page
      .locator('dl > div')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('dd')
  await expect(fact('Base de données')).toHaveText('En ordre')
  await expect(fact('Moteur de recherche')).toContainText('moteur intégré (embedded')
  await expect(fact('Retard de l’index')).toHaveText('0 changement en attente')
  await expect(fact('Messages non remis')).toHaveText('0')
  await expect(fact('Dernière reconstruction')).toContainText('l’index manquait')
  expect(counts.opportunity).toBeGreaterThan(0)
  const documents = async (name: string, count: number) => {
    const cells = page.getByRole('row').filter({ hasText: name }).getByRole('cell')
    await expect(cells).toHaveText([String(count), String(count)])
  }
  await documents('Profils', counts.profile)
  await documents('Offres', counts.opportunity)
  await documents('Entreprises', counts.company)
  await expect(page.getByRole('main')).toContainText('Vocabulaires chargés')
  await checkA11y(page)
  expect(await overflow(page)).toBe(0)
})

test('the index is checked and built anew at the press of a button', async ({ page, site }) => {
  await signInAs(page, site, 'administrator')
  await page.goto(`${site.url}/fr/admin`)
  const done = async (text: string) => {
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('main')).toContainText(text, { timeout: 500 })
    }).toPass({ timeout: 20_000 })
  }
  await page.getByRole('button', { name: 'Vérifier l’index' }).click()
  await expect(page.getByText('C’est lancé.')).toBeVisible()
  await done('l’index est conforme à la base')
  await page.getByRole('button', { name: 'Reconstruire l’index' }).click()
  await expect(page.getByText('C’est lancé.')).toBeVisible()
  await done('Raison : quelqu’un l’a demandé')
  await checkA11y(page)
})

test('nobody else sees the health page', async ({ page, site }) => {
  await page.goto(`${site.url}/fr/admin`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter')
  await signInAs(page, site, 'employer')
  expect((await page.goto(`${site.url}/fr/admin`))?.status()).toBe(403)
  await expect(page.getByRole('main')).not.toContainText('Moteur de recherche')
})
