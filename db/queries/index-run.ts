import type { Insertable, Selectable } from 'kysely'
import type { Db, ReadDb } from '../open.ts'
import type { IndexRunTable } from '../schema/index-run.ts'

export type IndexRun = Selectable<IndexRunTable>
export type IndexRunKind = IndexRunTable['kind']

/** Runs of a kind that are kept for each index. */
const kept = 50

/** The newest run of a kind on an index, ended or not; null before the first. */
export async function latestIndexRun(
  db: ReadDb,
  store: string,
  kind: IndexRunKind,
): Promise<IndexRun | null> {
  const row = await db
    .selectFrom('index_run')
    .selectAll()
    .where('store', '=', store)
    .where('kind', '=', kind)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The newest rebuild of an index that ended well; null where there was none. */
export async function latestRebuild(db: ReadDb, store: string): Promise<IndexRun | null> {
  const row = await db
    .selectFrom('index_run')
    .selectAll()
    .where('store', '=', store)
    .where('kind', '=', 'rebuild')
    .where('finished_at', 'is not', null)
    .where('error', 'is', null)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Runs of a kind on an index that have not ended, newest first; their processes may be gone. */
export function unendedIndexRuns(
  db: ReadDb,
  store: string,
  kind: IndexRunKind,
): Promise<IndexRun[]> {
  return db
    .selectFrom('index_run')
    .selectAll()
    .where('store', '=', store)
    .where('kind', '=', kind)
    .where('finished_at', 'is', null)
    .orderBy('started_at', 'desc')
    .execute()
}

/** Writes a run that begins, and forgets the oldest of its kind. */
export async function insertIndexRun(db: Db, run: Insertable<IndexRunTable>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('index_run').values(run).execute()
    const oldest = await trx
      .selectFrom('index_run')
      .select('started_at')
      .where('store', '=', run.store)
      .where('kind', '=', run.kind)
      .orderBy('started_at', 'desc')
      .offset(kept)
      .limit(1)
      .executeTakeFirst()
    if (!oldest) return
    await trx
      .deleteFrom('index_run')
      .where('store', '=', run.store)
      .where('kind', '=', run.kind)
      .where('started_at', '<=', oldest.started_at)
      .execute()
  })
}

/** Writes how far a run is, or how it ended. */
export async function updateIndexRun(
  db: Db,
  id: string,
  change: Partial<
    Pick<IndexRun, 'updated_at' | 'finished_at' | 'done' | 'total' | 'differences' | 'error'>
  >,
): Promise<void> {
  await db.updateTable('index_run').set(change).where('id', '=', id).execute()
}
