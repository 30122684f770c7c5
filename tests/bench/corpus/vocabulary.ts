import { join } from 'node:path'
import { buildField } from '#app/domain/reference/build-field.server.ts'
import {
  loadReference,
  loadTaxonomyRows,
  type Reference,
} from '#app/domain/reference/load-reference.server.ts'
import { prepareDatabase } from '#app/tasks/prepare.ts'
import { openDatabase } from '#db/open.ts'
import { loadEsco } from '#db/seed/esco/load-esco.ts'

/** What documents are drawn from. */
export interface Vocabulary {
  readonly reference: Reference
  readonly rows: Awaited<ReturnType<typeof loadTaxonomyRows>>
}

/**
 * Makes a database with the reference data: ESCO where `escoFolder` names its download, else the
 * built-in vocabulary. Returns its address for `readVocabulary`.
 */
export async function makeVocabulary(folder: string, escoFolder?: string): Promise<string> {
  const url = `file:${join(folder, 'reference.db')}`
  await prepareDatabase(url)
  const open = openDatabase(url)
  try {
    if (escoFolder) await loadEsco(open, [escoFolder])
    await buildField(open.db)
  } finally {
    await open.close()
  }
  return url
}

/** Reads what `makeVocabulary` made, as a server does when it starts. */
export async function readVocabulary(url: string): Promise<Vocabulary> {
  const open = openDatabase(url)
  try {
    return { reference: await loadReference(open.db), rows: await loadTaxonomyRows(open.db) }
  } finally {
    await open.close()
  }
}
