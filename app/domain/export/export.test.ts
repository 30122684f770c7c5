import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { defuse } from '../import/formula.ts'
import { csvOf } from './csv.ts'
import { geoJsonOf } from './geojson.ts'
import { printPageOf } from './print-page.ts'
import { type Cell, type ExportTable, exportFormat } from './table.ts'
import { xlsxOf } from './xlsx.server.ts'

const columns = [
  { key: 'name', label: 'Nom' },
  { key: 'count', label: 'Postes' },
]

/** A table whose rows come in small batches. */
function tableOf(cells: readonly (readonly Cell[])[], locale: ExportTable['locale'] = 'fr') {
  async function* rows() {
    for (let at = 0; at < cells.length; at += 3) {
      yield cells.slice(at, at + 3).map((row, inner) => ({ id: `${at + inner}`, cells: row }))
    }
  }
  return { title: 'Entreprises : Abidjan', columns, rows: rows(), notes: ['Établi'], locale }
}

async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(all)
}

const awkward: Cell[][] = [
  ['=1+1', 3],
  ['@SUM(A1)', -2],
  ['  +225 07', null],
  ['a;b,"c"', 0],
  ['deux\nlignes', 1.5],
  ['شركة <b>&', 7],
  ["d'Abidjan", 12],
]

test('CSV comes back as it was, formulas defused, in the separator of the language', async () => {
  const french = (await whole(csvOf(tableOf(awkward)))).toString()
  expect(french.startsWith('\ufeffNom;Postes\r\n')).toBe(true)
  const read: string[][] = parse(french, { bom: true, delimiter: ';' })
  expect(read.slice(1).map((row) => row[0])).toEqual(awkward.map((row) => defuse(String(row[0]))))
  expect(read[1]).toEqual(["'=1+1", '3'])
  expect(read[2]).toEqual(["'@SUM(A1)", '-2'])
  const english = (await whole(csvOf(tableOf(awkward, 'en')))).toString()
  expect(parse(english, { bom: true })).toHaveLength(awkward.length + 1)
})

test('no text of a CSV file begins a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const line = parse((await whole(csvOf(tableOf([[text, 1]])))).toString(), {
        bom: true,
        delimiter: ';',
        relax_column_count: true,
      })[1]?.[0]
      expect(line ?? '').not.toMatch(/^\s*[=+\-@\t\r]/)
    }),
  )
})

test('a workbook comes back as it was, numbers as numbers, text never as a formula', async () => {
  const file = await whole(xlsxOf(tableOf(awkward)))
  const [sheet] = await readWorkbook(file)
  expect(sheet?.sheet).toBe('Entreprises   Abidjan')
  // The reader trims text.
  expect(sheet?.data.slice(1).map(([name, count]) => [name, count])).toEqual(
    awkward.map(([name, count]) => [String(name).trim(), count]),
  )
})

test('a long workbook is written piece by piece', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [`Entreprise ${at}`, at])
  let pieces = 0
  const file: Buffer[] = []
  for await (const piece of xlsxOf(tableOf(rows))) {
    pieces += 1
    file.push(Buffer.from(piece))
  }
  expect(pieces).toBeGreaterThan(10)
  const [sheet] = await readWorkbook(Buffer.concat(file))
  expect(sheet?.data).toHaveLength(5001)
  expect(sheet?.data.at(-1)).toEqual(['Entreprise 4999', 4999])
})

test('marks that keep text apart inside a sentence stay out of cells', async () => {
  const told = [['près de \u2068كوماسي\u2069 : \u2068=2\u2069', 1]]
  const csv = (await whole(csvOf(tableOf(told)))).toString()
  expect(csv).toContain('près de كوماسي : =2;1')
  const first = (await whole(csvOf(tableOf([['\u2068=2\u2069', 1]])))).toString()
  expect(first).toContain("'=2;1")
  const [sheet] = await readWorkbook(await whole(xlsxOf(tableOf(told))))
  expect(sheet?.data[1]).toEqual(['près de كوماسي : =2', 1])
  const { features } = JSON.parse((await whole(geoJsonOf(tableOf(told)))).toString())
  expect(features[0].properties.name).toBe('près de كوماسي : =2')
})

test('GeoJSON has a feature a row', async () => {
  const read = JSON.parse((await whole(geoJsonOf(tableOf(awkward)))).toString())
  expect(read.features).toHaveLength(awkward.length)
  expect(read.features[0]).toEqual({
    type: 'Feature',
    id: '0',
    geometry: null,
    properties: { name: '=1+1', count: 3 },
  })
  const none = JSON.parse((await whole(geoJsonOf(tableOf([])))).toString())
  expect(none).toEqual({ type: 'FeatureCollection', name: 'Entreprises : Abidjan', features: [] })
})

test('a page to print holds every row, escaped, in the direction of its language', async () => {
  const page = (await whole(printPageOf(tableOf(awkward, 'ar'), '/a.css'))).toString()
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page.match(/<tr>/g)).toHaveLength(awkward.length + 1)
  expect(page).toContain('شركة &lt;b&gt;&amp;')
})

test('on paper each part is a table of its own, with the columns that it fills', async () => {
  async function* rows() {
    yield [{ cells: ['Étapes', 'Active', 3, null] }, { cells: ['Étapes', 'Dormante', 0, ''] }]
    yield [{ cells: ['Zones', 'Abidjan', null, '50 %'] }]
  }
  const labels = ['Partie', 'Quoi', 'Nombre', 'Part']
  const page = await whole(
    printPageOf(
      {
        ...tableOf([]),
        columns: labels.map((label) => ({ key: label, label })),
        rows: rows(),
        isInParts: true,
      },
      '/a.css',
    ),
  )
  const [, stages = '', areas = ''] = page.toString().split('<h2>')
  const headings = (html: string) =>
    [...html.matchAll(/<th scope="col">([^<]*)/g)].map(([, label]) => label)
  expect(stages.startsWith('Étapes</h2>')).toBe(true)
  expect(headings(stages)).toEqual(['Quoi', 'Nombre'])
  expect(stages.match(/<tr><td/g)).toHaveLength(2)
  expect(stages).toContain('<td data-label="Nombre">0</td>')
  expect(headings(areas)).toEqual(['Quoi', 'Part'])
  expect(areas).toContain('<td data-label="Part">50 %</td>')
})

test('what is not a format is none', () => {
  expect(exportFormat('xlsx')).toBe('xlsx')
  expect(exportFormat('exe')).toBeNull()
  expect(exportFormat(null)).toBeNull()
})
