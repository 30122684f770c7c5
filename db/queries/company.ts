import type { ReadDb } from '../open.ts'

/** One company as it is stored; null when there is none. */
export async function companyById(db: ReadDb, id: string) {
  const row = await db.selectFrom('company').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** The official numbers of a company. */
export async function identifiersOf(db: ReadDb, companyId: string) {
  return db
    .selectFrom('company_identifier')
    .select(['scheme', 'value'])
    .where('company_id', '=', companyId)
    .orderBy('scheme')
    .execute()
}

/** Companies whose number in a scheme begins so: the candidates for being one legal entity. */
export async function companiesByNumber(
  db: ReadDb,
  country: string,
  scheme: string,
  beginning: string,
) {
  return db
    .selectFrom('company_identifier')
    .select(['company_id', 'value'])
    .where('country', '=', country)
    .where('scheme', '=', scheme)
    .where('value', 'like', `${beginning}%`)
    .execute()
}

/** The sites of a company, the main one first. */
export async function sitesOf(db: ReadDb, companyId: string) {
  return db
    .selectFrom('site')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('is_main', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** The first-level units (ISO 3166-2) where a company has sites. */
export async function admin1sOfCompany(db: ReadDb, companyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('site')
    .innerJoin('place', 'place.id', 'site.place_id')
    .select('place.admin1')
    .distinct()
    .where('site.company_id', '=', companyId)
    .execute()
  return rows.map((row) => row.admin1)
}

/** The companies among these ids with how many sites each has, by name. */
export async function companiesWithSites(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('company')
    .leftJoin('site', 'site.company_id', 'company.id')
    .select([
      'company.id',
      'company.legal_name',
      'company.trade_name',
      'company.verified_at',
      (eb) => eb.fn.count<number>('site.id').as('sites'),
    ])
    .where('company.id', 'in', ids)
    .groupBy(['company.id', 'company.legal_name', 'company.trade_name', 'company.verified_at'])
    .orderBy('company.legal_name')
    .execute()
}

/** The open claims on these companies, the oldest first, with how to reach who claims. */
export async function openClaims(db: ReadDb, companyIds: readonly string[]) {
  if (companyIds.length === 0) return []
  return db
    .selectFrom('company_claim')
    .innerJoin('auth_user', 'auth_user.id', 'company_claim.user_id')
    .innerJoin('company', 'company.id', 'company_claim.company_id')
    .select([
      'company_claim.id',
      'company_claim.company_id',
      'company_claim.message',
      'company_claim.created_at',
      'auth_user.email',
      'auth_user.phoneNumber',
      'company.legal_name',
    ])
    .where('company_claim.company_id', 'in', companyIds)
    .where('company_claim.status', '=', 'open')
    .orderBy('company_claim.created_at')
    .limit(100)
    .execute()
}

/** The claims that a user filed and that did not end in a membership, the newest first. */
export async function claimsOfUser(db: ReadDb, userId: string) {
  return db
    .selectFrom('company_claim')
    .innerJoin('company', 'company.id', 'company_claim.company_id')
    .select([
      'company_claim.id',
      'company_claim.status',
      'company_claim.created_at',
      'company.legal_name',
    ])
    .where('company_claim.user_id', '=', userId)
    .where('company_claim.status', '!=', 'granted')
    .orderBy('company_claim.created_at', 'desc')
    .limit(20)
    .execute()
}

/** One claim; null when there is none. */
export async function claimById(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('company_claim')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** How many people belong to a company, owners apart. */
export async function companyMembers(db: ReadDb, companyId: string) {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .where('org_kind', '=', 'company')
    .where('org_id', '=', companyId)
    .execute()
  return { owners: rows.filter((row) => row.role === 'owner').length, all: rows.length }
}

/** True when a user belongs to a company. */
export async function belongsToCompany(
  db: ReadDb,
  companyId: string,
  userId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('org_kind', '=', 'company')
    .where('org_id', '=', companyId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}
