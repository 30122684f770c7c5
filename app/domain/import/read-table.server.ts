import { findHeading } from './find-heading.ts'
import { fileBounds, type Table, TableError, type TableErrorCode, type TableRow } from './import.ts'
import { inThread, type ThreadFailure } from './import-thread.server.ts'
import { readCsv } from './read-csv.server.ts'
import { readXlsx } from './read-xlsx.server.ts'

/** Smaller text files are read at once: starting a thread would take longer. */
const atOnce = 100_000

const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))
const isOldOffice = (bytes: Buffer) =>
  bytes.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
/** What begins so is another kind of file, whatever it is called. */
const otherKinds = [
  '%PDF',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  'Rar!',
  '7z\xbc\xaf',
  '{\\rtf',
  '\x7fELF',
]

/**
 * Reads a list from the bytes of a CSV or XLSX file, known by what is in it and not by its name:
 * `sheet` of a workbook, else the first that holds something. Throws a `TableError`. Takes the
 * thread that calls it: see `readTable`.
 */
export async function readTableHere(bytes: Buffer, sheet: string | null): Promise<Table> {
  if (bytes.length === 0) throw new TableError('empty')
  if (bytes.length > fileBounds.bytes) throw new TableError('tooLarge')
  if (isOldOffice(bytes)) throw new TableError('oldExcel')
  const head = bytes.toString('latin1', 0, 8)
  if (otherKinds.some((kind) => head.startsWith(kind))) throw new TableError('notTable')
  if (/^\s*<(!doctype|html|\?xml)/i.test(bytes.toString('latin1', 0, 64))) {
    throw new TableError('notTable')
  }
  if (!isZip(bytes)) return tableOf(readCsv(bytes), [], null)
  const sheets = await readXlsx(bytes)
  const read = sheets.find((one) => one.name === sheet) ?? sheets[0]
  if (!read) throw new TableError('empty')
  return tableOf(
    read.rows,
    sheets.map((one) => one.name),
    read.name,
  )
}

function tableOf(
  records: readonly (readonly string[])[],
  sheets: readonly string[],
  sheet: string | null,
): Table {
  const filled: TableRow[] = []
  let columns = 0
  records.forEach((record, at) => {
    const cells = record.map((cell) => cleanCell(String(cell)))
    const width = cells.findLastIndex((cell) => cell !== '') + 1
    if (width === 0) return
    columns = Math.max(columns, width)
    filled.push({ number: at + 1, cells: cells.slice(0, width) })
  })
  if (filled.length === 0) throw new TableError('empty')
  if (columns > fileBounds.columns) throw new TableError('tooManyColumns')
  const heading = findHeading(filled)
  const titles = heading.cells.join('\u0000')
  // Lists that were printed repeat their headings on each page.
  const rows = filled.filter(
    (row) => row.number > heading.number && row.cells.join('\u0000') !== titles,
  )
  if (rows.length === 0) throw new TableError('noRows')
  if (rows.length > fileBounds.rows) throw new TableError('tooManyRows')
  return {
    sheets,
    sheet,
    headings: Array.from({ length: columns }, (_, at) => heading.cells[at] ?? ''),
    headingRow: heading.number,
    rows: rows.map((row) => ({
      number: row.number,
      cells: Array.from({ length: columns }, (_, at) => row.cells[at] ?? ''),
    })),
  }
}

const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** A cell without what nobody sees: control characters, direction marks, odd spaces, spaces around. */
function cleanCell(text: string): string {
  if (/^[!-~]*$/.test(text)) return text
  return text
    .replace(unseen, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .trim()
    .slice(0, fileBounds.cell + 1)
    .normalize('NFC')
}

/** What the thread that reads answers. */
export type Answer = { readonly table: Table } | { readonly error: TableErrorCode }

const failures: Record<ThreadFailure, TableErrorCode> = {
  time: 'tooSlow',
  memory: 'bomb',
  ended: 'damaged',
}

/**
 * `readTableHere` without keeping anybody waiting: whatever takes long is read by a thread of its
 * own, which may use so much memory and time and no more. Throws a `TableError`.
 */
export async function readTable(bytes: Buffer, sheet: string | null = null): Promise<Table> {
  if (bytes.length <= atOnce && !isZip(bytes)) return readTableHere(bytes, sheet)
  if (bytes.length > fileBounds.bytes) throw new TableError('tooLarge')
  const bounds = { memoryMb: 1024, limitMs: fileBounds.readMs }
  const done = await inThread<Answer>('read-table-thread.server.ts', { bytes, sheet }, bounds)
  if ('failure' in done) throw new TableError(failures[done.failure])
  if ('error' in done.answer) throw new TableError(done.answer.error)
  return done.answer.table
}
