import type { ReadDb } from '../open.ts'
import { publicName } from './public-name.ts'

/**
 * What lists show of the opportunities among these ids that may be seen on `today`: published, and
 * not past their deadline. `company_name` is null where the public is not told it. One query; in no
 * order.
 */
export async function opportunityCards(db: ReadDb, ids: readonly string[], today: string) {
  if (ids.length === 0) return []
  return db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .select((eb) => [
      'opportunity.id',
      'opportunity.title',
      'opportunity.kind',
      'opportunity.contract',
      'opportunity.country',
      'opportunity.place_id',
      'opportunity.remote',
      'opportunity.pay_min',
      'opportunity.pay_max',
      'opportunity.pay_currency',
      'opportunity.pay_period',
      'opportunity.deadline',
      'opportunity.published_at',
      'company.verified_at',
      publicName(eb).as('company_name'),
    ])
    .where('opportunity.id', 'in', ids)
    .where('opportunity.status', '=', 'published')
    .where((eb) =>
      eb.or([eb('opportunity.deadline', 'is', null), eb('opportunity.deadline', '>=', today)]),
    )
    .execute()
}

export type OpportunityCard = Awaited<ReturnType<typeof opportunityCards>>[number]
