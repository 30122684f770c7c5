import type { ReadDb } from '../open.ts'

/** How many ids go into one question: both databases take more, but plan worse. */
const idsAtOnce = 500

async function inBatches<Row>(
  ids: readonly string[] | null,
  ask: (ids: readonly string[] | null) => Promise<Row[]>,
): Promise<Row[]> {
  if (ids === null) return ask(null)
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    rows.push(...(await ask(ids.slice(at, at + idsAtOnce))))
  }
  return rows
}

/** How many companies a country has and when the last of them changed: whether what is in memory is of now. */
export async function companyState(db: ReadDb, country: string) {
  const row = await db
    .selectFrom('company')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('updated_at').as('newest')])
    .where('country', '=', country)
    .executeTakeFirst()
  return { count: Number(row?.count ?? 0), newest: row?.newest ?? '' }
}

/** Companies of a country that changed at an instant or later, with their versions. */
export async function companiesChangedSince(db: ReadDb, country: string, instant: string) {
  return db
    .selectFrom('company')
    .select(['id', 'version'])
    .where('country', '=', country)
    .where('updated_at', '>=', instant)
    .execute()
}

/** What the map counts of companies: all of a country, or those among these ids. */
export async function mapCompanies(db: ReadDb, country: string, ids: readonly string[] | null) {
  return inBatches(ids, (some) => {
    const query = db
      .selectFrom('company')
      .select([
        'id',
        'legal_name',
        'trade_name',
        'sector',
        'size_band',
        'headcount',
        'chamber_id',
        'verified_at',
        'visibility',
        'created_at',
        'version',
      ])
      .where('country', '=', country)
    return (some ? query.where('id', 'in', some) : query).execute()
  })
}

/** Where companies are, the main site of each first. */
export async function mapSites(db: ReadDb, country: string, companyIds: readonly string[] | null) {
  return inBatches(companyIds, (some) => {
    const query = db
      .selectFrom('site')
      .innerJoin('company', 'company.id', 'site.company_id')
      .select([
        'site.id',
        'site.company_id',
        'site.place_id',
        'site.is_main',
        'site.lat',
        'site.lng',
      ])
      .where('company.country', '=', country)
      .orderBy('site.is_main', 'desc')
      .orderBy('site.id')
    return (some ? query.where('site.company_id', 'in', some) : query).execute()
  })
}

/** Published opportunities of a country, or those among these ids. */
export async function mapPosts(db: ReadDb, country: string, ids: readonly string[] | null) {
  return inBatches(ids, (some) => {
    const query = db
      .selectFrom('opportunity')
      .select([
        'id',
        'company_id',
        'site_id',
        'place_id',
        'kind',
        'occupation_uri',
        'posts',
        'deadline',
        'published_at',
      ])
      .where('country', '=', country)
      .where('status', '=', 'published')
    return (some ? query.where('id', 'in', some) : query).execute()
  })
}

/** What published opportunities ask for. */
export async function mapPostSkills(db: ReadDb, country: string, ids: readonly string[] | null) {
  return inBatches(ids, (some) => {
    const query = db
      .selectFrom('opportunity_skill')
      .innerJoin('opportunity', 'opportunity.id', 'opportunity_skill.opportunity_id')
      .select([
        'opportunity_skill.opportunity_id',
        'opportunity_skill.skill_uri',
        'opportunity_skill.essential',
      ])
      .where('opportunity.country', '=', country)
      .where('opportunity.status', '=', 'published')
    return (some ? query.where('opportunity_skill.opportunity_id', 'in', some) : query).execute()
  })
}

/** Hires that companies of a country expect and that have not come yet, from a quarter (`2027-Q1`) to another. */
export async function openIntentions(db: ReadDb, country: string, from: string, to: string) {
  return db
    .selectFrom('intention')
    .innerJoin('company', 'company.id', 'intention.company_id')
    .leftJoin('site', 'site.id', 'intention.site_id')
    .select([
      'intention.id',
      'intention.company_id',
      'intention.kind',
      'intention.occupation_uri',
      'intention.quarter',
      'intention.posts',
      'site.place_id',
    ])
    .where('company.country', '=', country)
    .where('intention.status', '=', 'open')
    .where('intention.quarter', '>=', from)
    .where('intention.quarter', '<=', to)
    .execute()
}

/** Hires that started from a day to another, with what they were for. */
export async function hiresBetween(db: ReadDb, country: string, from: string, to: string) {
  return db
    .selectFrom('placement')
    .innerJoin('opportunity', 'opportunity.id', 'placement.opportunity_id')
    .select([
      'placement.id',
      'placement.started_on',
      'opportunity.id as opportunity_id',
      'opportunity.company_id',
      'opportunity.place_id',
      'opportunity.kind',
      'opportunity.occupation_uri',
    ])
    .where('opportunity.country', '=', country)
    .where('placement.started_on', '>=', from)
    .where('placement.started_on', '<=', to)
    .execute()
}

/** The companies that a chamber has brought to work with the programme. */
export async function onboardedCompanies(db: ReadDb, chamberId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('relation')
    .select('company_id')
    .where('chamber_id', '=', chamberId)
    .where('stage', 'in', ['onboarded', 'active'])
    .execute()
  return new Set(rows.map((row) => row.company_id))
}

/** Chambers of a country, by name. */
export async function chambersOfCountry(db: ReadDb, country: string) {
  return db
    .selectFrom('chamber')
    .select(['id', 'name'])
    .where('country', '=', country)
    .orderBy('name')
    .execute()
}

/** What a list of the map shows of these companies, in no order. */
export async function mapCompanyRows(db: ReadDb, ids: readonly string[]) {
  return inBatches(ids, (some) =>
    db
      .selectFrom('company')
      .select([
        'id',
        'legal_name',
        'trade_name',
        'sector',
        'size_band',
        'headcount',
        'website',
        'verified_at',
      ])
      .where('id', 'in', some ?? [])
      .execute(),
  )
}

/** What opportunities are called. */
export async function opportunityTitles(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db.selectFrom('opportunity').select(['id', 'title']).where('id', 'in', ids).execute()
}
