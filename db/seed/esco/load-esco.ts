import { basename } from 'node:path'
import type { Transaction } from 'kysely'
import type { Dialect } from '../../dialect.ts'
import type { OpenDatabase } from '../../open.ts'
import type { ConceptTable } from '../../schema/concept.ts'
import type { Database } from '../../schema/index.ts'
import { DataFileError } from '../csv-rows.ts'
import { checksumOf, loadedChecksum, recordLoad } from '../load-record.ts'
import {
  replaceBroader,
  replaceLabels,
  replaceRelations,
  retireConcepts,
  upsertConcepts,
} from '../write-taxonomy.ts'
import { EscoCollection } from './collect.ts'
import { type EscoFiles, findEscoFiles } from './find-files.ts'
import { readConcepts } from './read-concepts.ts'
import { readBroader, readSkillRelations } from './read-relations.ts'

/** Raise it when the same files load differently. */
const format = 'esco 1'

/** The least share of concepts that a language must have words for, lest a file cut off pass for a translation. */
const leastTranslated = 0.8

/** What was read and written. */
export interface EscoCounts {
  readonly occupations: number
  readonly skills: number
  readonly skillGroups: number
  readonly iscoGroups: number
  readonly labels: number
  /** Relations between occupations and skills: rows of the file, and those that name an unknown concept. */
  readonly relations: number
  readonly unresolvedRelations: number
  readonly broader: number
  readonly unresolvedBroader: number
}

export interface EscoOptions {
  /** Loads files that are loaded already. */
  readonly force?: boolean
  /** The version to note, such as `1.1.1`. */
  readonly version?: string
  /** Gets a line of progress now and then. */
  readonly log?: (line: string) => void
}

/**
 * Loads the official CSV download of ESCO from one or more folders: reads and checks everything, then writes it in one
 * transaction, so that nothing is half-loaded. Words of the built-in vocabulary stay; relations of occupations and skills
 * that ESCO has become ESCO's. Does nothing when the same files are loaded already. Throws `DataFileError` naming file, line and column of what is missing or damaged.
 */
export async function loadEsco(
  { db, dialect }: Pick<OpenDatabase, 'db' | 'dialect'>,
  folders: readonly string[],
  { force = false, version = 'unknown', log = () => {} }: EscoOptions = {},
): Promise<EscoCounts | 'unchanged'> {
  const files = findEscoFiles(folders)
  if (files.skipped.length > 0) log(`languages not kept, skipped: ${files.skipped.join(', ')}`)
  const checksum = await checksumOf(files.paths, format)
  if (!force && (await loadedChecksum(db, 'esco')) === checksum) return 'unchanged'

  const esco = new EscoCollection()
  const counts = await readEsco(files, esco, log)
  await db.transaction().execute(async (trx) => {
    await writeEsco(trx, dialect, esco, log)
    await recordLoad(trx, { source: 'esco', version, checksum })
  })
  return counts
}

async function readEsco(
  files: EscoFiles,
  esco: EscoCollection,
  log: (line: string) => void,
): Promise<EscoCounts> {
  await readConcepts(files, esco)
  const count = (kind: ConceptTable['kind']) =>
    esco.concepts.reduce((sum, concept) => sum + (concept.kind === kind ? 1 : 0), 0)
  const occupations = count('occupation')
  const skills = count('skill')
  const skillGroups = count('skill_group')
  const iscoGroups = count('isco_group')
  for (const [table, found] of [
    ['occupations', occupations],
    ['skills', skills],
    ['skillGroups', skillGroups],
    ['ISCOGroups', iscoGroups],
  ] as const) {
    const path = [...files.worded[table].values()][0] ?? table
    if (found === 0) throw new DataFileError(path, 'the file has no rows')
  }
  checkTranslations(files, esco, { occupations, skills })
  log(
    `read ${occupations} occupations, ${skills} skills, ${skillGroups} skill groups, ${iscoGroups} ISCO groups`,
  )

  const relations = await readSkillRelations(files, esco)
  const jobs = await readBroader(files.related.broaderRelationsOccPillar, 'occupation', esco)
  const abilities = await readBroader(files.related.broaderRelationsSkillPillar, 'skill', esco)
  log(
    `read ${relations.read} relations of occupations and skills, ${jobs.read + abilities.read} broader relations`,
  )
  const unresolvedBroader = jobs.unresolved + abilities.unresolved
  if (relations.unresolved + unresolvedBroader > 0) {
    log(
      `left out ${relations.unresolved} relations and ${unresolvedBroader} broader relations: they name unknown concepts`,
    )
  }
  return {
    occupations,
    skills,
    skillGroups,
    iscoGroups,
    labels: esco.labels.length,
    relations: relations.read,
    unresolvedRelations: relations.unresolved,
    broader: jobs.read + abilities.read,
    unresolvedBroader,
  }
}

function checkTranslations(
  files: EscoFiles,
  esco: EscoCollection,
  all: { occupations: number; skills: number },
): void {
  for (const [table, kind] of [
    ['occupations', 'occupation'],
    ['skills', 'skill'],
  ] as const) {
    const uris = esco.concepts.filter((concept) => concept.kind === kind).map(({ uri }) => uri)
    for (const [lang, path] of files.worded[table]) {
      const worded = uris.filter((uri) => esco.hasLabels(uri, lang)).length
      if (worded / all[table] < leastTranslated) {
        const problem = `words for only ${worded} of ${all[table]} ${table}: is ${basename(path)} cut off?`
        throw new DataFileError(path, problem)
      }
    }
  }
}

async function writeEsco(
  trx: Transaction<Database>,
  dialect: Dialect,
  esco: EscoCollection,
  log: (line: string) => void,
): Promise<void> {
  await upsertConcepts(trx, dialect, esco.concepts)
  const current = new Set(esco.concepts.map((concept) => concept.uri))
  const { handedOver, kept } = await retireConcepts(trx, dialect, 'esco', current)
  if (handedOver.length > 0) {
    // Their built-in relations gave way to ESCO's once: the built-in vocabulary must be loaded again.
    await trx.deleteFrom('taxonomy_load').where('source', '=', 'builtin').execute()
  }
  log(`wrote ${esco.concepts.length} concepts`)
  await replaceLabels(trx, dialect, 'esco', esco.labels, kept)
  log(`wrote ${esco.labels.length} labels`)

  const ofEsco = trx.selectFrom('concept').select('uri').where('source', '=', 'esco')
  await trx
    .deleteFrom('concept_broader')
    .where('source', '=', 'builtin')
    .where('concept_uri', 'in', ofEsco)
    .execute()
  await trx
    .deleteFrom('occupation_skill')
    .where('source', '=', 'builtin')
    .where('occupation_uri', 'in', ofEsco)
    .execute()

  await replaceBroader(trx, dialect, 'esco', esco.broaderRows())
  await replaceRelations(trx, dialect, 'esco', esco.relationRows())
  log(
    `wrote ${esco.relations.length / 3} relations and ${esco.broader.length / 2} broader relations`,
  )
}
