import type { ReadDb } from '../open.ts'

/**
 * What orders a list of opportunities, of those among these ids that may be seen on `today`:
 * published, and not past their deadline. One query; in no order.
 */
export async function opportunityKeys(db: ReadDb, ids: readonly string[], today: string) {
  if (ids.length === 0) return []
  return db
    .selectFrom('opportunity')
    .select(['id', 'place_id', 'published_at as newest', 'deadline'])
    .where('id', 'in', ids)
    .where('status', '=', 'published')
    .where((eb) => eb.or([eb('deadline', 'is', null), eb('deadline', '>=', today)]))
    .execute()
}

/** What orders a list of profiles, of those among these ids that are published. One query; in no order. */
export async function profileKeys(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('profile')
    .select(['id', 'place_id', 'updated_at as newest'])
    .where('id', 'in', ids)
    .where('status', '=', 'published')
    .execute()
}
