import type { ReadDb } from '../open.ts'
import { type ChamberGround, isLookedAfter } from './chamber.ts'

/** The companies that a chamber looks after, with where each stands and who looks after it. */
export async function scoreFirms(db: ReadDb, chamber: ChamberGround) {
  return db
    .selectFrom('company')
    .leftJoin('relation', (join) =>
      join
        .onRef('relation.company_id', '=', 'company.id')
        .on('relation.chamber_id', '=', chamber.id),
    )
    .select([
      'company.id',
      'company.sector',
      'relation.stage',
      'relation.stage_since',
      'relation.owner_id',
    ])
    .where((eb) => isLookedAfter(eb, chamber))
    .execute()
}

/** Contacts that a chamber logged from a day to another. */
export async function scoreContacts(db: ReadDb, chamberId: string, from: string, to: string) {
  return db
    .selectFrom('engagement')
    .select(['company_id', 'on_day', 'outcome', 'author_id'])
    .where('chamber_id', '=', chamberId)
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .execute()
}

/** When opportunities of a country's companies were first published, from a day to another. */
export async function scoreOpportunities(db: ReadDb, country: string, from: string, to: string) {
  return (
    db
      .selectFrom('opportunity')
      .select(['company_id', 'published_at'])
      .where('country', '=', country)
      .where('published_at', '>=', from)
      // Instants of the last day sort after the day itself.
      .where('published_at', '<', `${to}T24`)
      .execute()
  )
}

/** Hires by companies of a country that started from a day to another, and when they ended. */
export async function scoreHires(db: ReadDb, country: string, from: string, to: string) {
  return db
    .selectFrom('placement')
    .innerJoin('opportunity', 'opportunity.id', 'placement.opportunity_id')
    .select([
      'placement.id',
      'opportunity.company_id',
      'placement.started_on',
      'placement.ended_on',
    ])
    .where('opportunity.country', '=', country)
    .where('placement.started_on', '>=', from)
    .where('placement.started_on', '<=', to)
    .execute()
}

/** What a chamber set itself for a year. */
export async function targetsOf(db: ReadDb, chamberId: string, year: number) {
  return db
    .selectFrom('target')
    .select(['id', 'measure', 'admin1', 'sector', 'year', 'value', 'set_at'])
    .where('chamber_id', '=', chamberId)
    .where('year', '=', year)
    .orderBy('measure')
    .orderBy('id')
    .execute()
}
