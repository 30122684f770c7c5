import { createHash } from 'node:crypto'
import type { ReadDb } from '../open.ts'
import type { ConceptLabelTable } from '../schema/concept-label.ts'
import type { LinkingIndexTable } from '../schema/linking-index.ts'
import { type VocabularyRow, vocabularyRows } from './taxonomy.ts'

/** All that linking learns from: labels, what occupations are in words, and the skills that they cannot do without. */
export interface LinkingRows {
  readonly concepts: VocabularyRow[]
  readonly descriptions: { uri: string; lang: ConceptLabelTable['lang']; text: string }[]
  readonly essential: Map<string, string[]>
}

/** Reads what linking learns from, in the order of URIs. */
export async function linkingRows(db: ReadDb): Promise<LinkingRows> {
  const concepts = await vocabularyRows(db)
  const descriptions = await db
    .selectFrom('concept_label')
    .select(['concept_uri as uri', 'lang', 'label as text'])
    .where('role', '=', 'description')
    .orderBy('concept_uri')
    .orderBy('lang')
    .execute()
  const relations = await db
    .selectFrom('occupation_skill')
    .select(['occupation_uri', 'skill_uri'])
    .where('relation', '=', 'essential')
    .orderBy('occupation_uri')
    .orderBy('skill_uri')
    .execute()
  const essential = new Map<string, string[]>()
  for (const { occupation_uri, skill_uri } of relations) {
    const skills = essential.get(occupation_uri)
    if (skills) skills.push(skill_uri)
    else essential.set(occupation_uri, [skill_uri])
  }
  return { concepts, descriptions, essential }
}

/** Raise it when the same vocabularies give another index. */
const format = 'linking 1'

/** Names what an index is computed from: the loaded vocabularies, and a deployer's words. */
export async function linkingLoads(db: ReadDb): Promise<string> {
  const loads = await db.selectFrom('taxonomy_load').select(['source', 'checksum']).execute()
  const words = await db
    .selectFrom('concept_label')
    .select(['concept_uri', 'lang', 'label'])
    .where('source', '=', 'deployer')
    .execute()
  const hash = createHash('sha256')
  for (const word of words.map((it) => `${it.concept_uri} ${it.lang} ${it.label}`).sort()) {
    hash.update(`${word}\n`)
  }
  const sources = loads.map(({ source, checksum }) => `${source} ${checksum}`).sort()
  return [format, ...sources, `deployer ${hash.digest('hex')}`].join('\n')
}

/** Kinds and languages of the stored indexes with what each was computed from. */
export async function linkingOrigins(
  db: ReadDb,
): Promise<Pick<LinkingIndexTable, 'kind' | 'lang' | 'loads'>[]> {
  return await db.selectFrom('linking_index').select(['kind', 'lang', 'loads']).execute()
}

/** The stored indexes that were computed from these loads. */
export async function linkingIndexes(
  db: ReadDb,
  loads: string,
): Promise<Pick<LinkingIndexTable, 'kind' | 'lang' | 'bytes'>[]> {
  return await db
    .selectFrom('linking_index')
    .select(['kind', 'lang', 'bytes'])
    .where('loads', '=', loads)
    .execute()
}
