import type { Origin, Vocabulary, Words } from './read-vocabulary.ts'

interface Entry extends Origin {
  readonly key: string
  readonly uri: string
  readonly words: Words
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const base = '^http://data\\.europa\\.eu/esco/'
const uriForms = {
  occupation: new RegExp(`${base}occupation/${uuid}$`),
  skill: new RegExp(`${base}skill/${uuid}$`),
  group: new RegExp(`${base}(?:skill/(?:${uuid}|[A-Z][0-9]*(?:\\.[0-9]+)*)|isced-f/[0-9]{2,4})$`),
}
const reuses = ['transversal', 'cross-sector', 'sector-specific', 'occupation-specific']
const arabic = /\p{Script=Arabic}/u
const latin = /\p{Script=Latin}/u

/** Everything wrong with the built-in vocabulary, each as a sentence that names file and line; empty when it is sound. */
export function checkVocabulary({ groups, skills, occupations }: Vocabulary): string[] {
  const problems: string[] = []
  const report = (at: Origin, problem: string) => {
    problems.push(`${at.file}, line ${at.line}: ${problem}`)
  }

  for (const [kind, entries] of [
    ['group', groups],
    ['skill', skills],
    ['occupation', occupations],
  ] as const) {
    reportDuplicates(entries, 'key', report)
    for (const entry of entries) {
      if (!uriForms[kind].test(entry.uri)) report(entry, `not the URI of a ${kind}: ${entry.uri}`)
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.key)) report(entry, `not a key: ${entry.key}`)
      checkWords(entry, report)
    }
  }
  reportDuplicates([...groups, ...skills, ...occupations], 'uri', report)

  const skillsByKey = new Map(skills.map((skill) => [skill.key, skill]))
  const groupKeys = new Set(groups.map((group) => group.key))
  for (const skill of skills) {
    if (!['skill', 'knowledge'].includes(skill.type)) report(skill, `unknown type ${skill.type}`)
    if (!reuses.includes(skill.reuse)) report(skill, `unknown reuse ${skill.reuse}`)
    if (!groupKeys.has(skill.group)) report(skill, `unknown group ${skill.group}`)
    if (skill.broader !== '' && !skillsByKey.has(skill.broader)) {
      report(skill, `unknown broader skill ${skill.broader}`)
    }
    if (leadsToItself(skill.key, skillsByKey)) report(skill, 'is broader than itself')
  }

  const used = new Set<string>()
  for (const occupation of occupations) {
    if (!/^\d{4}$/.test(occupation.isco08)) report(occupation, `not ISCO-08: ${occupation.isco08}`)
    if (occupation.essential.length === 0) report(occupation, 'no essential skill')
    const keys = [...occupation.essential, ...occupation.useful]
    for (const key of keys) {
      if (!skillsByKey.has(key)) report(occupation, `unknown skill ${key}`)
      used.add(key)
    }
    for (const key of repeated(keys)) report(occupation, `skill ${key} named twice`)
  }
  for (const skill of skills) {
    if (!used.has(skill.key)) report(skill, `no occupation uses the skill ${skill.key}`)
  }
  return problems
}

type Report = (at: Origin, problem: string) => void

function reportDuplicates(entries: readonly Entry[], field: 'key' | 'uri', report: Report): void {
  const first = new Map<string, Entry>()
  for (const entry of entries) {
    const earlier = first.get(entry[field])
    if (earlier) {
      const where = `${earlier.file}, line ${earlier.line}`
      report(entry, `the ${field} ${entry[field]} stands in ${where} already`)
    } else first.set(entry[field], entry)
  }
}

function checkWords(entry: Entry, report: Report): void {
  const { words } = entry
  for (const lang of ['fr', 'en', 'ar'] as const) {
    if (words[lang] === '') report(entry, `no label in ${lang}`)
    for (const label of repeated(words.alternatives[lang])) {
      report(entry, `the alternative ${label} is given twice in ${lang}`)
    }
  }
  for (const label of [words.ar, words.feminine.ar, ...words.alternatives.ar]) {
    if (label !== '' && !arabic.test(label)) report(entry, `not Arabic: ${label}`)
  }
  const others = [words.fr, words.en, words.feminine.fr]
  for (const label of [...others, ...words.alternatives.fr, ...words.alternatives.en]) {
    if (label !== '' && (!latin.test(label) || arabic.test(label))) {
      report(entry, `not in Latin letters: ${label}`)
    }
  }
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, at) => items.indexOf(item) !== at))]
}

function leadsToItself(key: string, skills: ReadonlyMap<string, { broader: string }>): boolean {
  const seen = new Set<string>()
  for (let at = skills.get(key)?.broader; at; at = skills.get(at)?.broader) {
    if (at === key) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}
