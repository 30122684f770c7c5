import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { TwinReason } from '#app/domain/recognition/duplicates.ts'
import type { Db } from '#db/open.ts'
import {
  type CompanyImport,
  type CompanyImportRow,
  importRow,
  importRows,
} from '#db/queries/company-import.ts'
import { cellsOf, writeChecked, writeCounts } from './check-import.server.ts'
import { checkRow } from './check-row.ts'
import type { ReadRow } from './check-rows.server.ts'
import type { RowDecision } from './import.ts'
import { ownImport } from './import-scope.server.ts'
import { judgeRow } from './judge-row.ts'
import { knownCompanies } from './known-companies.server.ts'
import { rowReaders } from './row-readers.server.ts'
import { mappingOf } from './store-table.server.ts'

/**
 * Writes a cell anew and checks its row again: what it is may change, and a decision taken about it
 * no longer counts. Throws `ExpectedError`: `not-found`, `conflict` while the list is worked on.
 */
export async function mendCell(
  deps: Deps,
  viewer: SignedIn,
  importId: string,
  { row: number, column, value }: { row: number; column: number; value: string },
): Promise<void> {
  const { one, row } = await openRow(deps, viewer, importId, number)
  const cells = cellsOf(row)
  if (column >= cells.length) throw new ExpectedError('invalid')
  cells[column] = value.trim()
  await judgeAgain(deps, one, number, cells)
}

/**
 * Decides about a row that is, or may be, known already: `new` makes a company of its own, `update`
 * changes the one that is there, `skip` leaves the row out. Throws `ExpectedError`: `not-found`,
 * `conflict` where the row cannot become that.
 */
export async function decideRow(
  deps: Deps,
  viewer: SignedIn,
  importId: string,
  { row: number, decision }: { row: number; decision: RowDecision },
): Promise<void> {
  const { row } = await openRow(deps, viewer, importId, number)
  if (!mayBecome(row).includes(decision)) throw new ExpectedError('conflict')
  await deps.db.transaction().execute(async (transaction) => {
    await holdImport(transaction, importId)
    if (decision === 'update') {
      const other = await transaction
        .selectFrom('company_import_row')
        .select('row_number')
        .where('import_id', '=', importId)
        .where('outcome', '=', 'update')
        .where('twin_id', '=', row.twin_id)
        .executeTakeFirst()
      // One row a company: a second would undo the first.
      if (other) throw new ExpectedError('conflict')
    }
    await transaction
      .updateTable('company_import_row')
      .set({ decision, outcome: decision === 'skip' ? 'skipped' : decision })
      .where('import_id', '=', importId)
      .where('row_number', '=', number)
      .execute()
    await writeCounts(transaction, importId)
  })
}

/** Takes a decision back: the row is what it was found to be. Throws `ExpectedError`: `not-found`, `conflict`. */
export async function undecideRow(
  deps: Deps,
  viewer: SignedIn,
  importId: string,
  number: number,
): Promise<void> {
  const { one, row } = await openRow(deps, viewer, importId, number)
  await judgeAgain(deps, one, number, cellsOf(row))
}

/** What somebody may decide about a row. */
export function mayBecome(
  row: Pick<CompanyImportRow, 'outcome' | 'twin_id' | 'twin_row' | 'problems' | 'twin_reasons'>,
): RowDecision[] {
  const reasons: TwinReason[] = JSON.parse(row.twin_reasons)
  const byNumber = reasons.some((one) => one.kind === 'sameIdentifier')
  switch (row.outcome) {
    case 'new':
      return ['skip']
    case 'update':
      return byNumber ? ['skip'] : ['new', 'skip']
    case 'duplicate':
      // A number belongs to one company: a row that repeats it cannot be another.
      if (byNumber) return ['skip']
      return row.twin_id ? ['update', 'new', 'skip'] : ['new', 'skip']
    default:
      return []
  }
}

async function openRow(
  deps: Deps,
  viewer: SignedIn,
  importId: string,
  number: number,
): Promise<{ one: CompanyImport; row: CompanyImportRow }> {
  const { one } = await ownImport(deps.db, viewer, importId)
  const row = await importRow(deps.db, importId, number)
  if (!row) throw new ExpectedError('not-found')
  if (one.status !== 'checked') throw new ExpectedError('conflict')
  return { one, row }
}

async function judgeAgain(
  deps: Deps,
  one: CompanyImport,
  number: number,
  cells: readonly string[],
): Promise<void> {
  const mapping = mappingOf(one.mapping)
  const checked = checkRow(cells, mapping, rowReaders(deps.reference, one.country, deps.now))
  const knownOf = await knownCompanies(deps, one, { any: true })
  const others = await otherRows(deps.db, one.id, number)
  const known = await knownOf(others, [{ number, cells, checked }])
  const judged = judgeRow(number, checked, cells, mapping, known)
  await deps.db.transaction().execute(async (transaction) => {
    await holdImport(transaction, one.id)
    await writeChecked(transaction, deps, one.id, [{ number, cells, judged }])
    await writeCounts(transaction, one.id)
  })
}

/** The rows of an import that go in, or may, as they were understood. */
async function otherRows(db: Db, importId: string, number: number): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  const batch = 2000
  for (let after = 0; ; ) {
    const page = await importRows(
      db,
      importId,
      { outcomes: ['new', 'update', 'duplicate'], after },
      { limit: batch },
    )
    for (const row of page) {
      if (row.row_number === number || !row.parsed) continue
      const parsed = JSON.parse(row.parsed)
      rows.push({ number: row.row_number, cells: [], checked: { parsed, problems: [] } })
    }
    const last = page.at(-1)
    if (!last || page.length < batch) return rows
    after = last.row_number
  }
}

/** Keeps an import from being applied until the transaction ends. */
async function holdImport(transaction: Db, importId: string): Promise<void> {
  const held = await transaction
    .updateTable('company_import')
    .set({ error: null })
    .where('id', '=', importId)
    .where('status', '=', 'checked')
    .executeTakeFirst()
  if (held.numUpdatedRows !== 1n) throw new ExpectedError('conflict')
}
