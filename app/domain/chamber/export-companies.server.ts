import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { type After, companiesAfter } from '#db/queries/export-companies.ts'
import type { CompanyList } from './chamber.ts'
import { listFilters } from './list-companies.server.ts'

/** Companies read at once: some hundred kilobytes. */
const atOnce = 1000

export type ExportedCompany = Awaited<ReturnType<typeof companiesAfter>>[number]

/** All companies that the chamber's list shows under the same filters, part by part and in its order. */
export async function* exportCompanies(
  db: ReadDb,
  reference: Reference,
  chamber: ChamberGround,
  asked: CompanyList,
): AsyncGenerator<ExportedCompany[]> {
  const filters = (await listFilters(db, reference, chamber, asked))[asked.filter]
  let after: After | null = null
  for (;;) {
    const rows: ExportedCompany[] = await companiesAfter(db, chamber, filters, after, atOnce)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = { legalName: last.legal_name, id: last.id }
  }
}
