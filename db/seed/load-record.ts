import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Transaction } from 'kysely'
import { toInstant } from '../codec.ts'
import type { ReadDb } from '../open.ts'
import type { Database } from '../schema/index.ts'
import type { TaxonomyLoadTable } from '../schema/taxonomy-load.ts'

/** SHA-256 in hexadecimal of files' names and contents. `format` is the loader's own version: raise it when the same files load differently. */
export async function checksumOf(paths: readonly string[], format: string): Promise<string> {
  const hash = createHash('sha256').update(format)
  for (const path of paths) {
    hash.update(`\0${basename(path)}\0`)
    for await (const piece of createReadStream(path)) hash.update(piece)
  }
  return hash.digest('hex')
}

/** The checksum of what was loaded last from this source; undefined when nothing was. */
export async function loadedChecksum(
  db: ReadDb,
  source: TaxonomyLoadTable['source'],
): Promise<string | undefined> {
  const row = await db
    .selectFrom('taxonomy_load')
    .select('checksum')
    .where('source', '=', source)
    .executeTakeFirst()
  return row?.checksum
}

/** Notes what was loaded, in the transaction that loads it. */
export async function recordLoad(
  trx: Transaction<Database>,
  load: { source: TaxonomyLoadTable['source']; version: string; checksum: string },
): Promise<void> {
  await trx.deleteFrom('taxonomy_load').where('source', '=', load.source).execute()
  await trx
    .insertInto('taxonomy_load')
    .values({ ...load, loaded_at: toInstant(new Date()) })
    .execute()
}
