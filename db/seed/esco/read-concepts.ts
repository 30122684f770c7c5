import type { ConceptTable } from '../../schema/concept.ts'
import { DataFileError, eachRow } from '../csv-rows.ts'
import { conceptUri, type EscoCollection, type Place } from './collect.ts'
import type { EscoFiles, Language } from './find-files.ts'
import { genderForms } from './gender-forms.ts'

const plain = { isco08: null, skill_type: null, reuse: null, source: 'esco' } as const
const skillTypes: readonly string[] = ['skill', 'knowledge']
const reuseLevels: readonly string[] = [
  ...['transversal', 'cross-sector', 'sector-specific', 'occupation-specific'],
]

/** Reads the tables with words into `esco`: occupations, skills, ISCO groups, skill groups. */
export async function readConcepts(files: EscoFiles, esco: EscoCollection): Promise<void> {
  const { worded } = files
  await eachLanguage(worded.ISCOGroups, (path, lang) => readIscoGroups(path, lang, esco))
  await eachLanguage(worded.occupations, (path, lang) => readOccupations(path, lang, esco))
  await eachLanguage(worded.skillGroups, (path, lang) => readSkillGroups(path, lang, esco))
  await eachLanguage(worded.skillsHierarchy, (path, lang) => readHierarchy(path, lang, esco))
  await eachLanguage(worded.skills, (path, lang) => readSkills(path, lang, esco))
}

async function eachLanguage(
  files: ReadonlyMap<Language, string>,
  read: (path: string, lang: Language) => Promise<void>,
): Promise<void> {
  for (const [lang, path] of files) await read(path, lang)
}

function readIscoGroups(path: string, lang: Language, esco: EscoCollection): Promise<void> {
  return eachRow(path, ['conceptUri', 'code', 'preferredLabel'], ({ line, cells }) => {
    const at = { path, line }
    const uri = conceptUri(cells.conceptUri, 'conceptUri', at)
    const code = /\/C(\d{1,4})$/.exec(uri)?.[1]
    if (code === undefined) {
      throw new DataFileError(path, `not an ISCO-08 group: ${uri}`, { line, column: 'conceptUri' })
    }
    esco.addConcept({ ...plain, uri, kind: 'isco_group', isco08: code }, at)
    esco.addLabels(uri, lang, { preferred: label(cells.preferredLabel, at) }, at)
  })
}

const occupationColumns = [
  ...(['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels', 'description'] as const),
]

function readOccupations(path: string, lang: Language, esco: EscoCollection): Promise<void> {
  return eachRow(path, occupationColumns, ({ line, cells }) => {
    const at = { path, line }
    const uri = conceptUri(cells.conceptUri, 'conceptUri', at)
    const isco08 = cells.iscoGroup.trim().replace(/^C/, '').padStart(4, '0')
    if (!/^\d{4}$/.test(isco08)) {
      throw new DataFileError(path, `not ISCO-08: ${cells.iscoGroup}`, {
        line,
        column: 'iscoGroup',
      })
    }
    esco.addConcept({ ...plain, uri, kind: 'occupation', isco08 }, at)

    const preferred = label(cells.preferredLabel, at)
    // Only French writes both genders into one label.
    const forms = (text: string, role: 'preferred' | 'alternative') =>
      lang === 'fr' ? genderForms(text, role) : { masculine: text, feminine: '' }
    const { masculine, feminine } = forms(preferred, 'preferred')
    const alternatives = lines(cells.altLabels).flatMap((text) => {
      const both = forms(text, 'alternative')
      return [both.masculine, both.feminine]
    })
    const others = distinct(alternatives, [masculine, feminine])
    const description = cells.description.trim()
    esco.addLabels(
      uri,
      lang,
      { preferred: masculine, feminine, alternatives: others, description },
      at,
    )
  })
}

function readSkillGroups(path: string, lang: Language, esco: EscoCollection): Promise<void> {
  return eachRow(path, ['conceptUri', 'preferredLabel', 'altLabels'], ({ line, cells }) => {
    const at = { path, line }
    const uri = conceptUri(cells.conceptUri, 'conceptUri', at)
    const preferred = label(cells.preferredLabel, at)
    esco.addConcept({ ...plain, uri, kind: 'skill_group' }, at)
    esco.addLabels(
      uri,
      lang,
      { preferred, alternatives: distinct(lines(cells.altLabels), [preferred]) },
      at,
    )
  })
}

const levels = [0, 1, 2, 3] as const
const hierarchyColumns = levels.flatMap(
  (level) => [`Level ${level} URI`, `Level ${level} preferred term`] as const,
)

/** The hierarchy names groups that the table of skill groups leaves out. Its rows end before their last, empty cells. */
function readHierarchy(path: string, lang: Language, esco: EscoCollection): Promise<void> {
  const take = ({ line, cells }: { line: number; cells: Readonly<Record<string, string>> }) => {
    const at = { path, line }
    for (const level of levels) {
      const column = `Level ${level} URI`
      const cell = cells[column] ?? ''
      if (cell.trim() === '') continue
      const uri = conceptUri(cell, column, at)
      const preferred = (cells[`Level ${level} preferred term`] ?? '').trim()
      esco.addConcept({ ...plain, uri, kind: 'skill_group' }, at)
      if (preferred !== '' && !esco.hasLabels(uri, lang))
        esco.addLabels(uri, lang, { preferred }, at)
    }
  }
  return eachRow(path, hierarchyColumns, take, true)
}

const skillColumns = [
  ...(['conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels'] as const),
]

function readSkills(path: string, lang: Language, esco: EscoCollection): Promise<void> {
  return eachRow(path, skillColumns, ({ line, cells }) => {
    const at = { path, line }
    const uri = conceptUri(cells.conceptUri, 'conceptUri', at)
    const type = cells.skillType.replace('skill/competence', 'skill')
    esco.addConcept(
      {
        ...plain,
        uri,
        kind: 'skill',
        skill_type: oneOf(type, skillTypes, 'skillType', at) as ConceptTable['skill_type'],
        reuse: oneOf(cells.reuseLevel, reuseLevels, 'reuseLevel', at) as ConceptTable['reuse'],
      },
      at,
    )
    // A translation may lack a skill's label; the other languages then serve.
    const preferred = cells.preferredLabel.trim()
    if (preferred === '') return
    esco.addLabels(
      uri,
      lang,
      { preferred, alternatives: distinct(lines(cells.altLabels), [preferred]) },
      at,
    )
  })
}

function label(cell: string, at: Place): string {
  const text = cell.replace(/\s+/g, ' ').trim()
  if (text !== '') return text
  throw new DataFileError(at.path, 'empty', { line: at.line, column: 'preferredLabel' })
}

function oneOf(cell: string, values: readonly string[], column: string, at: Place): string | null {
  const text = cell.trim()
  if (text === '') return null
  if (values.includes(text)) return text
  throw new DataFileError(at.path, `unknown value ${text}`, { line: at.line, column })
}

function lines(cell: string): string[] {
  return cell.split(/\r?\n/).map((line) => line.trim())
}

/** The labels that are not empty, each once and none of `others`. */
function distinct(labels: readonly string[], others: readonly string[]): Set<string> {
  const rest = new Set(labels)
  for (const other of ['', ...others]) rest.delete(other)
  return rest
}
