import { indexWords, queryWords } from '../text/tokens.ts'

/**
 * Each word is indexed and searched with a letter before it. Meilisearch counts a typo in the first
 * letter of a word as two; with a first letter that everybody spells right, all letters of the word
 * are equal. The letter is of the word's script, for words are parted where scripts change.
 */
const LATIN_MARK = 'x'
const ARABIC_MARK = 'ق'
const ARABIC = /^\p{Script=Arabic}/u
/** A word no query has, so that no text counts as beginning with a query: only words matter. */
const FIRST_WORD = '0'

/** Typos are allowed from one letter more than in `#search/text`: the letter before each word. */
export const ONE_TYPO_FROM = 6
export const TWO_TYPOS_FROM = 10

const marked = (word: string) => (ARABIC.test(word) ? ARABIC_MARK : LATIN_MARK) + word

/** A text as it is indexed: folded words. */
export function indexedText(text: string): string {
  const words = indexWords(text)
  return words.length === 0 ? '' : [FIRST_WORD, ...words.map(marked)].join(' ')
}

/** A query as it is sent; null when it has no word and so asks for nothing. */
export function queryText(text: string): string | null {
  const words = queryWords(text)
  if (words.length === 0) return null
  const finished = words.filter(({ prefix }) => !prefix).map(({ word }) => quoted(word))
  const unfinished = words.filter(({ prefix }) => prefix).map(({ word }) => marked(word))
  // A space at the end tells that the last word is whole.
  return [...finished, unfinished.join(' ')].join(' ')
}

/** Quoted words have no typos, and what holds a digit should have none. */
function quoted(word: string): string {
  return /\d/.test(word) ? `"${marked(word)}"` : marked(word)
}
