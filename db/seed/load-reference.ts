import { join } from 'node:path'
import type { Transaction } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { Db } from '../open.ts'
import type { Database } from '../schema/index.ts'
import type { PlaceTable } from '../schema/place.ts'
import type { SectorTable } from '../schema/sector.ts'
import { batches } from './batches.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import { checksumOf, loadedChecksum, recordLoad } from './load-record.ts'
import { readPlaces, readSectors } from './read-places.ts'
import { csvFiles, readVocabulary } from './read-vocabulary.ts'
import { unusedPlaces } from './unused-rows.ts'
import { type TaxonomyTables, vocabularyRows } from './vocabulary-rows.ts'
import {
  replaceBroader,
  replaceLabels,
  replaceRelations,
  retireConcepts,
  upsertConcepts,
} from './write-taxonomy.ts'

/** Raise it when the same files load differently. */
const format = 'builtin 1'

/** What the built-in reference data holds, and whether it was written now or stood there already. */
export interface ReferenceCounts {
  readonly loaded: boolean
  readonly occupations: number
  readonly skills: number
  readonly groups: number
  readonly relations: number
  readonly places: number
  readonly sectors: number
}

/**
 * Loads the vocabulary, places and sectors that the product brings, in one transaction; nothing is written when they are
 * loaded already. Concepts and places that somebody refers to are never deleted. Where ESCO is loaded its relations stay.
 * Throws `DataFileError` on a malformed file, an error that lists the problems of an unsound vocabulary.
 */
export async function loadReference(
  db: Db,
  dialect: Dialect,
  folder: string = import.meta.dirname,
): Promise<ReferenceCounts> {
  const vocabularyFolder = join(folder, 'vocabulary')
  const vocabulary = readVocabulary(vocabularyFolder)
  const places = readPlaces(join(folder, 'places'))
  const sectors = readSectors(join(folder, 'sectors.csv'))
  const problems = checkVocabulary(vocabulary)
  if (problems.length > 0) throw new Error(`The vocabulary is not sound:\n${problems.join('\n')}`)

  const tables = vocabularyRows(vocabulary)
  const counts = {
    occupations: vocabulary.occupations.length,
    skills: vocabulary.skills.length,
    groups: vocabulary.groups.length,
    relations: tables.relations.length,
    places: places.length,
    sectors: sectors.length,
  }
  const kinds = ['groups', 'skills', 'occupations']
  const checksum = await checksumOf(
    [
      ...kinds.flatMap((kind) => csvFiles(join(vocabularyFolder, kind))),
      ...csvFiles(join(folder, 'places')),
      join(folder, 'sectors.csv'),
    ],
    format,
  )
  if ((await loadedChecksum(db, 'builtin')) === checksum) return { loaded: false, ...counts }

  await db.transaction().execute(async (trx) => {
    await writeVocabulary(trx, dialect, tables)
    await writePlaces(trx, dialect, places)
    await writeSectors(trx, dialect, sectors)
    await recordLoad(trx, { source: 'builtin', version: checksum.slice(0, 12), checksum })
  })
  return { loaded: true, ...counts }
}

async function writeVocabulary(
  trx: Transaction<Database>,
  dialect: Dialect,
  { concepts, labels, broader, relations }: TaxonomyTables,
): Promise<void> {
  await upsertConcepts(trx, dialect, concepts)
  const uris = new Set(concepts.map(({ uri }) => uri))
  const { kept } = await retireConcepts(trx, dialect, 'builtin', uris)
  await replaceLabels(trx, dialect, 'builtin', labels, kept)
  const inEsco = await trx
    .selectFrom('concept')
    .select('uri')
    .where('source', '=', 'esco')
    .execute()
  const esco = new Set(inEsco.map(({ uri }) => uri))
  const own = <Row>(rows: readonly Row[], uri: (row: Row) => string) =>
    rows.filter((row) => !esco.has(uri(row)))
  await replaceBroader(
    trx,
    dialect,
    'builtin',
    own(broader, (row) => row.concept_uri),
  )
  await replaceRelations(
    trx,
    dialect,
    'builtin',
    own(relations, (row) => row.occupation_uri),
  )
}

async function writePlaces(
  trx: Transaction<Database>,
  dialect: Dialect,
  places: readonly PlaceTable[],
): Promise<void> {
  for (const values of batches(places, 11, dialect)) {
    await trx
      .insertInto('place')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          country: eb.ref('excluded.country'),
          name_fr: eb.ref('excluded.name_fr'),
          name_en: eb.ref('excluded.name_en'),
          name_ar: eb.ref('excluded.name_ar'),
          admin1: eb.ref('excluded.admin1'),
          admin2: eb.ref('excluded.admin2'),
          lat: eb.ref('excluded.lat'),
          lng: eb.ref('excluded.lng'),
          kind: eb.ref('excluded.kind'),
          weight: eb.ref('excluded.weight'),
        })),
      )
      .execute()
  }
  const current = new Set(places.map(({ id }) => id))
  const known = await trx.selectFrom('place').select('id').execute()
  const gone = known.map(({ id }) => id).filter((id) => !current.has(id))
  const unused = await unusedPlaces(trx, dialect, gone)
  for (const ids of batches(unused, 1, dialect)) {
    await trx.deleteFrom('place').where('id', 'in', ids).execute()
  }
}

/** Sectors are codes of ISIC Rev.4: they are added and renamed, never taken away. */
async function writeSectors(
  trx: Transaction<Database>,
  dialect: Dialect,
  sectors: readonly SectorTable[],
): Promise<void> {
  for (const values of batches(sectors, 7, dialect)) {
    await trx
      .insertInto('sector')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((eb) => ({
          level: eb.ref('excluded.level'),
          parent: eb.ref('excluded.parent'),
          name_fr: eb.ref('excluded.name_fr'),
          name_en: eb.ref('excluded.name_en'),
          name_ar: eb.ref('excluded.name_ar'),
          words_fr: eb.ref('excluded.words_fr'),
        })),
      )
      .execute()
  }
}
