import { buildField } from '#app/domain/reference/build-field.server.ts'
import { storeLinking } from '#app/domain/reference/linking-index.server.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import { loadBoundaries } from '#db/seed/load-boundaries.ts'
import { loadReference } from '#db/seed/load-reference.ts'
import { loadSynonyms } from '#db/seed/load-synonyms.ts'

export interface PrepareOptions {
  /** The deployer's own synonym file; null for the product's list. */
  readonly synonymsFile?: string | null
  readonly warn?: (line: string) => void
}

/**
 * Migrates the database, loads the built-in reference data and the deployer's synonyms, computes the skills' vectors and
 * the index of words, where they are behind. `warn` gets a line for each synonym that cannot be read.
 */
export async function prepareDatabase(
  databaseUrl: string,
  { synonymsFile = null, warn = () => {} }: PrepareOptions = {},
): Promise<void> {
  const open = openDatabase(databaseUrl)
  try {
    await migrate(open)
    await loadReference(open.db, open.dialect)
    await loadBoundaries(open.db)
    const { problems } = await loadSynonyms(open, synonymsFile)
    for (const problem of problems) warn(problem)
    await buildField(open.db)
    await storeLinking(open.db, { small: true })
  } finally {
    await open.close()
  }
}
