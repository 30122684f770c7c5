import type { ReadDb } from '../open.ts'

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
