import { sql } from 'kysely'
import type { Dialect } from './dialect.ts'
import type { Db } from './open.ts'
import type { Database } from './schema/index.ts'

/**
 * Has the database look anew at how many rows these tables have and what is in them, by which it chooses how to read: after thousands were
 * written at once it would go by what was there before. SQLite looks where it thinks it worth while. Not within a transaction.
 */
export async function refreshStatistics(
  db: Db,
  dialect: Dialect,
  tables: readonly (keyof Database)[],
): Promise<void> {
  if (dialect === 'sqlite') await sql`pragma optimize`.execute(db)
  else await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db)
}
