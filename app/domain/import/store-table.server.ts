import { setImmediate } from 'node:timers/promises'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { toInstant, toList } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { insertRows } from '#db/insert-rows.ts'
import type { Db } from '#db/open.ts'
import { rememberedHeadings } from '#db/queries/company-import.ts'
import { guessColumns } from './guess-columns.ts'
import { type ImportField, type Mapping, noCounts, type Table } from './import.ts'
import { rowReaders } from './row-readers.server.ts'

/** For whom a list is loaded. */
export interface ImportOwner {
  /** Null where the country has no chamber: then the deployment loads it. */
  readonly chamberId: string | null
  readonly country: string
  readonly userId: string | null
}

/** As many rows as the columns are guessed from. */
const guessed = 200

/** What the columns of a list seem to hold. */
export async function guessMapping(
  deps: Deps,
  owner: Pick<ImportOwner, 'chamberId' | 'country'>,
  table: Table,
): Promise<Mapping> {
  const remembered = owner.chamberId
    ? await rememberedHeadings(deps.db, owner.chamberId)
    : new Map()
  const readers = rowReaders(deps.reference, owner.country, deps.now)
  return guessColumns(
    table.headings,
    table.rows.slice(0, guessed).map((row) => row.cells),
    { ...readers, remembered },
  )
}

/** Writes a list that was read, with its rows, in one transaction; the id of its import. */
export async function storeTable(
  deps: Deps,
  owner: ImportOwner,
  file: { name: string; bytes: Buffer | null },
  table: Table,
  mapping: Mapping,
): Promise<string> {
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('company_import')
      .values({
        id,
        chamber_id: owner.chamberId,
        country: owner.country,
        file_name: file.name,
        status: 'uploaded',
        sheet: table.sheet,
        sheets: toList(table.sheets),
        // Kept only while another sheet may be chosen.
        file: table.sheets.length > 1 ? file.bytes : null,
        headings: toList(table.headings),
        mapping: mappingText(mapping),
        row_count: table.rows.length,
        done: 0,
        counts: JSON.stringify(noCounts),
        error: null,
        holder: null,
        holder_at: null,
        created_by: owner.userId,
        created_at: toInstant(deps.now),
        applied_at: null,
        undone_at: null,
      })
      .execute()
    await storeRows(transaction, deps, id, table)
  })
  return id
}

/** Writes the rows of a list, none of them checked yet. */
export async function storeRows(
  transaction: Db,
  { dialect }: Pick<Deps, 'dialect'>,
  importId: string,
  table: Table,
): Promise<void> {
  const rows = table.rows.map((row) => ({
    import_id: importId,
    row_number: row.number,
    cells: JSON.stringify(row.cells),
    outcome: 'unchecked' as const,
    parsed: null,
    problems: '[]',
    severity: null,
    twin_id: null,
    twin_row: null,
    twin_reasons: '[]',
    decision: null,
    company_id: null,
    before: null,
  }))
  await insertRows(transaction, dialect, 'company_import_row', rows, {
    between: () => setImmediate(),
  })
}

/** A mapping as it is kept: a word a column, empty where the column is left out. */
export function mappingText(mapping: Mapping): string {
  return toList(mapping.map((field) => field ?? ''))
}

/** The mapping that `mappingText` wrote. */
export function mappingOf(text: string): Mapping {
  const words: unknown = JSON.parse(text)
  return Array.isArray(words)
    ? words.map((word) => (word ? (String(word) as ImportField) : null))
    : []
}
