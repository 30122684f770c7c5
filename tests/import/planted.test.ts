import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { checkRows } from '#app/domain/import/check-rows.server.ts'
import { guessColumns } from '#app/domain/import/guess-columns.ts'
import { knownCompanies } from '#app/domain/import/known-companies.server.ts'
import { readTable } from '#app/domain/import/read-table.server.ts'
import { rowReaders } from '#app/domain/import/row-readers.server.ts'
import { marketplace } from '../domain/company-support.ts'
import { listFile, listRecords, plantedFaults } from './planted.ts'

test('forty faults of twelve kinds are planted', () => {
  const faults = plantedFaults()
  expect(faults).toHaveLength(40)
  expect(new Set(faults.map((one) => one.kind)).size).toBe(12)
})

test.each(['csv', 'xlsx'])(
  'exactly the planted faults are found, as %s',
  { timeout: 60_000 },
  async (kind) => {
    const deps = await marketplace('sqlite')
    const bytes =
      kind === 'csv'
        ? readFileSync(listFile)
        : await writeWorkbook(
            listRecords().map((row) => row.map((value) => ({ value, type: String }))),
            { sheet: 'Liste' },
          ).toBuffer()
    const table = await readTable(bytes)
    expect(table.headingRow).toBe(4)
    expect(table.rows).toHaveLength(200)
    const readers = rowReaders(deps.reference, 'CI', deps.now)
    const cells = table.rows.map((row) => row.cells)
    const mapping = guessColumns(table.headings, cells, { ...readers, remembered: new Map() })
    const knownOf = await knownCompanies(deps, { chamber_id: null, country: 'CI' })
    const rows = await checkRows(table.rows, mapping, readers, knownOf)
    const found = rows.flatMap(({ number, judged }) =>
      judged.problems.map((one) => ({
        row: number,
        column: one.column === null ? '' : table.headings[one.column],
        kind: one.reason,
      })),
    )
    const planted = plantedFaults().map(({ row, column, kind: reason }) => ({
      row,
      column,
      kind: reason,
    }))
    const order = (one: { row: number; kind: string }) => one.row * 100 + one.kind.length
    expect(found.toSorted((a, b) => order(a) - order(b))).toEqual(
      planted.toSorted((a, b) => order(a) - order(b)),
    )
  },
)
