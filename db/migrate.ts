import { Migrator } from 'kysely/migration'
import { migrationProvider } from './migrations/index.ts'
import type { OpenDatabase } from './open.ts'

/** Brings the database to the newest schema. Returns the names of the migrations that ran, none when it was there already. Throws what the first failing one threw; that one is rolled back whole. */
export async function migrate(open: Pick<OpenDatabase, 'db' | 'dialect'>): Promise<string[]> {
  const migrator = new Migrator({ db: open.db, provider: migrationProvider(open.dialect) })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}
