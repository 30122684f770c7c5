import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvRow, readRows } from './csv-rows.ts'

/** Where an entry of the vocabulary stands, to name it in a message. */
export interface Origin {
  readonly file: string
  readonly line: number
}

/** The words for a concept in the three languages; `feminine` is empty where one form serves both. */
export interface Words {
  readonly fr: string
  readonly en: string
  readonly ar: string
  readonly feminine: { readonly fr: string; readonly ar: string }
  readonly alternatives: { readonly fr: string[]; readonly en: string[]; readonly ar: string[] }
}

export interface GroupEntry extends Origin {
  readonly key: string
  readonly uri: string
  readonly words: Words
}

export interface SkillEntry extends Origin {
  readonly key: string
  readonly uri: string
  readonly type: string
  readonly reuse: string
  /** Key of a more general skill, or empty. */
  readonly broader: string
  /** Key of a group. */
  readonly group: string
  readonly words: Words
}

export interface OccupationEntry extends Origin {
  readonly key: string
  readonly uri: string
  readonly isco08: string
  readonly words: Words
  /** Keys of skills. */
  readonly essential: string[]
  readonly useful: string[]
}

/** The built-in vocabulary as its files say it; relations name keys. */
export interface Vocabulary {
  readonly groups: GroupEntry[]
  readonly skills: SkillEntry[]
  readonly occupations: OccupationEntry[]
}

const groupColumns = ['key', 'uri', 'fr', 'en', 'ar'] as const
const skillColumns = [
  ...['key', 'uri', 'type', 'reuse', 'broader', 'group'],
  ...['fr', 'en', 'ar', 'alt_fr', 'alt_en', 'alt_ar'],
]
const occupationColumns = [
  ...['key', 'uri', 'isco08', 'fr', 'fr_f', 'en', 'ar', 'ar_f'],
  ...['alt_fr', 'alt_en', 'alt_ar', 'essential', 'useful'],
]

/** Reads `groups`, `skills` and `occupations` under a folder. Throws `DataFileError` on a malformed file. */
export function readVocabulary(folder: string): Vocabulary {
  return {
    groups: tables(folder, 'groups', groupColumns, (cell, origin) => ({
      ...origin,
      key: cell('key'),
      uri: cell('uri'),
      words: words(cell),
    })),
    skills: tables(folder, 'skills', skillColumns, (cell, origin) => ({
      ...origin,
      key: cell('key'),
      uri: cell('uri'),
      type: cell('type'),
      reuse: cell('reuse'),
      broader: cell('broader'),
      group: cell('group'),
      words: words(cell),
    })),
    occupations: tables(folder, 'occupations', occupationColumns, (cell, origin) => ({
      ...origin,
      key: cell('key'),
      uri: cell('uri'),
      isco08: cell('isco08'),
      words: words(cell),
      essential: list(cell('essential'), /\s+/),
      useful: list(cell('useful'), /\s+/),
    })),
  }
}

/** The CSV files of a folder in the order of their names. */
export function csvFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name))
}

type Cell = (column: string) => string

function tables<Entry>(
  folder: string,
  kind: string,
  columns: readonly string[],
  entry: (cell: Cell, origin: Origin) => Entry,
): Entry[] {
  return csvFiles(join(folder, kind)).flatMap((path) =>
    readRows(path, columns).map((row: CsvRow<string>) => {
      const file = path.slice(folder.length + 1)
      return entry((column) => row.cells[column]?.trim() ?? '', { file, line: row.line })
    }),
  )
}

function words(cell: Cell): Words {
  return {
    fr: cell('fr'),
    en: cell('en'),
    ar: cell('ar'),
    feminine: { fr: cell('fr_f'), ar: cell('ar_f') },
    alternatives: {
      fr: list(cell('alt_fr'), '|'),
      en: list(cell('alt_en'), '|'),
      ar: list(cell('alt_ar'), '|'),
    },
  }
}

function list(cell: string, separator: string | RegExp): string[] {
  return cell
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
