import { sql } from 'kysely'
import { toInstant } from '../codec.ts'
import type { Dialect } from '../dialect.ts'
import type { Db, ReadDb } from '../open.ts'
import type { IndexChangeTable } from '../schema/index-change.ts'

/** The kinds of document that the index holds. */
export type IndexedKind = IndexChangeTable['kind']

/**
 * Records that documents changed. Call it inside the transaction that changes them. On PostgreSQL
 * it also takes a lock until the commit, so that sequences become visible in their order and a
 * reader that has seen one has seen all before it.
 */
export async function recordIndexChange(
  transaction: Db,
  dialect: Dialect,
  kind: IndexedKind,
  entityIds: readonly string[],
  now: Date,
): Promise<void> {
  if (entityIds.length === 0) return
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(7277)`.execute(transaction)
  const created_at = toInstant(now)
  // One statement binds only so many values, and a whole list of companies may change at once.
  for (let at = 0; at < entityIds.length; at += mostAtOnce) {
    await transaction
      .insertInto('index_change')
      .values(
        entityIds.slice(at, at + mostAtOnce).map((entity_id) => ({ kind, entity_id, created_at })),
      )
      .execute()
  }
}

const mostAtOnce = 2000

/** The changes after a sequence, in order, at most `limit`. */
export async function indexChangesAfter(
  db: ReadDb,
  sequence: number,
  limit: number,
): Promise<{ sequence: number; kind: IndexedKind; entityId: string; createdAt: string }[]> {
  return db
    .selectFrom('index_change')
    .select(['sequence', 'kind', 'entity_id as entityId', 'created_at as createdAt'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
}

const lastChange = (db: ReadDb) =>
  db.selectFrom('index_change').select((eb) => eb.fn.max('sequence').as('last'))
/** Kept built: every page asks. */
const lastChanges = new WeakMap<ReadDb, ReturnType<typeof lastChange>>()

/** The newest sequence written; 0 when nothing ever changed. */
export async function lastIndexChange(db: ReadDb): Promise<number> {
  const query = lastChanges.get(db) ?? lastChange(db)
  lastChanges.set(db, query)
  const row = await query.executeTakeFirst()
  return Number(row?.last ?? 0)
}
