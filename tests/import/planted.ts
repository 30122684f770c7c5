import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** A fault that was planted in `liste-200.csv`: its row as a spreadsheet shows it, its column's heading, and what is wrong. */
export interface PlantedFault {
  readonly row: number
  readonly column: string
  readonly kind: string
  readonly value: string
}

/** The list of two hundred companies with its faults, as an officer has it. */
export const listFile = 'tests/import/liste-200.csv'

/** The faults of that list, by row. */
export function plantedFaults(): PlantedFault[] {
  const records: Record<string, string>[] = parse(
    readFileSync('tests/import/liste-200.faults.csv', 'utf8'),
    { columns: true },
  )
  return records.map(({ row = '', column = '', kind = '', value = '' }) => ({
    row: Number(row),
    column,
    kind,
    value,
  }))
}

/** The rows of the list as text, for making a workbook of it. */
export function listRecords(): string[][] {
  return parse(readFileSync(listFile, 'utf8'), {
    delimiter: ';',
    bom: true,
    relax_column_count: true,
  })
}
