import type { Insertable, Transaction } from 'kysely'
import type { Dialect } from '../../dialect.ts'
import type { OpenDatabase } from '../../open.ts'
import { type IndexedKind, recordIndexChange } from '../../queries/index-change.ts'
import type { Database } from '../../schema/index.ts'
import { batches } from '../batches.ts'
import { demoCountry } from './country.ts'
import { demoChamberId } from './ids.ts'
import { type DemoInput, type DemoRows, type DemoTable, demoTables } from './rows.ts'

/** True when the database holds the demonstration. */
export async function hasDemo(db: OpenDatabase['db']): Promise<boolean> {
  const row = await db
    .selectFrom('chamber')
    .select('id')
    .where('id', '=', demoChamberId)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Loads the demonstration in one transaction and records what the index has to take up. Returns
 * false, and writes nothing, when it is there already. The reference data must be loaded.
 */
export async function seedDemo(
  { db, dialect }: Pick<OpenDatabase, 'db' | 'dialect'>,
  input: DemoInput,
): Promise<boolean> {
  if (await hasDemo(db)) return false
  const rows = demoCountry(input)
  await db.transaction().execute(async (trx) => {
    for (const table of demoTables) await insertAll(trx, dialect, table, rows[table])
    for (const [kind, ids] of Object.entries(indexedIds(rows))) {
      await recordIndexChange(trx, dialect, kind as IndexedKind, ids, input.now)
    }
  })
  return true
}

async function insertAll<T extends DemoTable>(
  trx: Transaction<Database>,
  dialect: Dialect,
  table: T,
  rows: DemoRows[T],
): Promise<void> {
  const values = Object.keys(rows[0] ?? {}).length
  for (const batch of batches<Insertable<Database[DemoTable]>>(rows, values, dialect)) {
    await trx.insertInto<DemoTable>(table).values(batch).execute()
  }
}

function indexedIds(rows: DemoRows): Record<IndexedKind, string[]> {
  const published = (row: { id: string; status: string }) => row.status === 'published'
  return {
    company: rows.company.map(({ id }) => id),
    opportunity: rows.opportunity.filter(published).map(({ id }) => id),
    profile: rows.profile.filter(published).map(({ id }) => id),
  }
}
