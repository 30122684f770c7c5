import type { ReadDb } from '../open.ts'
import type { OpportunityTable } from '../schema/opportunity.ts'
import { publicName } from './public-name.ts'

export type OpportunityStatus = OpportunityTable['status']

/** One opportunity as it is stored; null when there is none. */
export async function opportunityById(db: ReadDb, id: string) {
  const row = await db.selectFrom('opportunity').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** What a page about one opportunity shows: the row, its company and site, its skills and languages; null when there is none. */
export async function opportunityWithParts(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .leftJoin('site', 'site.id', 'opportunity.site_id')
    .selectAll('opportunity')
    .select((eb) => [
      publicName(eb).as('company_name'),
      'company.legal_name',
      'company.sector',
      'company.size_band',
      'company.description as company_description',
      'company.website',
      'company.verified_at',
      'site.name as site_name',
      'site.address as site_address',
    ])
    .where('opportunity.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const [skills, languages] = await Promise.all([skillsOf(db, id), languagesOf(db, id)])
  return { row, skills, languages }
}

/** The skills an opportunity asks for. */
export async function skillsOf(db: ReadDb, opportunityId: string) {
  return db
    .selectFrom('opportunity_skill')
    .select(['skill_uri', 'essential'])
    .where('opportunity_id', '=', opportunityId)
    .orderBy('skill_uri')
    .execute()
}

/** The languages an opportunity asks for, the required and the higher ones first. */
export async function languagesOf(db: ReadDb, opportunityId: string) {
  return db
    .selectFrom('opportunity_language')
    .select(['language', 'level', 'required'])
    .where('opportunity_id', '=', opportunityId)
    .orderBy('required', 'desc')
    .orderBy('level', 'desc')
    .orderBy('language')
    .execute()
}

/** How many opportunities of these companies have each status. */
export async function countByStatus(
  db: ReadDb,
  companyIds: readonly string[],
): Promise<Partial<Record<OpportunityStatus, number>>> {
  if (companyIds.length === 0) return {}
  const rows = await db
    .selectFrom('opportunity')
    .select(['status', (eb) => eb.fn.countAll<number>().as('count')])
    .where('company_id', 'in', companyIds)
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.status, Number(row.count)]))
}

/** Opportunities of these companies, in one status when it is named, the last changed first. */
export async function opportunitiesOf(
  db: ReadDb,
  companyIds: readonly string[],
  wanted: { status: OpportunityStatus | null; limit: number; offset: number },
) {
  if (companyIds.length === 0) return []
  let query = db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .select([
      'opportunity.id',
      'opportunity.company_id',
      'opportunity.kind',
      'opportunity.title',
      'opportunity.status',
      'opportunity.place_id',
      'opportunity.remote',
      'opportunity.posts',
      'opportunity.deadline',
      'opportunity.published_at',
      'opportunity.updated_at',
      'company.legal_name',
      'company.trade_name',
    ])
    .where('opportunity.company_id', 'in', companyIds)
  if (wanted.status) query = query.where('opportunity.status', '=', wanted.status)
  return query
    .orderBy('opportunity.updated_at', 'desc')
    .orderBy('opportunity.id')
    .limit(wanted.limit)
    .offset(wanted.offset)
    .execute()
}

/** Ids of a company's published opportunities: their documents repeat what the company is called. */
export async function publishedIdsOfCompany(db: ReadDb, companyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('opportunity')
    .select('id')
    .where('company_id', '=', companyId)
    .where('status', '=', 'published')
    .execute()
  return rows.map((row) => row.id)
}

/** Published or paused opportunities of a country whose deadline lies before the day, at most `limit`. */
export async function pastDeadline(db: ReadDb, country: string, day: string, limit: number) {
  return db
    .selectFrom('opportunity')
    .select(['id', 'status'])
    .where('country', '=', country)
    .where('status', 'in', ['published', 'paused'])
    .where('deadline', '<', day)
    .orderBy('id')
    .limit(limit)
    .execute()
}
