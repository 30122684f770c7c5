import type { ReadDb } from '../open.ts'

/** One merge; null when there is none. */
export async function mergeById(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('company_merge')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The last merges of a chamber's staff that hold, the newest first, with the survivor's name now. */
export async function lastMerges(db: ReadDb, chamberId: string, limit: number) {
  return db
    .selectFrom('company_merge')
    .innerJoin('company', 'company.id', 'company_merge.survivor_id')
    .select([
      'company_merge.id',
      'company_merge.merged_at',
      'company_merge.survivor_id',
      'company_merge.kept',
      'company.legal_name',
      'company.trade_name',
    ])
    .where('company_merge.chamber_id', '=', chamberId)
    .where('company_merge.undone_at', 'is', null)
    .orderBy('company_merge.merged_at', 'desc')
    .orderBy('company_merge.id', 'desc')
    .limit(limit)
    .execute()
}

/** The company that this one was merged into, the latest time; null where it was not, or no more. */
export async function mergeTarget(db: ReadDb, mergedId: string): Promise<string | null> {
  const row = await db
    .selectFrom('company_merge')
    .select('survivor_id')
    .where('merged_id', '=', mergedId)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.survivor_id ?? null
}

/** The companies that were merged into one of these, and still are. */
export async function mergedIntoAny(db: ReadDb, survivorIds: readonly string[]): Promise<string[]> {
  if (survivorIds.length === 0) return []
  const rows = await db
    .selectFrom('company_merge')
    .select('merged_id')
    .where('survivor_id', 'in', survivorIds)
    .where('undone_at', 'is', null)
    .execute()
  return rows.map((row) => row.merged_id)
}

/** Pairs of companies of a country that somebody said are not the same. */
export async function distinctPairs(db: ReadDb, country: string) {
  return db
    .selectFrom('distinct_companies')
    .innerJoin('company', 'company.id', 'distinct_companies.company_a')
    .select(['company_a', 'company_b'])
    .where('company.country', '=', country)
    .execute()
}

/** Names, sectors and main places of these companies. */
export async function companiesByIds(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('company')
    .leftJoin('site', (join) =>
      join.onRef('site.company_id', '=', 'company.id').on('site.is_main', '=', 1),
    )
    .select([
      'company.id',
      'company.legal_name',
      'company.trade_name',
      'company.sector',
      'site.place_id',
    ])
    .where('company.id', 'in', ids)
    .execute()
}

/** The sectors that a company has besides its main one. */
export async function furtherSectorsOf(db: ReadDb, companyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('company_sector')
    .select('sector')
    .where('company_id', '=', companyId)
    .orderBy('sector')
    .execute()
  return rows.map((row) => row.sector)
}

/** Official numbers and sites of these companies, with coordinates: what twins are told by. */
export async function twinDetails(db: ReadDb, ids: readonly string[]) {
  const [identifiers, sites] = await Promise.all([
    db
      .selectFrom('company_identifier')
      .select(['scheme', 'value', 'company_id'])
      .where('company_id', 'in', ids)
      .execute(),
    db
      .selectFrom('site')
      .innerJoin('place', 'place.id', 'site.place_id')
      .select([
        'site.company_id',
        'site.place_id',
        'site.lat',
        'site.lng',
        'place.lat as place_lat',
        'place.lng as place_lng',
      ])
      .where('site.company_id', 'in', ids)
      .execute(),
  ])
  return { identifiers, sites }
}

/** A text that is another as soon as a company or a site of the country is added, changed or gone. */
export async function registerStamp(db: ReadDb, country: string): Promise<string> {
  const [companies, sites] = await Promise.all([
    db
      .selectFrom('company')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.max<string | null>('updated_at').as('changed'),
      ])
      .where('country', '=', country)
      .executeTakeFirst(),
    db
      .selectFrom('site')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.max('site.id').as('last'),
        eb.fn.sum('site.lat').as('lat'),
        eb.fn.sum('site.lng').as('lng'),
      ])
      .executeTakeFirst(),
  ])
  return [
    companies?.count,
    companies?.changed,
    sites?.count,
    sites?.last,
    sites?.lat,
    sites?.lng,
  ].join(' ')
}
