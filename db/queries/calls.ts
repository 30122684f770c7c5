import { sql } from 'kysely'
import { fromList } from '../codec.ts'
import type { ReadDb } from '../open.ts'
import { type ChamberGround, isLookedAfter } from './chamber.ts'

/** From this reach on, in kilometres, somebody counts as one who would come from farther away. */
const farReach = 50

/**
 * Available people of a country (published profiles that say where they live). `far` is 1 for those who would come
 * from 50 km or move.
 */
export async function availablePeople(db: ReadDb, country: string) {
  return db
    .selectFrom('profile')
    .select([
      'id',
      'place_id',
      sql<0 | 1>`case when relocate = 1 or radius_km >= ${sql.lit(farReach)} then 1 else 0 end`.as(
        'far',
      ),
    ])
    .where('country', '=', country)
    .where('status', '=', 'published')
    .where('place_id', 'is not', null)
    .execute()
}

/** Ids of people who have told a diploma or certificate. */
export async function qualifiedPeople(db: ReadDb): Promise<string[]> {
  const rows = await db.selectFrom('qualification').select('profile_id').distinct().execute()
  return rows.map((row) => row.profile_id)
}

/** All work that people have told, as rows of profile, occupation and months. */
export async function workOfPeople(db: ReadDb) {
  return db
    .selectFrom('experience')
    .select(['profile_id', 'occupation_uri', 'months'])
    .where('occupation_uri', 'is not', null)
    .execute()
}

/** The companies that a chamber looks after, with what a call is judged by. */
export async function callFirms(db: ReadDb, chamber: ChamberGround) {
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
      'company.size_band',
      'company.headcount',
      'relation.stage',
    ])
    .where((eb) => isLookedAfter(eb, chamber))
    .execute()
}

/** Places of the sites of a country's companies, each company's main one first. */
export async function callSites(db: ReadDb, country: string) {
  return db
    .selectFrom('site')
    .innerJoin('company', 'company.id', 'site.company_id')
    .select(['site.company_id', 'site.place_id'])
    .where('company.country', '=', country)
    .orderBy('site.is_main', 'desc')
    .orderBy('site.id')
    .execute()
}

/** What a country's companies have published so far: by company and occupation, how many and how many are open. */
export async function publishedWork(db: ReadDb, country: string) {
  return db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .select((eb) => [
      'opportunity.company_id',
      'company.sector',
      'opportunity.occupation_uri',
      eb.fn.countAll<number>().as('count'),
      sql<number>`sum(case when opportunity.status = 'published' then 1 else 0 end)`.as('open'),
    ])
    .where('opportunity.country', '=', country)
    .where('opportunity.published_at', 'is not', null)
    .groupBy(['opportunity.company_id', 'company.sector', 'opportunity.occupation_uri'])
    .execute()
}

/** A chamber's contacts by company: how many, how many answered, the last day, the last refusal. */
export async function contactsByCompany(db: ReadDb, chamberId: string) {
  return db
    .selectFrom('engagement')
    .select((eb) => [
      'company_id',
      eb.fn.countAll<number>().as('contacts'),
      sql<number>`sum(case when outcome = 'no-answer' then 0 else 1 end)`.as('replies'),
      eb.fn.max('on_day').as('last'),
      sql<string | null>`max(case when outcome = 'refused' then on_day end)`.as('refused'),
    ])
    .where('chamber_id', '=', chamberId)
    .groupBy('company_id')
    .execute()
}

/** Open promises to a chamber that are due by a day, the earliest first. */
export async function dueCommitments(db: ReadDb, chamberId: string, by: string) {
  return db
    .selectFrom('commitment')
    .select(['company_id', 'kind', 'quantity', 'due_on'])
    .where('chamber_id', '=', chamberId)
    .where('status', '=', 'open')
    .where('due_on', '<=', by)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

/** Hires that companies of a country expect in one of these quarters (`2027-Q1`), the earliest first. */
export async function expectedHires(db: ReadDb, country: string, quarters: readonly string[]) {
  return db
    .selectFrom('intention')
    .innerJoin('company', 'company.id', 'intention.company_id')
    .select([
      'intention.company_id',
      'intention.kind',
      'intention.occupation_uri',
      'intention.quarter',
      'intention.posts',
    ])
    .where('company.country', '=', country)
    .where('intention.status', '=', 'open')
    .where('intention.quarter', 'in', quarters)
    .orderBy('intention.quarter')
    .orderBy('intention.id')
    .execute()
}

/** What a chamber's earlier lists suggested: those since a day, and older ones that still keep a company away. */
export async function earlierSuggestions(
  db: ReadDb,
  chamberId: string,
  since: string,
  today: string,
) {
  return db
    .selectFrom('call_suggestion')
    .select(['company_id', 'on_day', 'status', 'until_day'])
    .where('chamber_id', '=', chamberId)
    .where('on_day', '<', today)
    .where((eb) => eb.or([eb('on_day', '>=', since), eb('until_day', '>', today)]))
    .execute()
}

/** Whether a chamber's list of a day has been made. */
export async function hasSuggestions(db: ReadDb, chamberId: string, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('call_suggestion')
    .select('company_id')
    .where('chamber_id', '=', chamberId)
    .where('on_day', '=', day)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Chambers with staff that have no list of a day, by id. `unworked` is how many earlier lists came after the last one
 * of which anything was decided.
 */
export async function chambersWithoutList(
  db: ReadDb,
  day: string,
): Promise<(ChamberGround & { unworked: number })[]> {
  const rows = await db
    .selectFrom('chamber')
    .select((eb) => [
      'chamber.id',
      'chamber.country',
      'chamber.name',
      'chamber.admin1s',
      eb
        .selectFrom('call_suggestion')
        .select((inner) => inner.fn.count<number>('call_suggestion.on_day').distinct().as('days'))
        .whereRef('call_suggestion.chamber_id', '=', 'chamber.id')
        .where('call_suggestion.on_day', '<', day)
        .where(
          'call_suggestion.on_day',
          '>',
          sql<string>`coalesce((select max(worked.on_day) from call_suggestion as worked
            where worked.chamber_id = chamber.id and worked.status <> 'open'), '')`,
        )
        .as('unworked'),
    ])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .select('membership.id')
          .where('membership.org_kind', '=', 'chamber')
          .whereRef('membership.org_id', '=', 'chamber.id'),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('call_suggestion')
            .select('call_suggestion.rank')
            .whereRef('call_suggestion.chamber_id', '=', 'chamber.id')
            .where('call_suggestion.on_day', '=', day),
        ),
      ),
    )
    .orderBy('chamber.id')
    .execute()
  return rows.map(({ admin1s, unworked, ...row }) => ({
    ...row,
    admin1s: fromList(admin1s),
    unworked: Number(unworked ?? 0),
  }))
}

/** A chamber's list of a day with what a row shows of each company, in order. */
export async function suggestionsOfDay(db: ReadDb, chamberId: string, day: string) {
  return db
    .selectFrom('call_suggestion')
    .innerJoin('company', 'company.id', 'call_suggestion.company_id')
    .leftJoin('relation', (join) =>
      join
        .onRef('relation.company_id', '=', 'company.id')
        .on('relation.chamber_id', '=', chamberId),
    )
    .leftJoin('engagement', 'engagement.id', 'call_suggestion.engagement_id')
    .selectAll('call_suggestion')
    .select([
      'engagement.outcome',
      'company.legal_name',
      'company.trade_name',
      'company.sector',
      'company.size_band',
      'company.headcount',
      'company.phone',
      'relation.stage',
    ])
    .where('call_suggestion.chamber_id', '=', chamberId)
    .where('call_suggestion.on_day', '=', day)
    .orderBy('call_suggestion.rank')
    .execute()
}

/** One suggestion of a chamber. */
export async function suggestion(db: ReadDb, chamberId: string, day: string, companyId: string) {
  return db
    .selectFrom('call_suggestion')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('on_day', '=', day)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
}

/** People of these companies who agreed to be kept here and have a telephone, by name. */
export async function contactsToCall(db: ReadDb, companyIds: readonly string[]) {
  if (companyIds.length === 0) return []
  return db
    .selectFrom('company_contact')
    .select(['company_id', 'name', 'position', 'phone'])
    .where('company_id', 'in', companyIds)
    .where('consent', '=', 'given')
    .where('phone', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
