import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'

/** A row of a table with the line of the file on which it ends. */
export interface CsvRow<Column extends string> {
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

/** Says which file, line and column of the data is missing or damaged, for the person who put it there. */
export class DataFileError extends Error {
  readonly file: string
  readonly line: number | undefined
  readonly column: string | undefined

  constructor(path: string, problem: string, at: { line?: number; column?: string } = {}) {
    const file = basename(path)
    const line = at.line === undefined ? '' : `, line ${at.line}`
    const column = at.column === undefined ? '' : `, column ${at.column}`
    super(`${file}${line}${column}: ${problem}`)
    this.name = 'DataFileError'
    this.file = file
    this.line = at.line
    this.column = at.column
  }
}

interface Parsed {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

const options = { bom: true, info: true, skip_empty_lines: true } satisfies Options

/** Reads a whole small table. Throws `DataFileError` when it is malformed or a column is missing. */
export function readRows<Column extends string>(
  path: string,
  columns: readonly Column[],
): CsvRow<Column>[] {
  try {
    const [head, ...rows] = parseWhole(readFileSync(path), options) as unknown as Parsed[]
    const pick = picker(path, head?.record ?? [], columns)
    return rows.map(pick)
  } catch (error) {
    throw explained(path, error)
  }
}

/**
 * Streams a table of any size through `take`. `shortRows` accepts rows that end before their last columns, which are
 * then empty. Throws `DataFileError` when the file is malformed or a column is missing, and what `take` throws.
 */
export async function eachRow<Column extends string>(
  path: string,
  columns: readonly Column[],
  take: (row: CsvRow<Column>) => void,
  shortRows = false,
): Promise<void> {
  let pick: ((parsed: Parsed) => CsvRow<Column>) | undefined
  try {
    await pipeline(
      createReadStream(path),
      parse({ ...options, relax_column_count_less: shortRows }),
      async (parsed: AsyncIterable<Parsed>) => {
        for await (const row of parsed) {
          if (pick) take(pick(row))
          else pick = picker(path, row.record, columns)
        }
      },
    )
  } catch (error) {
    throw explained(path, error)
  }
  if (!pick) throw new DataFileError(path, 'the file is empty')
}

function picker<Column extends string>(path: string, head: string[], columns: readonly Column[]) {
  const places = columns.map((column) => {
    const place = head.indexOf(column)
    if (place === -1) {
      throw new DataFileError(path, 'this column is missing', { line: 1, column })
    }
    return [column, place] as const
  })
  return ({ record, info }: Parsed): CsvRow<Column> => {
    const cells = {} as Record<Column, string>
    for (const [column, place] of places) cells[column] = record[place] ?? ''
    return { line: info.lines, cells }
  }
}

function explained(path: string, error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const at = { line: Number(error.lines) }
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new DataFileError(
        path,
        'a quotation mark is never closed: the file may be cut off',
        at,
      )
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return new DataFileError(path, 'this row has more or fewer cells than the header', at)
    default:
      return new DataFileError(path, `not well-formed CSV (${error.code})`, at)
  }
}
