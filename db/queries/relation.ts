import type { ReadDb } from '../open.ts'

/** Where a chamber stands with a company; null before anything was done. */
export async function relationOf(db: ReadDb, chamberId: string, companyId: string) {
  const row = await db
    .selectFrom('relation')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return row ?? null
}

/** Contacts that a chamber logged with a company, the newest first. */
export async function engagementsOf(
  db: ReadDb,
  chamberId: string,
  companyId: string,
  page: { limit: number; offset: number },
) {
  return db
    .selectFrom('engagement')
    .leftJoin('campaign', 'campaign.id', 'engagement.campaign_id')
    .selectAll('engagement')
    .select('campaign.title as campaign_title')
    .where('engagement.chamber_id', '=', chamberId)
    .where('engagement.company_id', '=', companyId)
    .orderBy('engagement.on_day', 'desc')
    .orderBy('engagement.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
}

/** One logged contact of a chamber; null when it has none of that id. */
export async function engagementById(db: ReadDb, chamberId: string, id: string) {
  const row = await db
    .selectFrom('engagement')
    .selectAll()
    .where('id', '=', id)
    .where('chamber_id', '=', chamberId)
    .executeTakeFirst()
  return row ?? null
}

/** What was done to a company under each of its ids, the newest first, with who did it. */
export async function actsOnCompany(
  db: ReadDb,
  companyIds: readonly string[],
  page: { limit: number; offset: number },
) {
  return db
    .selectFrom('audit_event')
    .select(['id', 'at', 'actor_id', 'action', 'detail'])
    .where('entity_kind', '=', 'company')
    .where('entity_id', 'in', companyIds)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
}

/** The confirmations asked of a company, the newest first. */
export async function confirmationsOf(db: ReadDb, chamberId: string, companyId: string) {
  return db
    .selectFrom('company_confirmation')
    .select(['id', 'sent_to', 'created_at', 'expires_at', 'answered_at', 'answer'])
    .where('chamber_id', '=', chamberId)
    .where('company_id', '=', companyId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
}
