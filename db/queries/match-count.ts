import type { Insertable } from 'kysely'
import type { Db, ReadDb } from '../open.ts'
import type { MatchCountTable } from '../schema/match-count.ts'

/** How many people fit each published opportunity of a country, as far as they were counted. */
export async function matchCounts(db: ReadDb, country: string) {
  return db
    .selectFrom('match_count')
    .innerJoin('opportunity', 'opportunity.id', 'match_count.opportunity_id')
    .selectAll('match_count')
    .where('opportunity.country', '=', country)
    .where('opportunity.status', '=', 'published')
    .execute()
}

/**
 * Published opportunities that were never counted, that changed since, or that were counted before an
 * instant; those that wait longest first.
 */
export async function uncountedOpportunities(
  db: ReadDb,
  before: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('opportunity')
    .leftJoin('match_count', 'match_count.opportunity_id', 'opportunity.id')
    .select('opportunity.id')
    .where('opportunity.status', '=', 'published')
    .where((eb) =>
      eb.or([
        eb('match_count.counted_at', 'is', null),
        eb('match_count.counted_at', '<', before),
        eb('match_count.counted_at', '<', eb.ref('opportunity.updated_at')),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('match_count.counted_at', eb.val('')))
    .orderBy('opportunity.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Stores counts in place of those before. Opportunities that are gone meanwhile are left out. */
export async function saveMatchCounts(
  db: Db,
  rows: readonly Insertable<MatchCountTable>[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ids = rows.map((row) => row.opportunity_id)
    const there = await trx.selectFrom('opportunity').select('id').where('id', 'in', ids).execute()
    const known = new Set(there.map((row) => row.id))
    for (const { opportunity_id, ...counts } of rows) {
      if (!known.has(opportunity_id)) continue
      await trx
        .insertInto('match_count')
        .values({ opportunity_id, ...counts })
        .onConflict((conflict) => conflict.column('opportunity_id').doUpdateSet(counts))
        .execute()
    }
  })
}
