import { fold } from './fold.ts'

const WORD = /[\p{L}\p{N}]+/gu
const MOST_QUERY_CHARACTERS = 200
const MOST_QUERY_WORDS = 10
const MOST_WORD_LETTERS = 40

/** Words that say nothing, and elided ones (`l'`, `d'`), in the three languages, folded. */
const STOP_WORDS = new Set(
  (
    'le la les l un une des du de d et en au aux a ou pour par sur dans avec c j m n qu s t ' +
    'the an of in on at to for and or with by في من على الى عن مع و او'
  ).split(' '),
)

/** The folded words of a text, in order. Hyphens and apostrophes part words. */
export function wordsOf(text: string): string[] {
  const words = fold(text).match(WORD) ?? []
  return words.map((word) => withoutArticle(word).slice(0, MOST_WORD_LETTERS))
}

/**
 * The words under which a text is found: those of `wordsOf` and, behind an Arabic word with a
 * preposition and the article written on it, the word without them. Those of a text are those of its
 * pieces between spaces.
 */
export function indexWords(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const bare = withoutPreposition(word)
    return bare === word ? word : [word, bare]
  })
}

/** The Arabic article is written on the word: `اللحام` is found by `لحام`, and the other way. */
function withoutArticle(word: string): string {
  return word.length >= 4 && word.startsWith('ال') ? word.slice(2) : word
}

const PREPOSITION = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)/

/**
 * So are `و ف ب ل ك` before the article (`والبناء`, `للتجارة`): left off words of at least five letters
 * that keep three. Without an article behind it such a letter mostly belongs to the word.
 */
function withoutPreposition(word: string): string {
  return word.length >= 5 ? word.replace(PREPOSITION, '') : word
}

export interface QueryWord {
  readonly word: string
  /** Maybe unfinished: any word that begins with it matches. */
  readonly prefix: boolean
}

/**
 * The words a query asks for (of those of `indexWords`), each once, at most ten of its first 200
 * characters. Words that say nothing are left out unless there is nothing else; a text that ends in a
 * space has finished its last word.
 */
export function queryWords(text: string): QueryWord[] {
  const head = text.slice(0, MOST_QUERY_CHARACTERS)
  const all = wordsOf(head).map(withoutPreposition)
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(head)
  const last = all.length - 1
  const words = new Map<string, boolean>()
  const add = (word: string, at: number) => {
    if (words.size < MOST_QUERY_WORDS || words.has(word)) {
      words.set(word, (unfinished && at === last) || words.get(word) === true)
    }
  }
  all.forEach((word, at) => {
    // What looks like a stop word at the end may be the beginning of another word.
    const typing = at === last && unfinished && all.length > 1 && word.length > 1
    if (!STOP_WORDS.has(word) || typing) add(word, at)
  })
  if (words.size === 0) all.forEach(add)
  return [...words].map(([word, prefix]) => ({ word, prefix }))
}
