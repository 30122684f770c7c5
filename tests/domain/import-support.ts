import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { type ImportCounts, toMapping } from '#app/domain/import/import.ts'
import { mapColumns } from '#app/domain/import/map-columns.server.ts'
import { workOnImports } from '#app/domain/import/run-imports.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { fromList } from '#db/codec.ts'
import { importById, importRows } from '#db/queries/company-import.ts'
import { ci } from './company-support.ts'

/** Works off everything that waits, as the server's worker does. */
export async function settle(deps: Deps): Promise<void> {
  const stores = { open: deps, reference: deps.reference, now: () => deps.now }
  while (await workOnImports(stores));
}

/** A list whose columns were accepted as guessed and whose rows are checked; its id. */
export async function checkedList(
  deps: Deps,
  viewer: SignedIn,
  lines: readonly string[],
): Promise<string> {
  const bytes = Buffer.from(lines.join('\n'))
  const id = await startImport(deps, viewer, { name: 'liste.csv', bytes })
  const one = await importOf(deps, id)
  const words = toMapping(fromList(one.mapping), ci).map((field) => field ?? '')
  await mapColumns(deps, viewer, id, words)
  await settle(deps)
  return id
}

/** An import that is there. */
export async function importOf(deps: Deps, id: string) {
  const one = await importById(deps.db, id)
  if (!one) throw new Error('no such import')
  return one
}

/** How many rows had which outcome. */
export async function countsOf(deps: Deps, id: string): Promise<ImportCounts> {
  return JSON.parse((await importOf(deps, id)).counts)
}

/** The rows of an import with what was found, by their number. */
export async function rowsOf(deps: Deps, id: string) {
  const rows = await importRows(deps.db, id, {}, { limit: 1000 })
  return new Map(
    rows.map((row) => [
      row.row_number,
      {
        ...row,
        reasons: (JSON.parse(row.problems) as { reason: string }[]).map((one) => one.reason),
      },
    ]),
  )
}
