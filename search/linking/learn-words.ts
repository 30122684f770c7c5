import type { PreparedWords } from './prepare-words.ts'
import { letterRuns, rootOf } from './title-words.ts'
import { learnTranslations, type Translations, type WordPair } from './translations.ts'
import { Words } from './word-bags.ts'

/** What the labels teach about words. */
export interface LearntWords {
  /** Words that stand for one another in labels of the same concept. */
  readonly synonyms: Translations
  /** Words of the other language that stand for a word. */
  readonly foreign: Translations
  /** Words of essential skills, as the occupation's labels would say them. */
  readonly fromSkills: Translations | null
  /** Words written alike, with shares that sum to at most 1. */
  readonly alike: readonly (readonly [word: number, share: number][])[]
  /** Words derived from the same root. */
  readonly related: readonly (readonly number[])[]
}

const rounds = 8
/** Labels that lie farther apart in a concept's list are not paired. */
const farthest = 12
const mostForeignLabels = 10
const mostPhrases = 8
const mostForeignPhrases = 3
/** The least likeness of words written alike: the cosine of their runs of letters. */
const leastAlike = 0.4
/** Of likenesses cubed, what one lone look-alike is shared by. */
const shareOfOne = 0.3

/** Learns from labels: about four seconds a language for the occupations of ESCO. */
export function learnWords(prepared: PreparedWords): LearntWords {
  const { words, otherWords, labels, otherLabels, phrases, otherPhrases, skills } = prepared
  const pairs: WordPair[] = []
  for (const list of labels) pairUp(list, list.length, 2 / Math.sqrt(list.length), pairs)
  for (const list of phrases) {
    const most = Math.min(mostPhrases, list.length)
    pairUp(list, most, 1 / most, pairs)
  }
  const foreignPairs: WordPair[] = []
  const pairForeign = (own: readonly number[][], other: readonly number[][], most: number) => {
    for (const target of own.slice(0, most)) {
      for (const source of other.slice(0, most)) foreignPairs.push({ source, target, weight: 1 })
    }
  }
  labels.forEach((list, at) => {
    pairForeign(list, otherLabels[at] ?? [], mostForeignLabels)
  })
  phrases.forEach((list, at) => {
    pairForeign(list, otherPhrases[at] ?? [], mostForeignPhrases)
  })
  const skillPairs = labels.flatMap((list, at): WordPair[] => {
    const source = [...new Set((skills[at] ?? []).flat())]
    return source.length > 0 ? [{ source, target: [...new Set(list.flat())], weight: 1 }] : []
  })
  const sizes = { sources: words.size, targets: words.size }
  return {
    synonyms: learnTranslations(pairs, { ...sizes, rounds }),
    foreign: learnTranslations(foreignPairs, {
      sources: otherWords.size,
      targets: words.size,
      rounds,
    }),
    fromSkills: skillPairs.length > 0 ? learnTranslations(skillPairs, { ...sizes, rounds }) : null,
    alike: wordsAlike(words.list, labelWords(prepared)),
    related: relatedWords(words.list),
  }
}

function pairUp(list: readonly number[][], most: number, weight: number, pairs: WordPair[]): void {
  for (let one = 0; one < most; one++) {
    for (let other = 0; other < most; other++) {
      const [source, target] = [list[one], list[other]]
      if (one === other || Math.abs(one - other) > farthest || !source || !target) continue
      pairs.push({ source, target, weight })
    }
  }
}

/** Which words stand in labels: only they are worth being likened to. */
function labelWords({ labels, words }: PreparedWords): Uint8Array {
  const marks = new Uint8Array(words.size)
  for (const list of labels) for (const label of list) for (const word of label) marks[word] = 1
  return marks
}

function wordsAlike(list: readonly string[], wanted: Uint8Array): [number, number][][] {
  const runs = new Words()
  const runsOf = list.map((word) => [...new Set(letterRuns(word))].map((run) => runs.add(run)))
  const holders: number[][] = Array.from({ length: runs.size }, () => [])
  runsOf.forEach((own, word) => {
    if (wanted[word]) for (const run of own) holders[run]?.push(word)
  })
  const rarity = holders.map((held) => Math.log(1 + list.length / (1 + held.length)))
  const lengths = runsOf.map((own) =>
    Math.sqrt(own.reduce((sum, run) => sum + (rarity[run] ?? 0) ** 2, 0)),
  )
  const likeness = new Float64Array(list.length)
  return runsOf.map((own, word) => {
    const met: number[] = []
    for (const run of own) {
      const weight = (rarity[run] ?? 0) ** 2
      for (const other of holders[run] ?? []) {
        if (likeness[other] === 0) met.push(other)
        likeness[other] = (likeness[other] ?? 0) + weight
      }
    }
    const found: [number, number][] = []
    let sum = 0
    for (const other of met) {
      const cosine = (likeness[other] ?? 0) / ((lengths[word] ?? 1) * (lengths[other] ?? 1))
      likeness[other] = 0
      if (other === word || cosine < leastAlike) continue
      found.push([other, cosine ** 3])
      sum += cosine ** 3
    }
    const whole = Math.max(sum, shareOfOne)
    return found.map(([other, cubed]): [number, number] => [other, cubed / whole])
  })
}

function relatedWords(list: readonly string[]): number[][] {
  const roots = Map.groupBy(list.keys(), (word) => rootOf(list[word] ?? ''))
  return list.map((text, word) => (roots.get(rootOf(text)) ?? []).filter((it) => it !== word))
}
