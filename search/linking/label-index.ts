import { wordsOf } from '#search/text/tokens.ts'
import { NearWords } from './near-words.ts'
import { isStopWord } from './query.ts'
import { stem } from './stem.ts'
import type { Lang, VocabularyLabel, VocabularyRow } from './vocabulary.ts'

/** How much a label counts, by its role: an alternative of ESCO is sometimes far from the occupation. */
function standing({ role, source }: VocabularyLabel): number {
  if (role !== 'alternative' || source === 'deployer') return 1
  return source === 'esco' ? 0.93 : 0.96
}

/** The labels of one kind of concept in one language, found by the stems of their words. */
export interface LabelIndex {
  readonly lang: Lang
  /** Per label: the number of its concept, how much it counts, its words in one string, its text. */
  readonly concepts: Int32Array
  readonly standings: Float64Array
  readonly joined: readonly string[]
  readonly texts: readonly string[]
  /** Per label: the weights of its stems, summed. */
  readonly weights: Float64Array
  /** The stem of a known word. */
  readonly stemOf: ReadonlyMap<string, number>
  /** The number of a stem. */
  readonly stems: ReadonlyMap<string, number>
  /** Per stem: ln(1 + N / (1 + n)), N concepts of which n have a label with it. */
  readonly stemWeights: Float64Array
  /** Labels of stem s: `postings` from `postingStarts[s]` up to `postingStarts[s + 1]`. */
  readonly postings: Int32Array
  readonly postingStarts: Int32Array
  /** All words in order, for beginnings of words. */
  readonly sortedWords: readonly string[]
  /** All words, for mistyped ones. */
  readonly nearWords: NearWords
}

/** Indexes the labels that the concepts have in one language. A concept's number is its place in `rows`. */
export function buildLabelIndex(rows: readonly VocabularyRow[], lang: Lang): LabelIndex {
  const concepts: number[] = []
  const standings: number[] = []
  const joined: string[] = []
  const texts: string[] = []
  const labelStems: number[][] = []
  const stems = new Map<string, number>()
  const stemOf = new Map<string, number>()
  const holders: number[] = []
  const lastHolder: number[] = []

  const stemNumber = (word: string) => {
    const known = stemOf.get(word)
    if (known !== undefined) return known
    const text = stem(word, lang)
    let number = stems.get(text)
    if (number === undefined) {
      number = stems.size
      stems.set(text, number)
      holders.push(0)
      lastHolder.push(-1)
    }
    stemOf.set(word, number)
    return number
  }

  rows.forEach((row, concept) => {
    const seen = new Set<string>()
    for (const label of row.labels) {
      if (label.lang !== lang) continue
      const words = wordsOf(label.text)
      const text = words.join(' ')
      if (text === '' || seen.has(text)) continue
      seen.add(text)
      const telling = words.filter((word) => !isStopWord(word))
      const numbers = [...new Set((telling.length > 0 ? telling : words).map(stemNumber))]
      for (const number of numbers) {
        if (lastHolder[number] === concept) continue
        lastHolder[number] = concept
        holders[number] = (holders[number] ?? 0) + 1
      }
      concepts.push(concept)
      standings.push(standing(label))
      joined.push(text)
      texts.push(label.text)
      labelStems.push(numbers)
    }
  })

  const stemWeights = Float64Array.from(holders, (count) => Math.log(1 + rows.length / (1 + count)))
  return {
    lang,
    concepts: Int32Array.from(concepts),
    standings: Float64Array.from(standings),
    joined,
    texts,
    weights: Float64Array.from(labelStems, (numbers) =>
      numbers.reduce((sum, number) => sum + (stemWeights[number] ?? 0), 0),
    ),
    stemOf,
    stems,
    stemWeights,
    ...postingLists(labelStems, stems.size),
    sortedWords: [...stemOf.keys()].sort(),
    nearWords: new NearWords(stemOf.keys()),
  }
}

function postingLists(labelStems: readonly number[][], stemCount: number) {
  const postingStarts = new Int32Array(stemCount + 1)
  for (const numbers of labelStems) {
    for (const number of numbers) postingStarts[number + 1] = (postingStarts[number + 1] ?? 0) + 1
  }
  for (let at = 0; at < stemCount; at++) {
    postingStarts[at + 1] = (postingStarts[at + 1] ?? 0) + (postingStarts[at] ?? 0)
  }
  const postings = new Int32Array(postingStarts[stemCount] ?? 0)
  const next = postingStarts.slice()
  labelStems.forEach((numbers, label) => {
    for (const number of numbers) {
      const place = next[number] ?? 0
      postings[place] = label
      next[number] = place + 1
    }
  })
  return { postings, postingStarts }
}

/** Words that begin with a text, at most `most`, in order. */
export function wordsBeginning(index: LabelIndex, text: string, most: number): string[] {
  const { sortedWords } = index
  let low = 0
  let high = sortedWords.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sortedWords[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; at < sortedWords.length && found.length < most; at++) {
    const word = sortedWords[at] ?? ''
    if (!word.startsWith(text)) break
    found.push(word)
  }
  return found
}
