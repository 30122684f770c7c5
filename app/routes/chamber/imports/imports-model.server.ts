import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { importsOfChamber } from '#db/queries/company-import.ts'
import type { DeskListOf } from '../../export/send-list.server.ts'
import { importsTable } from './imports-table.ts'

/** The last lists that a chamber has loaded; the page shows no more. */
const mostShown = 50

async function readImports({ services, viewer, locale, t }: PageContext) {
  const chamber = await ownChamber(services.db, viewer)
  const imports = await importsOfChamber(services.db, chamber.id, { limit: mostShown, offset: 0 })
  return {
    chamber,
    imports: imports.map((one) => ({
      id: one.id,
      file: one.file_name,
      day: formatInstant(locale, one.created_at),
      rows: t('import.rows', { count: one.row_count }),
      count: one.row_count,
      status: one.status,
    })),
  }
}

export type ShownImport = Awaited<ReturnType<typeof readImports>>['imports'][number]

/** The lists as their page shows them. */
export async function readImportsPage(context: PageContext) {
  const { imports } = await readImports(context)
  return { imports }
}

/** The same for a file. */
export async function readImportList(context: PageContext): Promise<DeskListOf> {
  const { chamber, imports } = await readImports(context)
  return { chamber, table: importsTable(imports, context.t) }
}
