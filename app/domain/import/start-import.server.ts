import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toList } from '#db/codec.ts'
import { importFile } from '#db/queries/company-import.ts'
import { ownImport } from './import-scope.server.ts'
import { readTable } from './read-table.server.ts'
import { guessMapping, mappingText, storeRows, storeTable } from './store-table.server.ts'

/**
 * Reads a file that staff of a chamber sent and keeps its rows; nothing of them is checked or
 * written to companies yet. Returns the import's id. Throws a `TableError` for what is no list.
 */
export async function startImport(
  deps: Deps,
  viewer: SignedIn,
  file: { name: string; bytes: Buffer },
): Promise<string> {
  const chamber = await ownChamber(deps.db, viewer)
  const owner = { chamberId: chamber.id, country: chamber.country, userId: viewer.userId }
  const table = await readTable(file.bytes)
  const name = fileName(file.name)
  const id = await storeTable(
    deps,
    owner,
    { ...file, name },
    table,
    await guessMapping(deps, owner, table),
  )
  await recordAudit(
    deps.db,
    {
      actorId: viewer.userId,
      action: 'import.uploaded',
      entityKind: 'chamber',
      entityId: chamber.id,
      detail: { importId: id, rows: table.rows.length },
    },
    deps.now,
  )
  return id
}

/** Reads another sheet of the same file. Throws `ExpectedError`: `not-found`, `conflict` once rows were checked, or a `TableError`. */
export async function chooseSheet(
  deps: Deps,
  viewer: SignedIn,
  importId: string,
  sheet: string,
): Promise<void> {
  const { one } = await ownImport(deps.db, viewer, importId)
  const bytes = one.status === 'uploaded' ? await importFile(deps.db, importId) : null
  if (!bytes) throw new ExpectedError('conflict')
  const table = await readTable(Buffer.from(bytes), sheet)
  if (table.sheet !== sheet) throw new ExpectedError('invalid')
  const mapping = await guessMapping(
    deps,
    { chamberId: one.chamber_id, country: one.country },
    table,
  )
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('company_import')
      .set({
        sheet,
        headings: toList(table.headings),
        mapping: mappingText(mapping),
        row_count: table.rows.length,
      })
      .where('id', '=', importId)
      .where('status', '=', 'uploaded')
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('conflict')
    await transaction.deleteFrom('company_import_row').where('import_id', '=', importId).execute()
    await storeRows(transaction, deps, importId, table)
  })
}

/** The name of a file as a page may show it: without folders, control characters and tricks of direction. */
function fileName(given: string): string {
  const name = given
    .split(/[\\/]/)
    .at(-1)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    ?.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, 120)
  return name || 'liste'
}
