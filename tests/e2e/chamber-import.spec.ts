import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import writeWorkbook from 'write-excel-file/node'
import { translateKey, translator } from '#app/i18n/translate.ts'
import { listFile, listRecords, type PlantedFault, plantedFaults } from '#tests/import/planted.ts'
import { checkA11y, expect, overflow, type Site, signInAs, test } from './support/site.ts'
import { press, said } from './support/steps.ts'

const t = translator('fr')
const faults = plantedFaults()
/** The faults that keep a row out, and the remarks with which it goes in. */
const remarks = new Set(['sizeUnreadable'])
const twins = new Set(['identifierRepeated'])
const card = (page: Page, row: number) => page.locator(`#row-${row}`)

/** Loads a list from the page of lists; ends on the step of its columns. */
async function load(
  page: Page,
  site: Site,
  file: { name: string; mimeType: string; buffer: Buffer },
) {
  await page.goto(`${site.url}/fr/chamber/imports`)
  await page.getByLabel('Votre fichier').setInputFiles(file)
  await press(page, 'Lire le fichier')
  await expect(page.getByRole('heading', { name: 'Que contient chaque colonne ?' })).toBeVisible()
}

/** Waits until the work in the background has ended: meanwhile the page asks again by itself. */
async function untilSettled(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible({
    timeout: 30_000,
  })
}

/** Every problem that the pages of a tab show: row, column's heading, text. */
async function problemsOf(page: Page, tab: string): Promise<string[]> {
  const found: string[] = []
  await page
    .getByRole('navigation', { name: 'Lignes par résultat' })
    .getByRole('link', { name: new RegExp(`^${tab}`) })
    .click()
  for (;;) {
    const cards: Locator[] = await page.locator('#rows article').all()
    for (const one of cards) {
      const row = ((await one.getAttribute('id')) ?? '').slice('row-'.length)
      for (const field of await one.locator('form[data-severity], p:has(> strong)').all()) {
        const label = await field.locator('.label, strong').first().innerText()
        found.push(`${row} ${label.trim()}`)
      }
    }
    const next = page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Suivante' })
    if ((await next.count()) === 0) return found
    await next.click()
  }
}

const told = (which: readonly PlantedFault[]) =>
  which.map((one) => `${one.row} ${one.column}`).sort()

/** Writes a cell anew where its fault stands. */
async function mend(page: Page, row: number, column: string, value: string): Promise<void> {
  const form = card(page, row).locator('form').filter({ hasText: column })
  await form.getByRole('textbox').fill(value)
  await form.getByRole('button').click()
  await expect(said(page)).toHaveText('C’est enregistré.')
}

test('an officer loads a list with forty faults, mends some, saves it and takes it back', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000)
  const { ids } = await signInAs(page, site, 'chamber')
  const { db } = site.services
  await db
    .deleteFrom('company_import')
    .where('chamber_id', '=', ids.chamberId ?? '')
    .execute()

  await test.step('the empty page says how to begin, and a wrong file is refused', async () => {
    await page.goto(`${site.url}/fr/chamber/imports`)
    await expect(page.getByText('Aucune liste encore')).toBeVisible()
    await checkA11y(page)
    expect(await overflow(page)).toBe(0)
    await press(page, 'Lire le fichier')
    await expect(page.locator('main [role=alert]')).toContainText('Choisissez un fichier.')
    await page
      .getByLabel('Votre fichier')
      .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.4 …') })
    await press(page, 'Lire le fichier')
    await expect(page.locator('main [role=alert]')).toContainText('ni un fichier CSV')
    await checkA11y(page)
  })

  await test.step('the columns are guessed but for one, which the officer names', async () => {
    await load(page, site, {
      name: 'liste-200.csv',
      mimeType: 'text/csv',
      buffer: readFileSync(listFile),
    })
    await expect(page.getByLabel('Raison sociale')).toHaveValue('legalName')
    await expect(page.getByLabel('N° RCCM')).toHaveValue('id:rccm')
    await expect(page.getByLabel('Ville / Commune')).toHaveValue('place')
    await expect(page.getByLabel('Effectif')).toHaveValue('size')
    await expect(page.getByLabel('N. C.')).toHaveValue('')
    await checkA11y(page)
    expect(await overflow(page)).toBe(0)
    await page.getByLabel('N. C.').selectOption('legalName')
    await press(page, 'Vérifier la liste')
    await expect(page.locator('main [role=alert]')).toContainText(
      'Une autre colonne contient déjà cela',
    )
    await expect(page.getByLabel('N. C.')).toHaveValue('legalName')
    await page.getByLabel('N. C.').selectOption('tradeName')
    await press(page, 'Vérifier la liste')
    await untilSettled(page, 'Relecture')
  })

  await test.step('exactly the planted faults are told, by row and column', async () => {
    const errors = faults.filter((one) => !remarks.has(one.kind) && !twins.has(one.kind))
    expect((await problemsOf(page, 'À corriger')).sort()).toEqual(told(errors))
    await checkA11y(page)
    expect(await overflow(page)).toBe(0)
    expect((await problemsOf(page, 'Remarques')).sort()).toEqual(
      told(faults.filter((one) => remarks.has(one.kind))),
    )
    expect((await problemsOf(page, 'Doublons possibles')).sort()).toEqual(
      told(faults.filter((one) => twins.has(one.kind))),
    )
    await page.getByRole('link', { name: /^À corriger/ }).click()
    for (const { row, kind } of errors.slice(0, 12)) {
      // What stands before the first value that the words fill in.
      const [words = ''] = translateKey(t, `import.reasons.${kind}`, { detail: '|' }).split('|')
      await expect(card(page, row)).toContainText(words.trim())
    }
  })

  await test.step('some are mended in the page, with what is wrong again kept', async () => {
    const email = faults.find((one) => one.kind === 'emailInvalid')
    const phone = faults.find((one) => one.kind === 'phoneLength')
    if (!email || !phone) throw new Error('no such faults')
    await mend(page, email.row, email.column, 'info@sotrapex.ci')
    await expect(card(page, email.row)).toHaveCount(0)
    await mend(page, phone.row, phone.column, '07 07')
    await expect(card(page, phone.row).getByRole('textbox')).toHaveValue('07 07')
    await mend(page, phone.row, phone.column, '07 07 12 34 56')
    await expect(card(page, phone.row)).toHaveCount(0)
    const place = faults.find((one) => one.kind === 'placeAsk')
    if (!place) throw new Error('no such fault')
    const choice = card(page, place.row)
    await choice.getByRole('combobox').selectOption({ index: 1 })
    await choice.getByRole('button').click()
    await expect(card(page, place.row)).toHaveCount(0)
  })

  await test.step('what stays out comes as a file with its reasons', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'En CSV' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.split('\r\n')[0]).toMatch(/;Problème$/)
    expect(text).toContain("'=1+1")
    expect(text).toContain('Cette adresse e-mail n’est pas valable.')
  })

  const counts = { rows: 200, left: 0 }
  await test.step('the rest is saved as a whole', async () => {
    const button = page.getByRole('button', { name: /^Enregistrer \d+ entreprises$/ })
    counts.left = 200 - Number(/\d+/.exec(await button.innerText())?.[0])
    await button.click()
    await untilSettled(page, 'C’est enregistré')
    await expect(page.getByRole('main')).toContainText(String(200 - counts.left))
    await checkA11y(page)
    await page.goto(`${site.url}/fr/chamber?q=${encodeURIComponent('Chocolaterie')}`)
    await expect(page.getByRole('main')).toContainText('Chocolaterie Fève Rouge')
  })

  await test.step('the list is taken back, after what will happen was told', async () => {
    await page.goto(`${site.url}/fr/chamber/imports`)
    await page.getByRole('link', { name: 'liste-200.csv' }).click()
    await page.getByRole('link', { name: 'Annuler cette liste' }).click()
    await expect(page.getByRole('main')).toContainText('Entreprises retirées')
    await checkA11y(page)
    expect(await overflow(page)).toBe(0)
    await press(page, 'Annuler la liste')
    await expect(page.getByRole('main')).toContainText('Cette liste a été annulée', {
      timeout: 30_000,
    })
    await page.goto(`${site.url}/fr/chamber?q=${encodeURIComponent('Chocolaterie')}`)
    await expect(page.getByRole('main')).not.toContainText('Chocolaterie Fève Rouge')
  })

  await test.step('the next list remembers the column, also as a workbook', async () => {
    const rows = listRecords().map((row) => row.map((value) => ({ value, type: String })))
    const buffer = await writeWorkbook(rows, { sheet: 'Liste' }).toBuffer()
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await load(page, site, { name: 'liste-200.xlsx', mimeType, buffer })
    await expect(page.getByLabel('N. C.')).toHaveValue('tradeName')
    await press(page, 'Vérifier la liste')
    await untilSettled(page, 'Relecture')
    const errors = faults.filter((one) => !remarks.has(one.kind) && !twins.has(one.kind))
    expect((await problemsOf(page, 'À corriger')).sort()).toEqual(told(errors))
  })
})

test('the pages of a list read in Arabic, from the right, on a phone', async ({ page, site }) => {
  test.setTimeout(90_000)
  await signInAs(page, site, 'chamber')
  await page.goto(`${site.url}/ar/chamber/imports`)
  await checkA11y(page)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: readFileSync(listFile) })
  await page.locator('main form button').first().click()
  await expect(page.locator('select[name=column-1]')).toHaveValue('legalName')
  await checkA11y(page)
  expect(await overflow(page)).toBe(0)
  await page.locator('main form:has(select[name=column-1]) button').click()
  await expect(page.locator('#rows article').nth(10)).toBeVisible({ timeout: 30_000 })
  await checkA11y(page)
  expect(await overflow(page)).toBe(0)
})
