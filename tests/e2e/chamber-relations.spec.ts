import type { Page } from '@playwright/test'
import { formatDay } from '#app/i18n/format.ts'
import { company, unique } from '#tests/support/fixtures.ts'
import { checkA11y, expect, signInAs, test } from './support/site.ts'
import { answerTo, follow, press, said } from './support/steps.ts'

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const part = (page: Page, name: string) => page.getByRole('region', { name })
/** A day so many days ahead, as forms take it. */
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('an officer works a relation from the first visit to the firm’s own confirmation', async ({
  page,
  site,
  browser,
}) => {
  test.setTimeout(180_000)
  const staff = await signInAs(page, site, 'chamber')
  const name = `Ateliers de la Baie ${unique()}`
  const companyId = await company(site.services.open, {
    legal_name: name,
    chamber_id: staff.ids.chamberId ?? null,
    email: `contact-${unique().toLowerCase()}@exemple.ci`,
  })
  const desk = `${site.url}/fr/chamber/companies/${companyId}`
  const task = 'Envoyer une proposition écrite'

  await test.step('a visit is logged in three taps', async () => {
    await page.goto(desk)
    await page.getByRole('link', { name: 'Noter un contact' }).click()
    await checkA11y(page)
    await press(page, 'Enregistrer le contact')
    await expect(page.getByRole('alert')).toContainText('Dites comment')
    await page.getByLabel('Visite', { exact: true }).check()
    await page.getByLabel('Intéressée', { exact: true }).check()
    await press(page, 'Enregistrer le contact')
    await expect(heading(page, 'Et ensuite ?')).toBeVisible()
    await checkA11y(page)
    await page.getByRole('button', { name: `Créer la tâche : ${task}` }).click()
    await expect(said(page)).toHaveText('C’est enregistré.')
    await expect(main(page)).toContainText('Visite · Intéressée')
    await expect(page.getByLabel('Étape')).toHaveValue('met')
    await checkA11y(page)
  })

  await test.step('the task stands in the day view, and is done, undone and done', async () => {
    await follow(page, 'Ma journée')
    const row = main(page).getByRole('listitem').filter({ hasText: name })
    await expect(row).toContainText(task)
    await checkA11y(page)
    await row.getByRole('button', { name: `Fait : ${task}` }).click()
    const done = main(page).getByRole('listitem').filter({ hasText: name })
    await done.getByRole('button', { name: `Annuler : ${task}` }).click()
    await row.getByText('Reporter ou confier').click()
    await row.getByRole('button', { name: `Dans 7 jours : ${task}` }).click()
    await row.getByRole('button', { name: `Fait : ${task}` }).click()
    await expect(
      done.getByRole('button', { name: `Annuler : ${task}` }),
      'it waits to be undone',
    ).toBeVisible()
  })

  await test.step('the card is moved on the board', async () => {
    await page.goto(`${site.url}/fr/chamber/board?stage=met`)
    await expect(main(page)).toContainText(name)
    await page.getByLabel(`Étape : ${name}`).selectOption('onboarded')
    await page.getByRole('button', { name: `Déplacer : ${name}` }).click()
    await expect(said(page)).toHaveText('C’est enregistré.')
    await expect(main(page)).not.toContainText(name)
    await page.goto(`${site.url}/fr/chamber/board?owner=me`)
    const column = part(page, 'Accompagnée')
    await expect(column).toContainText(name)
    await checkA11y(page)
  })

  await test.step('a promise and expected hires are written down', async () => {
    await page.goto(`${desk}/promises`)
    await page.getByText('Noter un engagement').click()
    await page.getByLabel('Quoi ?').selectOption('internship')
    await page.getByLabel('Combien ?', { exact: true }).fill('6')
    await page.getByLabel('Avant le', { exact: true }).fill(ahead(3))
    await press(page, 'Enregistrer l’engagement')
    await expect(main(page)).toContainText('Stages : 6')
    await page.getByText('Noter des embauches prévues').click()
    await page.getByLabel('Nom du métier').fill('soudeur')
    await page.getByRole('button', { name: 'Rechercher' }).click()
    await page
      .getByRole('button', { name: /^Choisir : soudeur/ })
      .first()
      .click()
    await page.getByLabel('Emplois', { exact: true }).check()
    await page.getByLabel('Combien de postes ?').fill('4')
    await press(page, 'Enregistrer les embauches prévues')
    await expect(said(page)).toHaveText('C’est enregistré.')
    await expect(main(page)).toContainText('4 postes')
    await checkA11y(page)
    await follow(page, 'Ma journée')
    const due = main(page).getByRole('listitem').filter({ hasText: name })
    await expect(due.getByRole('link', { name: 'Stages : 6' })).toBeVisible()
  })

  await test.step('a person’s refusal leaves nothing of them', async () => {
    await page.goto(`${desk}/contacts`)
    await page.getByLabel('Nom', { exact: true }).fill('Mme Sery')
    await press(page, 'Ajouter cette personne')
    const card = main(page).getByRole('article').filter({ hasText: 'Mme Sery' })
    await card.getByText('Corriger ou retirer').click()
    await card.getByLabel('A refusé').check()
    await press(card, 'Enregistrer cette personne')
    await expect(main(page)).toContainText('Une personne a refusé')
    await expect(main(page)).not.toContainText('Mme Sery')
    await checkA11y(page)
  })

  await test.step('a paper is kept and given back as it was', async () => {
    await page.goto(`${desk}/documents`)
    await page.getByLabel('Titre').fill('Extrait RCCM')
    const file = (body: string) => ({
      name: 'extrait.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(body),
    })
    await page.getByLabel('Fichier').setInputFiles(file('<html>'))
    expect(await answerTo(page, () => press(page, 'Ajouter le document'))).toBe(422)
    await expect(page.getByRole('alert')).toContainText('Ce fichier n’est pas')
    await expect(page.getByLabel('Titre')).toHaveValue('Extrait RCCM')
    await page.getByLabel('Fichier').setInputFiles(file(`%PDF-1.7${'x'.repeat(2_000_000)}`))
    await press(page, 'Ajouter le document')
    const link = page.getByRole('link', { name: 'Extrait RCCM' })
    const answer = await page.request.get(site.url + (await link.getAttribute('href')))
    expect(answer.headers()).toMatchObject({
      'content-disposition': 'attachment; filename="extrait.pdf"',
      'x-content-type-options': 'nosniff',
    })
    expect((await answer.body()).length).toBe(2_000_008)
    await checkA11y(page)
  })

  await test.step('the firm confirms by its link, once, without an account', async () => {
    await page.goto(`${desk}/confirmation`)
    await press(page, 'Créer un lien à copier')
    const link = await page.getByLabel('Lien à transmettre').inputValue()
    await checkA11y(page)
    const theirs = await (await browser.newContext()).newPage()
    const path = site.url + new URL(link).pathname
    const answer = await theirs.goto(path)
    expect(answer?.headers()['x-robots-tag']).toContain('noindex')
    await expect(heading(theirs, name)).toBeVisible()
    await checkA11y(theirs)
    await theirs.getByLabel('Nombre exact de personnes').fill('64')
    await theirs.getByText('Embauche 1').click()
    const hire = theirs.locator('details').filter({ hasText: 'Embauche 1' })
    await hire.getByLabel('Nom du métier').fill('soudeur')
    await hire.getByRole('button', { name: 'Rechercher' }).click()
    await hire
      .getByRole('button', { name: /^Choisir : soudeur/ })
      .first()
      .click()
    await press(theirs, 'Confirmer la fiche')
    await expect(theirs.getByRole('alert')).toContainText('Remplissez ce champ')
    await expect(theirs.getByLabel('Nombre exact de personnes')).toHaveValue('64')
    await hire.getByLabel('Stages', { exact: true }).check()
    await hire.getByLabel('Combien de postes ?').fill('2')
    await hire.getByLabel('Quand ?').selectOption({ index: 2 })
    await press(theirs, 'Confirmer la fiche')
    await expect(heading(theirs, 'Merci, la fiche est confirmée')).toBeVisible()
    await checkA11y(theirs)
    await theirs.goto(path)
    await expect(theirs.getByRole('button', { name: 'Confirmer la fiche' })).toHaveCount(0)
    await theirs.context().close()

    await page.goto(`${desk}/confirmation`)
    await expect(main(page)).toContainText('64')
    await expect(main(page)).toContainText(`confirmée le ${formatDay('fr', ahead(0))}`)
    await page.goto(`${desk}/history`)
    await expect(main(page)).toContainText('Fiche confirmée par l’entreprise')
    await expect(main(page)).toContainText('Étape : Rencontrée → Accompagnée')
    await checkA11y(page)
  })
})

test('companies are invited to a forum and their attendance is noted', async ({ page, site }) => {
  test.setTimeout(120_000)
  const staff = await signInAs(page, site, 'chamber')
  const name = `Menuiserie du Lac ${unique()}`
  await company(site.services.open, {
    legal_name: name,
    chamber_id: staff.ids.chamberId ?? null,
    sector: '16',
    size_band: '250+',
  })
  const title = `Forum du bois ${unique()}`
  await page.goto(`${site.url}/fr/chamber/campaigns`)
  await page.getByLabel('Nom', { exact: true }).fill(title)
  await page.getByLabel('Date').fill(ahead(0))
  await press(page, 'Créer')
  await expect(heading(page, 'Inviter des entreprises')).toBeVisible()
  await page.getByLabel('Secteur').selectOption('16')
  await page.getByLabel('Nombre de personnes').selectOption('250+')
  await press(page, 'Voir combien')
  await expect(main(page)).toContainText('1 entreprise trouvée')
  await checkA11y(page)
  await press(page, 'Inviter 1 entreprise')
  await expect(heading(page, title)).toBeVisible()
  const row = page.getByRole('radiogroup', { name })
  await row.getByLabel('Venue', { exact: true }).check()
  await page.getByLabel(`Résultat : ${name}`).selectOption('promised')
  await press(page, 'Enregistrer la présence')
  await expect(said(page)).toHaveText('C’est enregistré.')
  await expect(row.getByLabel('Venue', { exact: true })).toBeChecked()
  await checkA11y(page)
  await page.goto(`${site.url}/fr/chamber?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(main(page)).toContainText('Événement · A promis')
  await expect(main(page)).toContainText(title)
})
