import type { Selectable } from 'kysely'
import type { ReadDb } from '../open.ts'
import type { CompanyImportTable } from '../schema/company-import.ts'
import type { CompanyImportRowTable } from '../schema/company-import-row.ts'
import { type ChamberGround, isLookedAfter } from './chamber.ts'

export type CompanyImportRow = Selectable<CompanyImportRowTable>
/** An import without its file, which is large. */
export type CompanyImport = Omit<Selectable<CompanyImportTable>, 'file'>

const columns = [
  'id',
  'chamber_id',
  'country',
  'file_name',
  'status',
  'sheet',
  'sheets',
  'headings',
  'mapping',
  'row_count',
  'done',
  'counts',
  'error',
  'holder',
  'holder_at',
  'created_by',
  'created_at',
  'applied_at',
  'undone_at',
] as const

/** One import; null when there is none. */
export async function importById(db: ReadDb, id: string): Promise<CompanyImport | null> {
  const row = await db
    .selectFrom('company_import')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The file of an import; null once it is no longer kept. */
export async function importFile(db: ReadDb, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('company_import')
    .select('file')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.file ?? null
}

/** The imports of a chamber, the newest first. */
export async function importsOfChamber(
  db: ReadDb,
  chamberId: string,
  page: { limit: number; offset: number },
): Promise<CompanyImport[]> {
  return db
    .selectFrom('company_import')
    .select(columns)
    .where('chamber_id', '=', chamberId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
}

/** Imports that wait for work or are being worked on, the oldest first. */
export async function importsUnderWay(db: ReadDb): Promise<CompanyImport[]> {
  return db
    .selectFrom('company_import')
    .select(columns)
    .where('status', 'in', ['checking', 'applying', 'undoing'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Which rows are asked for: those of an outcome, or those with a remark. */
export interface RowFilter {
  readonly outcomes?: readonly CompanyImportRow['outcome'][]
  readonly severity?: NonNullable<CompanyImportRow['severity']>
  /** Rows after this number. */
  readonly after?: number
}

/** Rows of an import in their order. */
export async function importRows(
  db: ReadDb,
  importId: string,
  filter: RowFilter,
  page: { limit: number; offset?: number },
): Promise<CompanyImportRow[]> {
  let query = db
    .selectFrom('company_import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('row_number')
    .limit(page.limit)
  if (page.offset) query = query.offset(page.offset)
  if (filter.outcomes) query = query.where('outcome', 'in', filter.outcomes)
  if (filter.severity) query = query.where('severity', '=', filter.severity)
  if (filter.after !== undefined) query = query.where('row_number', '>', filter.after)
  return query.execute()
}

/** One row of an import; null when there is none. */
export async function importRow(
  db: ReadDb,
  importId: string,
  rowNumber: number,
): Promise<CompanyImportRow | null> {
  const row = await db
    .selectFrom('company_import_row')
    .selectAll()
    .where('import_id', '=', importId)
    .where('row_number', '=', rowNumber)
    .executeTakeFirst()
  return row ?? null
}

/** How many rows had which outcome, and how many of those that go in carry a remark. */
export async function countImportRows(db: ReadDb, importId: string) {
  return db
    .selectFrom('company_import_row')
    .select((eb) => ['outcome', 'severity', eb.fn.countAll<number>().as('count')])
    .where('import_id', '=', importId)
    .groupBy(['outcome', 'severity'])
    .execute()
}

/** What the headings of a chamber's earlier files held, by heading. */
export async function rememberedHeadings(
  db: ReadDb,
  chamberId: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('import_heading')
    .select(['heading', 'field'])
    .where('chamber_id', '=', chamberId)
    .execute()
  return new Map(rows.map((row) => [row.heading, row.field]))
}

/** All official numbers of a country's companies. */
export async function identifiersOfCountry(db: ReadDb, country: string) {
  return db
    .selectFrom('company_identifier')
    .select(['scheme', 'value', 'company_id'])
    .where('country', '=', country)
    .execute()
}

/** The companies of a chamber's ground, as far as recognising them again needs them. */
export async function companiesOnGround(db: ReadDb, chamber: ChamberGround) {
  return db
    .selectFrom('company')
    .select(['id', 'legal_name', 'trade_name', 'phone', 'email', 'website'])
    .where((eb) => isLookedAfter(eb, chamber))
    .orderBy('id')
    .execute()
}

/** Where the companies of a country have sites. */
export async function sitesOfCountry(db: ReadDb, country: string) {
  return db
    .selectFrom('site')
    .innerJoin('company', 'company.id', 'site.company_id')
    .innerJoin('place', 'place.id', 'site.place_id')
    .select([
      'site.company_id',
      'site.place_id',
      'site.address',
      'site.lat',
      'site.lng',
      'place.lat as place_lat',
      'place.lng as place_lng',
      'place.admin1',
    ])
    .where('company.country', '=', country)
    .orderBy('site.is_main', 'desc')
    .orderBy('site.id')
    .execute()
}

/** Companies whole, with what an update may add to: numbers, contacts, members. */
export async function companiesToUpdate(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  const [companies, identifiers, sites, contacts, owned, related] = await Promise.all([
    db.selectFrom('company').selectAll().where('id', 'in', ids).execute(),
    db
      .selectFrom('company_identifier')
      .select(['company_id', 'scheme', 'value'])
      .where('company_id', 'in', ids)
      .execute(),
    db
      .selectFrom('site')
      .select(['company_id', 'place_id'])
      .where('company_id', 'in', ids)
      .execute(),
    db
      .selectFrom('company_contact')
      .select(['company_id', 'name'])
      .where('company_id', 'in', ids)
      .execute(),
    db
      .selectFrom('membership')
      .select('org_id')
      .where('org_kind', '=', 'company')
      .where('org_id', 'in', ids)
      .execute(),
    db
      .selectFrom('relation')
      .select(['chamber_id', 'company_id'])
      .where('company_id', 'in', ids)
      .execute(),
  ])
  const numbers = Map.groupBy(identifiers, (one) => one.company_id)
  const places = Map.groupBy(sites, (one) => one.company_id)
  const people = Map.groupBy(contacts, (one) => one.company_id)
  const withMembers = new Set(owned.map((one) => one.org_id))
  const chambers = Map.groupBy(related, (one) => one.company_id)
  return companies.map((company) => ({
    company,
    identifiers: numbers.get(company.id) ?? [],
    sites: places.get(company.id) ?? [],
    contacts: people.get(company.id) ?? [],
    hasMembers: withMembers.has(company.id),
    chambers: (chambers.get(company.id) ?? []).map((one) => one.chamber_id),
  }))
}

export type CompanyToUpdate = Awaited<ReturnType<typeof companiesToUpdate>>[number]

/** Names of companies, by id. */
export async function companyNamesById(
  db: ReadDb,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('company')
    .select(['id', 'legal_name', 'trade_name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.legal_name]))
}

/** The chambers of a country, by name. */
export async function chambersOfCountry(db: ReadDb, country: string) {
  return db
    .selectFrom('chamber')
    .select(['id', 'name'])
    .where('country', '=', country)
    .orderBy('name')
    .execute()
}
