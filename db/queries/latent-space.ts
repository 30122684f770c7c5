import { fromList } from '../codec.ts'
import type { ReadDb } from '../open.ts'

/** Raise it when the same taxonomy gives another space. */
const format = 'latent space 1'

/** Latent vectors of skills as they are kept: whole numbers, and what to multiply each row by. */
export interface StoredLatentSpace {
  readonly structure: string
  readonly dimensions: number
  readonly uris: readonly string[]
  readonly scales: Float32Array
  readonly vectors: Int8Array
}

/** The stored space; null when none was built yet. */
export async function latentSpace(db: ReadDb): Promise<StoredLatentSpace | null> {
  const row = await db.selectFrom('latent_space').selectAll().executeTakeFirst()
  if (!row) return null
  const { structure, dimensions, scales, vectors } = row
  return {
    structure,
    dimensions,
    uris: fromList(row.skill_uris),
    // Copied: a driver's buffer need not begin where a number of 4 bytes may.
    scales: new Float32Array(Uint8Array.from(scales).buffer),
    vectors: new Int8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength),
  }
}

/** What the stored space was built from, in few bytes; null when none was built yet. */
export async function latentSpaceOrigin(
  db: ReadDb,
): Promise<{ structure: string; loads: string } | null> {
  const row = await db.selectFrom('latent_space').select(['structure', 'loads']).executeTakeFirst()
  return row ?? null
}

/** Names the loaded vocabularies, and how a space is computed from them. */
export async function vocabularyLoads(db: ReadDb): Promise<string> {
  const loads = await db.selectFrom('taxonomy_load').select(['source', 'checksum']).execute()
  return [format, ...loads.map(({ source, checksum }) => `${source} ${checksum}`).sort()].join('\n')
}
