import type { ReadDb } from '../open.ts'

/** The newest published opportunities, as a list shows them. */
export async function newestOpportunities(db: ReadDb, country: string, limit: number) {
  return db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .select([
      'opportunity.id',
      'opportunity.title',
      'opportunity.kind',
      'opportunity.place_id as placeId',
      'company.legal_name as legalName',
      'company.trade_name as tradeName',
    ])
    .where('opportunity.status', '=', 'published')
    .where('opportunity.country', '=', country)
    .orderBy('opportunity.published_at', 'desc')
    .orderBy('opportunity.id', 'desc')
    .limit(limit)
    .execute()
}
