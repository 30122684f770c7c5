import { defuse } from '../import/formula.ts'
import { type Cell, type ExportTable, plain } from './table.ts'

/**
 * A list as CSV (RFC 4180) with a byte order mark, by which spreadsheets know UTF-8. The separator is
 * the one that the reader's spreadsheet expects: a semicolon where numbers have decimal commas.
 */
export async function* csvOf({ columns, rows, locale }: ExportTable): AsyncGenerator<string> {
  const separator = locale === 'fr' ? ';' : ','
  const line = (cells: readonly Cell[]) =>
    `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`
  yield `\ufeff${line(columns.map((column) => column.label))}`
  for await (const batch of rows) yield batch.map((row) => line(row.cells)).join('')
}

function csvCell(cell: Cell, separator: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = defuse(plain(cell))
  const quoted = /["\r\n]/.test(text) || text.includes(separator) || /^\s|\s$/.test(text)
  return quoted ? `"${text.replaceAll('"', '""')}"` : text
}
