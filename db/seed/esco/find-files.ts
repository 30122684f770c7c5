import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DataFileError } from '../csv-rows.ts'

/** The languages whose words are kept. */
export type Language = 'fr' | 'en' | 'ar'

const kept: readonly string[] = ['fr', 'en', 'ar'] satisfies Language[]

/** Tables with words, one file a language; each must be there in French or English. */
const worded = ['occupations', 'skills', 'ISCOGroups', 'skillGroups', 'skillsHierarchy'] as const

/** Tables of relations: the same in every language. */
const related = [
  'occupationSkillRelations',
  'broaderRelationsOccPillar',
  'broaderRelationsSkillPillar',
] as const

type Worded = (typeof worded)[number]
type Related = (typeof related)[number]

/** Where the tables of an ESCO download lie. */
export interface EscoFiles {
  /** The files of a table by language. */
  readonly worded: Readonly<Record<Worded, ReadonlyMap<Language, string>>>
  readonly related: Readonly<Record<Related, string>>
  /** Languages that are there and not kept. */
  readonly skipped: string[]
  /** All files that are read. */
  readonly paths: string[]
}

/**
 * Finds the tables in one or more folders (the portal gives one download a language), under the names of v1.1
 * (`occupationSkillRelations.csv`) or v1.2 (`occupationSkillRelations_en.csv`). A table of words without a language in
 * its name counts as English. Throws `DataFileError` naming the file that is missing.
 */
export function findEscoFiles(folders: readonly string[]): EscoFiles {
  const found = new Map<string, string>()
  for (const folder of folders) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new DataFileError(folder, 'no such folder')
    }
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name)
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), path)
    }
  }

  const skipped = new Set<string>()
  const byLanguage = (table: Worded) => {
    const files = new Map<Language, string>()
    const pattern = new RegExp(`^${table}(?:_([a-z]{2}))?\\.csv$`, 'i')
    for (const [name, path] of found) {
      const match = pattern.exec(name)
      if (!match) continue
      const language = match[1] ?? 'en'
      if (isKept(language)) files.set(language, path)
      else skipped.add(language)
    }
    const first = folders[0] ?? ''
    if (!files.has('en') && !files.has('fr')) {
      throw new DataFileError(join(first, `${table}_en.csv`), 'this file is missing')
    }
    return files
  }
  const anyLanguage = (table: Related) => {
    const plain = found.get(`${table}.csv`.toLowerCase())
    const pattern = new RegExp(`^${table}_[a-z]{2}\\.csv$`, 'i')
    const path = plain ?? [...found].find(([name]) => pattern.test(name))?.[1]
    if (path) return path
    throw new DataFileError(join(folders[0] ?? '', `${table}.csv`), 'this file is missing')
  }

  const words = {
    occupations: byLanguage('occupations'),
    skills: byLanguage('skills'),
    ISCOGroups: byLanguage('ISCOGroups'),
    skillGroups: byLanguage('skillGroups'),
    skillsHierarchy: byLanguage('skillsHierarchy'),
  }
  const relations = {
    occupationSkillRelations: anyLanguage('occupationSkillRelations'),
    broaderRelationsOccPillar: anyLanguage('broaderRelationsOccPillar'),
    broaderRelationsSkillPillar: anyLanguage('broaderRelationsSkillPillar'),
  }
  return {
    worded: words,
    related: relations,
    skipped: [...skipped].sort(),
    paths: [
      ...Object.values(words).flatMap((files) => [...files.values()]),
      ...Object.values(relations),
    ].sort(),
  }
}

function isKept(language: string): language is Language {
  return kept.includes(language)
}
