import { indexWords, type QueryWord, queryWords } from '../text/tokens.ts'
import { singularOf, typosAllowed } from '../text/typos.ts'
import type { Clauses } from './filter.ts'

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

/** The attribute that lists a document's words. */
export const WORDS = 'held'

/** Typos are allowed from one letter more than in `#search/text`: the letter before each word. */
export const ONE_TYPO_FROM = 6
export const TWO_TYPOS_FROM = 10

const marked = (word: string) => (ARABIC.test(word) ? ARABIC_MARK : LATIN_MARK) + word

/** A text as it is indexed: folded words. */
export function indexedText(text: string): string {
  const words = indexWords(text)
  return words.length === 0 ? '' : [FIRST_WORD, ...words.map(marked)].join(' ')
}

/** The words of a document, each once, that filters on words ask for. */
export function wordList(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(indexWords))]
}

/** Whether any document of the index meets a condition. */
type IsMet = (clause: string) => Promise<boolean>

/** A query as it is sent: words with their spelling, and what documents must hold besides. */
export interface AskedWords {
  readonly q: string
  readonly clauses: Clauses
}

/**
 * The words of a query, where none but those that are neither `known` nor held by a document (asked by
 * `isMet`) may be a typo; null when there is no word and so nothing is asked for. A known plural that
 * nothing holds is asked for in the singular. Quoted words have no typos, and no longer words either:
 * of an unfinished word those are let in by a filter.
 */
export async function askedWords(
  text: string,
  known: readonly string[],
  isMet: IsMet,
): Promise<AskedWords | null> {
  const words = queryWords(text)
  if (words.length === 0) return null
  const spelt = async (asked: QueryWord): Promise<QueryWord & { readonly exact: boolean }> => {
    const isKnown = known.includes(asked.word)
    const one = isKnown ? singularOf(asked.word) : asked.word
    if (typosAllowed(asked.word) === 0 || (isKnown && one === asked.word)) {
      return { ...asked, exact: true }
    }
    const isHeld = await isMet(holding(asked))
    if (isHeld || !isKnown) return { ...asked, exact: isHeld }
    return { word: one, prefix: false, exact: true }
  }
  const finished: string[] = []
  const unfinished: string[] = []
  const clauses: string[] = []
  for (const asked of await Promise.all(words.map(spelt))) {
    const sent = marked(asked.word)
    if (!asked.prefix) finished.push(asked.exact ? `"${sent}"` : sent)
    else unfinished.push(sent)
    // In shorter words the server tries no typo.
    if (asked.prefix && asked.exact && sent.length >= ONE_TYPO_FROM) clauses.push(holding(asked))
  }
  // A space at the end tells that the last word is whole.
  return { q: [...finished, unfinished.join(' ')].join(' '), clauses }
}

/** The condition of holding a word, or one that begins with it. */
function holding({ word, prefix }: QueryWord): string {
  return `${WORDS} ${prefix ? 'STARTS WITH' : '='} "${word}"`
}
