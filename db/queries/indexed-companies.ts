import type { ReadDb } from '../open.ts'

/** What the index holds of the companies among these ids: each with its main site's place. Those that only their chamber knows are not there. */
export async function indexedCompanies(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  const companies = await db
    .selectFrom('company')
    .selectAll()
    .where('id', 'in', ids)
    .where('visibility', '=', 'public')
    .execute()
  if (companies.length === 0) return []
  const sites = await db
    .selectFrom('site')
    .select(['company_id', 'place_id', 'is_main'])
    .where(
      'company_id',
      'in',
      companies.map((company) => company.id),
    )
    .orderBy('is_main', 'desc')
    .orderBy('id')
    .execute()
  const byCompany = Map.groupBy(sites, (site) => site.company_id)
  return companies.map((company) => ({
    company,
    placeIds: (byCompany.get(company.id) ?? []).map((site) => site.place_id),
  }))
}

export type IndexedCompany = Awaited<ReturnType<typeof indexedCompanies>>[number]

/** Ids of all companies that the public may see, in order. */
export async function companyIds(db: ReadDb): Promise<string[]> {
  const rows = await db
    .selectFrom('company')
    .select('id')
    .where('visibility', '=', 'public')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
