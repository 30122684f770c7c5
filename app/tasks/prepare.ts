import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { loadReference } from '#db/seed/load-reference.ts'

/** Migrates the database and loads the built-in reference data where they are behind. */
export async function prepareDatabase(databaseUrl: string): Promise<void> {
  const open = openDatabase(databaseUrl)
  try {
    await migrate(open)
    await loadReference(open.db, open.dialect)
  } finally {
    await open.close()
  }
}
