import { fold } from '#search/text/fold.ts'
import { wordsOf } from '#search/text/tokens.ts'
import type { Place } from './reference.ts'

/** Words, and the name of a place that stood behind them. */
export interface SplitText {
  /** Empty where there was nothing but the place. */
  readonly text: string
  readonly place: string
}

/** What a text is parted by. */
export interface PlaceBook {
  /** The place that has this very name, also with its town or region beside it. */
  named(text: string): Place | null
  /** The one place whose name is nearest to a misspelt one. */
  misspelt(text: string): Place | null
  /** Whether a folded word stands in the vocabulary of occupations and skills. */
  knows(word: string): boolean
}

/** The most words that the name of a place has, its town's among them. */
const mostWords = 4
/** Without a word such as `à` before it, a name this short is as likely another word. */
const leastLetters = 4
/** After such a word a name that is a word of the vocabulary as well is a place's, where the place is this important. */
const ownWeight = 40
/** After such a word a mistyped name counts from so many letters, for a place of this importance. */
const misspeltLetters = 5
const misspeltWeight = 20

/** Words that say where, folded: one, or two in a row. */
const prepositions = new Set(
  (
    'a|au|aux|en|dans|vers|sur|pres de|pres d|pres du|proche de|proche d|autour de|autour d|' +
    'in|at|near|around|close to|في|قرب|ب|بالقرب من|حول'
  ).split('|'),
)
/** What may be left in front of a place and belongs to it. */
const leftOver = /(?:[\s,;:(/–—-]+|(?<=^|\s)(?:de|du|d['’]|of)(?=\s*$))+$/iu
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu
/** The Arabic preposition that is written on the name. */
const attached = /^ب(?=\p{L}{3})/u

/**
 * Parts the name of a place from the words before it: `soudeur à Man`, `soudeur Bouaké`, `Bouaké`. Without
 * a word that says where, only a name that is no word of the vocabulary counts. Null where there is none.
 */
export function splitPlace(text: string, book: PlaceBook): SplitText | null {
  const words = [...text.matchAll(wordPattern)]
  const last = words.at(-1)
  const end = last ? last.index + last[0].length : 0
  for (let length = Math.min(mostWords, words.length); length > 0; length--) {
    const start = words.at(-length)?.index ?? 0
    const name = text.slice(start, end)
    const before = words.slice(0, -length).map(([word]) => fold(word))
    const said = saidWhere(before)
    const place = said > 0 ? placeAfter(name, length, book) : placeAlone(name, length, book)
    if (place === null) continue
    const cut = words.at(-length - said)?.index ?? start
    return { text: text.slice(0, cut).replace(leftOver, '').trim(), place }
  }
  return null
}

/** How many words before a name say that it tells where. */
function saidWhere(before: readonly string[]): 0 | 1 | 2 {
  if (prepositions.has(before.slice(-2).join(' ')) && before.length > 1) return 2
  return prepositions.has(before.at(-1) ?? '') ? 1 : 0
}

/** The name of the place, where words behind `à` and the like are one. */
function placeAfter(name: string, length: number, book: PlaceBook): string | null {
  const place = book.named(name)
  if (place) return place.weight >= ownWeight || !isKnown(name, book) ? name : null
  const letters = wordsOf(name).join('').length
  if (length > 1 || letters < misspeltLetters || isKnown(name, book)) return null
  const near = book.misspelt(name)
  return near && near.weight >= misspeltWeight ? name : null
}

/** The name of the place, where words with nothing before them that says where are one. */
function placeAlone(name: string, length: number, book: PlaceBook): string | null {
  const letters = wordsOf(name).join('').length
  if (letters >= leastLetters && book.named(name) && !isKnown(name, book)) return name
  if (length > 1 || !attached.test(name) || isKnown(name, book)) return null
  const bare = name.replace(attached, '')
  return book.named(bare) ? bare : null
}

/** Whether a name consists of words of the vocabulary. */
function isKnown(name: string, book: PlaceBook): boolean {
  return wordsOf(name).every((word) => book.knows(word))
}
