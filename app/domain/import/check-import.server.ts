import type { Deps } from '#app/domain/company/deps.server.ts'
import { insertRows } from '#db/insert-rows.ts'
import type { Db } from '#db/open.ts'
import {
  type CompanyImport,
  type CompanyImportRow,
  countImportRows,
  importRows,
} from '#db/queries/company-import.ts'
import { checkRows, countRows, type FinishedRow, turns } from './check-rows.server.ts'
import type { TableRow } from './import.ts'
import { knownCompanies } from './known-companies.server.ts'
import { rowReaders } from './row-readers.server.ts'
import { mappingOf } from './store-table.server.ts'

const batch = 1000

/** All rows of an import, as they were read or mended. */
export async function allRows(deps: Pick<Deps, 'db'>, importId: string): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for (let after = 0; ; ) {
    const page = await importRows(deps.db, importId, { after }, { limit: batch })
    for (const row of page) rows.push({ number: row.row_number, cells: cellsOf(row) })
    const last = page.at(-1)
    if (!last || page.length < batch) return rows
    after = last.row_number
  }
}

/** The cells of a row that is kept. */
export function cellsOf(row: Pick<CompanyImportRow, 'cells'>): string[] {
  const cells: unknown = JSON.parse(row.cells)
  return Array.isArray(cells) ? cells.map(String) : []
}

/**
 * Checks every row of an import and writes what becomes of it, row by row: doing it twice does no
 * harm, so a check that was cut short is simply done again.
 */
export async function checkImport(
  deps: Deps,
  one: CompanyImport,
  progress: (done: number) => void,
): Promise<void> {
  const readers = rowReaders(deps.reference, one.country, deps.now)
  const rows = await allRows(deps, one.id)
  const knownOf = await knownCompanies(deps, one)
  const finished = await checkRows(rows, mappingOf(one.mapping), readers, knownOf, progress)
  await writeChecked(deps.db, deps, one.id, finished)
  await writeCounts(deps.db, one.id)
}

/** Writes what became of rows. A decision that somebody took belongs to what the row was before. */
export async function writeChecked(
  db: Db,
  { dialect }: Pick<Deps, 'dialect'>,
  importId: string,
  rows: readonly FinishedRow[],
): Promise<void> {
  const turn = turns()
  await insertRows(
    db,
    dialect,
    'company_import_row',
    rows.map(({ number, cells, judged }) => ({
      import_id: importId,
      row_number: number,
      cells: JSON.stringify(cells),
      outcome: judged.outcome,
      parsed: JSON.stringify(judged.parsed),
      problems: JSON.stringify(judged.problems),
      severity: judged.severity,
      twin_id: judged.twinId,
      twin_row: judged.twinRow,
      twin_reasons: JSON.stringify(judged.twinReasons),
      decision: null,
      company_id: null,
      before: null,
    })),
    {
      conflict: {
        on: ['import_id', 'row_number'],
        set: [
          'cells',
          'outcome',
          'parsed',
          'problems',
          'severity',
          'twin_id',
          'twin_row',
          'twin_reasons',
          'decision',
          'company_id',
          'before',
        ],
      },
      between: async () => {
        if (turn.isOver()) await turn.next()
      },
    },
  )
}

/** Counts the rows of an import anew. */
export async function writeCounts(db: Db, importId: string): Promise<void> {
  const rows = await countImportRows(db, importId)
  const counts = countRows(rows.map((row) => ({ ...row, count: Number(row.count) })))
  await db
    .updateTable('company_import')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', importId)
    .execute()
}
