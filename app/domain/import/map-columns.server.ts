import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { fromList } from '#db/codec.ts'
import { type Mapping, mappingFaults, toMapping } from './import.ts'
import { ownImport } from './import-scope.server.ts'
import { headingKey } from './match-heading.ts'
import { mappingText } from './store-table.server.ts'

/**
 * Says what the columns of a list hold, one word a column, and asks for its rows to be checked, in
 * the background. The chamber's next lists remember. Throws `FieldErrors`, or `ExpectedError`:
 * `not-found`, `conflict` while the list is worked on or once it was applied.
 */
export async function mapColumns(
  deps: Deps,
  viewer: SignedIn,
  importId: string,
  words: readonly string[],
): Promise<void> {
  const { one, chamber } = await ownImport(deps.db, viewer, importId)
  const headings = fromList(one.headings)
  const mapping = toMapping(
    headings.map((_, column) => words[column] ?? ''),
    countryPack(one.country),
  )
  const errors: Record<string, string> = {}
  for (const fault of mappingFaults(mapping)) {
    if (fault.reason === 'twice') errors[`column-${fault.column}`] = 'import.columns.twice'
    else if (fault.reason === 'nameMissing') errors.columns ??= 'import.columns.nameMissing'
    else errors.columns ??= 'import.columns.placeMissing'
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)
  const remembered = headingsOf(headings, mapping)
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('company_import')
      .set({
        mapping: mappingText(mapping),
        status: 'checking',
        file: null,
        done: 0,
        error: null,
        holder: null,
        holder_at: null,
      })
      .where('id', '=', importId)
      .where('status', 'in', ['uploaded', 'checked'])
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('conflict')
    if (remembered.length === 0) return
    await transaction
      .insertInto('import_heading')
      .values(remembered.map((row) => ({ ...row, chamber_id: chamber.id })))
      .onConflict((conflict) =>
        conflict
          .columns(['chamber_id', 'heading'])
          .doUpdateSet((eb) => ({ field: eb.ref('excluded.field') })),
      )
      .execute()
  })
}

/** What each heading meant, once; empty text for a column that was left out. */
function headingsOf(headings: readonly string[], mapping: Mapping) {
  const found = new Map<string, string>()
  headings.forEach((heading, column) => {
    const key = headingKey(heading).slice(0, 200)
    if (key !== '' && !found.has(key)) found.set(key, mapping[column] ?? '')
  })
  return [...found].map(([heading, field]) => ({ heading, field }))
}
