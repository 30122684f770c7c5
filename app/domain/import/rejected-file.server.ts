import { setImmediate } from 'node:timers/promises'
import writeWorkbook from 'write-excel-file/node'
import { fromList } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import {
  type CompanyImport,
  type CompanyImportRow,
  importRows,
} from '#db/queries/company-import.ts'
import { cellsOf } from './check-import.server.ts'
import { defuse } from './formula.ts'

const batch = 1000

/**
 * The rows of an import that do not go in, as they were, with what is wrong in a last column of its
 * own. No cell can be taken for a formula; a list that is loaded again reads as the first did.
 */
export async function leftOutRows(
  db: ReadDb,
  one: CompanyImport,
  words: { heading: string; reasonsOf: (row: CompanyImportRow) => string },
): Promise<string[][]> {
  const headings = fromList(one.headings)
  const table: string[][] = [[...headings, words.heading].map(defuse)]
  for (let after = 0; ; ) {
    const page = await importRows(
      db,
      one.id,
      { outcomes: ['rejected', 'duplicate', 'skipped'], after },
      { limit: batch },
    )
    for (const row of page) {
      const cells = cellsOf(row)
      const padded = headings.map((_, column) => cells[column] ?? '')
      table.push([...padded, words.reasonsOf(row)].map(defuse))
    }
    const last = page.at(-1)
    if (!last || page.length < batch) return table
    after = last.row_number
    await setImmediate()
  }
}

/** A table as CSV that spreadsheet programs open by themselves: byte order mark, semicolons. */
export function toCsv(table: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    /[";\r\n,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return `\uFEFF${table.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

/** A table as a workbook of one sheet; every cell is text. */
export async function toXlsx(
  table: readonly (readonly string[])[],
  sheet: string,
): Promise<Buffer> {
  const rows = table.map((row, at) =>
    row.map((value) => ({ value, type: String, ...(at === 0 && { fontWeight: 'bold' as const }) })),
  )
  return writeWorkbook(rows, { sheet }).toBuffer()
}
