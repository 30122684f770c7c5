import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Dialect } from '../dialect.ts'
import type { Db } from '../open.ts'
import type { ConceptLabelTable } from '../schema/concept-label.ts'
import { batches } from './batches.ts'
import { DataFileError, readRows } from './csv-rows.ts'
import { csvFiles } from './read-vocabulary.ts'

const columns = ['lang', 'word', 'uri'] as const
const languages: readonly string[] = ['fr', 'en', 'ar']
const longestWord = 120

/** What was loaded of the synonym files. */
export interface SynonymCounts {
  readonly words: number
  /** Rows for concepts that no loaded vocabulary has; they count when one that has them is imported. */
  readonly unknown: number
  /** Rows that were left out, with file and line. */
  readonly problems: string[]
  /** False when the same words stood there already. */
  readonly changed: boolean
}

interface Synonym {
  readonly uri: string
  readonly lang: ConceptLabelTable['lang']
  readonly word: string
}

/**
 * Puts the words of the deployer's synonym files (columns `lang`, `word`, `uri`) in the place of those loaded before. A bad
 * row is left out and reported. Without `file` the product's own list serves. Throws `DataFileError` when a file is
 * missing or no table.
 */
export async function loadSynonyms(
  { db, dialect }: { db: Db; dialect: Dialect },
  file?: string | null,
): Promise<SynonymCounts> {
  if (file && !existsSync(file)) throw new DataFileError(file, 'this file is missing')
  const paths = file ? [file] : csvFiles(join(import.meta.dirname, 'synonyms'))
  const problems: string[] = []
  const synonyms = paths.flatMap((path) => readSynonyms(path, problems))
  const concepts = await db
    .selectFrom('concept')
    .select('uri')
    .where('kind', 'in', ['occupation', 'skill'])
    .execute()
  const known = new Set(concepts.map(({ uri }) => uri))
  const rows = labelRows(synonyms.filter(({ uri }) => known.has(uri)))
  const before = await db
    .selectFrom('concept_label')
    .selectAll()
    .where('source', '=', 'deployer')
    .execute()
  const changed = fingerprint(before) !== fingerprint(rows)
  if (changed) {
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('concept_label').where('source', '=', 'deployer').execute()
      for (const values of batches(rows, 6, dialect)) {
        await trx.insertInto('concept_label').values(values).execute()
      }
    })
  }
  return { words: rows.length, unknown: synonyms.length - rows.length, problems, changed }
}

function readSynonyms(path: string, problems: string[]): Synonym[] {
  const seen = new Set<string>()
  return readRows(path, columns).flatMap(({ line, cells }) => {
    const [lang, word, uri] = [cells.lang.trim(), cells.word.trim(), cells.uri.trim()]
    const key = `${lang} ${word.toLowerCase()} ${uri}`
    const problem = isLanguage(lang)
      ? problemOf(word, uri, seen.has(key))
      : { column: 'lang', text: `${JSON.stringify(lang)} is none of ${languages.join(', ')}` }
    if (problem) {
      problems.push(new DataFileError(path, problem.text, { line, column: problem.column }).message)
      return []
    }
    seen.add(key)
    return [{ lang: lang as Synonym['lang'], word, uri }]
  })
}

function isLanguage(lang: string): lang is Synonym['lang'] {
  return languages.includes(lang)
}

function problemOf(word: string, uri: string, repeated: boolean) {
  if (word === '') return { column: 'word', text: 'empty' }
  if (word.length > longestWord || !/\p{L}/u.test(word)) {
    return {
      column: 'word',
      text: `not a word or a short phrase: ${JSON.stringify(word.slice(0, 60))}`,
    }
  }
  if (!/^https?:\/\/\S+$/.test(uri)) {
    return { column: 'uri', text: `not the URI of a concept: ${JSON.stringify(uri.slice(0, 120))}` }
  }
  return repeated ? { column: 'word', text: `${word} stands here twice for this concept` } : null
}

function labelRows(synonyms: readonly Synonym[]): ConceptLabelTable[] {
  const positions = new Map<string, number>()
  return synonyms.map(({ uri, lang, word }) => {
    const position = positions.get(`${uri} ${lang}`) ?? 0
    positions.set(`${uri} ${lang}`, position + 1)
    return {
      concept_uri: uri,
      lang,
      role: 'alternative',
      source: 'deployer',
      position,
      label: word,
    }
  })
}

function fingerprint(rows: readonly ConceptLabelTable[]): string {
  return rows
    .map((row) => `${row.concept_uri} ${row.lang} ${row.position} ${row.label}`)
    .sort()
    .join('\n')
}
