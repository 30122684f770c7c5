import type { ReadDb } from '../open.ts'
import type { CampaignCompanyTable } from '../schema/campaign-company.ts'

export type AttendanceStatus = CampaignCompanyTable['status']

/** The campaigns and events of a chamber, the latest first, with how many companies are invited and came. */
export async function campaignsOf(
  db: ReadDb,
  chamberId: string,
  page: { limit: number; offset: number },
) {
  return db
    .selectFrom('campaign')
    .selectAll('campaign')
    .select((eb) => [
      eb
        .selectFrom('campaign_company')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('campaign_company.campaign_id', '=', 'campaign.id')
        .as('invited'),
      eb
        .selectFrom('campaign_company')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('campaign_company.campaign_id', '=', 'campaign.id')
        .where('campaign_company.status', '=', 'attended')
        .as('attended'),
    ])
    .where('campaign.chamber_id', '=', chamberId)
    .orderBy('campaign.on_day', 'desc')
    .orderBy('campaign.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
}

/** One campaign of a chamber; null when it has none of that id. */
export async function campaignById(db: ReadDb, chamberId: string, id: string) {
  const row = await db
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', id)
    .where('chamber_id', '=', chamberId)
    .executeTakeFirst()
  return row ?? null
}

/** How many companies of a campaign stand where. */
export async function countAttendance(
  db: ReadDb,
  campaignId: string,
): Promise<Partial<Record<AttendanceStatus, number>>> {
  const rows = await db
    .selectFrom('campaign_company')
    .select(['status', (eb) => eb.fn.countAll<number>().as('count')])
    .where('campaign_id', '=', campaignId)
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.status, Number(row.count)]))
}

/** Companies of a campaign by name, with what is known of their attendance. */
export async function attendanceOf(
  db: ReadDb,
  campaignId: string,
  page: { limit: number; offset: number },
) {
  return db
    .selectFrom('campaign_company')
    .innerJoin('company', 'company.id', 'campaign_company.company_id')
    .select([
      'campaign_company.company_id',
      'campaign_company.status',
      'campaign_company.outcome',
      'company.legal_name',
      'company.trade_name',
    ])
    .where('campaign_company.campaign_id', '=', campaignId)
    .orderBy('company.legal_name')
    .orderBy('company.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
}

/** The same for some companies. */
export async function attendanceAmong(
  db: ReadDb,
  campaignId: string,
  companyIds: readonly string[],
) {
  if (companyIds.length === 0) return []
  return db
    .selectFrom('campaign_company')
    .select(['company_id', 'status', 'outcome'])
    .where('campaign_id', '=', campaignId)
    .where('company_id', 'in', companyIds)
    .execute()
}
