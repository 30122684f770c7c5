import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import { fileBounds, TableError } from './import.ts'
import { withFormulasTold } from './tell-formulas.server.ts'
import { checkZip } from './zip-bounds.server.ts'

/** A sheet that holds something, its cells as texts. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** The sheets of a workbook that hold something. Throws a `TableError`. */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const parts = checkZip(bytes, fileBounds.unpackedBytes)
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw new TableError('notTable')
  try {
    // Numbers come as they are written: a number of sixteen digits is no longer itself as a double.
    const told = await withFormulasTold(bytes, parts)
    const sheets = await readWorkbook(told, { parseNumber: (text) => ({ digits: text }) })
    return sheets
      .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
      .filter(({ rows }) => rows.some((row) => row.some(Boolean)))
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      throw new TableError('damaged')
    }
    throw error
  }
}

const errors = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NAME!|NUM!|N\/A|SPILL!)$/

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  // The midnight of a day without a time zone; a time of day is of no use in a list of companies.
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  }
  if (typeof value === 'object' && 'digits' in value) return plainNumber(String(value.digits))
  const text = String(value)
  return errors.test(text) ? '' : text
}

/** A number as people would type it: 7.0712E8 is 707120000, 12.300000000000001 is 12.3. */
function plainNumber(text: string): string {
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) || /^-?\d{1,15}$/.test(text)) return text
  if (/^-?\d+$/.test(text)) return text
  const value = Number(text)
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return text
  return String(Number(value.toPrecision(15)))
}
