import type { ReadDb } from '../open.ts'
import { publicName } from './public-name.ts'

/** The newest published opportunities, as a list shows them; `company` is null where the public is not told it. */
export async function newestOpportunities(db: ReadDb, country: string, limit: number) {
  return db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .select((eb) => [
      'opportunity.id',
      'opportunity.title',
      'opportunity.kind',
      'opportunity.place_id as placeId',
      publicName(eb).as('company'),
    ])
    .where('opportunity.status', '=', 'published')
    .where('opportunity.country', '=', country)
    .orderBy('opportunity.published_at', 'desc')
    .orderBy('opportunity.id', 'desc')
    .limit(limit)
    .execute()
}
