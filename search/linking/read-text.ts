import { wordsOf } from '#search/text/tokens.ts'
import { isStopWord } from './query.ts'
import { stem } from './stem.ts'
import { conceptsOfKey, type TitleIndex } from './title-index.ts'
import { fullScore, type TitleLinker } from './title-linker.ts'

/** A concept that a text names, and where: `text.slice(start, end)`. */
export interface Mention {
  readonly uri: string
  readonly start: number
  readonly end: number
}

/** The longest text that is read: an advert or a CV of several pages. */
const mostCharacters = 20_000
/** A name has at most so many words, those that say nothing among them. */
const mostWords = 9
/** A line of an advert that is no name, but surely means one. */
const leastScore = 0.5
const mostLines = 80
const shortestWord = 3

interface Word {
  readonly start: number
  readonly end: number
  /** The line or part of a sentence that it stands in: names do not go on in the next. */
  readonly part: number
  /** Folded stem; null for a word that says nothing. */
  readonly stem: string | null
}

/**
 * The concepts of an index that a text names with one of their labels, whatever the number, gender and order of the
 * words, in the order of the text, each once; of names inside one another the longest.
 */
export function namedConcepts(text: string, index: TitleIndex): Mention[] {
  const words = splitWords(text.slice(0, mostCharacters), index)
  const mentions: Mention[] = []
  const seen = new Set<string>()
  for (let from = 0; from < words.length; ) {
    const found = longestName(words, from, index)
    if (!found) {
      from++
      continue
    }
    const [first, last] = [words[from], words[found.to - 1]]
    for (const uri of found.uris) {
      if (seen.has(uri) || !first || !last) continue
      seen.add(uri)
      mentions.push({ uri, start: first.start, end: last.end })
    }
    from = found.to
  }
  return mentions
}

/** As `namedConcepts`, and for lines and parts of sentences without a name the concept that they surely mean. */
export function readConcepts(text: string, linker: TitleLinker): Mention[] {
  const { index } = linker
  const mentions = namedConcepts(text, index)
  const seen = new Set(mentions.map(({ uri }) => uri))
  let lines = 0
  for (const match of text.slice(0, mostCharacters).matchAll(/[^\n\r.;:!?•·,،؛()]+/gu)) {
    const line = match[0].replace(/^[\s*–-]+/u, '').trim()
    const words = wordsOf(line).length
    if (words < 2 || words > mostWords || ++lines > mostLines) continue
    const start = match.index + match[0].indexOf(line)
    const end = start + line.length
    if (mentions.some((one) => one.start < end && start < one.end)) continue
    const [best] = linker.link(line, 1)
    const uri = best && best.score >= leastScore * fullScore ? index.uris[best.concept] : undefined
    if (uri === undefined || seen.has(uri)) continue
    seen.add(uri)
    mentions.push({ uri, start, end })
  }
  return mentions.sort((one, other) => one.start - other.start)
}

function longestName(words: readonly Word[], from: number, index: TitleIndex) {
  // A name neither begins nor ends with a word that says nothing.
  if (words[from]?.stem === null) return null
  const part = words[from]?.part
  for (let to = Math.min(words.length, from + mostWords); to > from; to--) {
    if (words[to - 1]?.part !== part) continue
    if (words[to - 1]?.stem === null) continue
    const stems = words.slice(from, to).flatMap(({ stem }) => (stem === null ? [] : [stem]))
    if (stems.length === 1 && (stems[0]?.length ?? 0) < shortestWord) continue
    const concepts = conceptsOfKey(index, [...new Set(stems)].sort().join(' '))
    if (concepts.length === 0) continue
    return { to, uris: concepts.map((concept) => index.uris[concept] ?? '') }
  }
  return null
}

function splitWords(text: string, { lang }: TitleIndex): Word[] {
  const words: Word[] = []
  let part = 0
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}\s'’/-]+|\n/gu)) {
    if (!/[\p{L}\p{N}]/u.test(match[0])) {
      part++
      continue
    }
    for (const word of wordsOf(match[0])) {
      const start = match.index
      const end = start + match[0].length
      words.push({ start, end, part, stem: isStopWord(word) ? null : stem(word, lang) })
    }
  }
  return words
}
