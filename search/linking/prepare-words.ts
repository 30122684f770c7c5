import { textStems, titleStems } from './title-words.ts'
import type { Lang, LinkingRows, VocabularyRow } from './vocabulary.ts'
import { Words } from './word-bags.ts'

/** The words of the concepts of one kind as numbers: those of one language, and beside them those of another. */
export interface PreparedWords {
  readonly concepts: readonly VocabularyRow[]
  readonly words: Words
  readonly otherWords: Words
  /** Per concept its labels, each as different words; labels that only differ in number, gender or order once. */
  readonly labels: readonly (readonly number[][])[]
  readonly otherLabels: readonly (readonly number[][])[]
  /** Per concept the words of its description. */
  readonly descriptions: readonly (readonly number[])[]
  /** Per occupation the labels of its essential skills: the preferred one of each, and several of each. */
  readonly skills: readonly (readonly number[][])[]
  readonly skillSynonyms: readonly (readonly number[][])[]
  /** Phrases of the same meaning beside the concepts' own: for occupations the labels of skills. */
  readonly phrases: readonly (readonly number[][])[]
  readonly otherPhrases: readonly (readonly number[][])[]
  /** Per concept the numbers of the concepts of its ISCO-08 unit group. */
  readonly groups: readonly (readonly number[])[]
}

/** How many labels of a skill are read for an occupation. */
const mostSynonyms = 8

/** The language beside the one that is indexed. */
function otherOf(lang: Lang): Lang {
  return lang === 'en' ? 'fr' : lang === 'fr' ? 'en' : 'fr'
}

/** Reads the words of concepts of one kind. A concept's number is its place among those of its kind. */
export function prepareWords(
  rows: LinkingRows,
  kind: VocabularyRow['kind'],
  lang: Lang,
): PreparedWords {
  const other = otherOf(lang)
  const words = new Words()
  const otherWords = new Words()
  const concepts = rows.concepts.filter((row) => row.kind === kind)
  const labelsIn = (row: VocabularyRow, language: Lang, into: Words) => {
    const seen = new Set<string>()
    return row.labels.flatMap((label) => {
      if (label.lang !== language) return []
      const stems = titleStems(label.text, language)
      const key = [...stems].sort().join(' ')
      if (key === '' || seen.has(key)) return []
      seen.add(key)
      return [stems.map((stem) => into.add(stem))]
    })
  }
  const labels = concepts.map((row) => labelsIn(row, lang, words))
  const otherLabels = concepts.map((row) => labelsIn(row, other, otherWords))
  const described = new Map(
    rows.descriptions.filter((it) => it.lang === lang).map(({ uri, text }) => [uri, text]),
  )
  const descriptions = concepts.map(({ uri }) =>
    textStems(described.get(uri) ?? '', lang).map((stem) => words.add(stem)),
  )
  const skills = kind === 'occupation' ? rows.concepts.filter((row) => row.kind === 'skill') : []
  const phrases = skills.map((row) => labelsIn(row, lang, words))
  const otherPhrases = skills.map((row) => labelsIn(row, other, otherWords))
  const phrasesOf = new Map(skills.map(({ uri }, at) => [uri, phrases[at] ?? []]))
  const essential = concepts.map(({ uri }) =>
    (rows.essential.get(uri) ?? []).map((skill) => phrasesOf.get(skill) ?? []),
  )
  const byGroup = Map.groupBy(concepts.keys(), (at) => concepts[at]?.isco08 ?? '')
  return {
    concepts,
    words,
    otherWords,
    labels,
    otherLabels,
    descriptions,
    skills: essential.map((lists) => lists.flatMap((list) => list.slice(0, 1))),
    skillSynonyms: essential.map((lists) => lists.flatMap((list) => list.slice(0, mostSynonyms))),
    phrases,
    otherPhrases,
    groups: concepts.map(({ isco08 }) => (isco08 ? (byGroup.get(isco08) ?? []) : [])),
  }
}
