import type { ReadDb } from '../open.ts'

/** Countries of these companies and chambers, each once. */
export async function countriesOfOrganisations(
  db: ReadDb,
  companyIds: readonly string[],
  chamberIds: readonly string[],
): Promise<string[]> {
  const companies =
    companyIds.length === 0
      ? []
      : await db.selectFrom('company').select('country').where('id', 'in', companyIds).execute()
  const chambers =
    chamberIds.length === 0
      ? []
      : await db.selectFrom('chamber').select('country').where('id', 'in', chamberIds).execute()
  return [...new Set([...companies, ...chambers].map((row) => row.country))].sort()
}
