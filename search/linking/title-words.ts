import { wordsOf } from '#search/text/tokens.ts'
import { isStopWord, readQuery } from './query.ts'
import { stem } from './stem.ts'
import type { Lang } from './vocabulary.ts'

/** Beginnings that people write apart, with a hyphen or joined: `co-ordinator`, `sub contractor`. */
const beginnings = new Set(['co', 're', 'pre', 'sub', 'non'])

/** The stems of a title, a label or a short phrase, each once; nothing but stop words keeps those. */
export function titleStems(text: string, lang: Lang): string[] {
  return stemsOf(readQuery(text).words, lang)
}

/** The stems of a longer text, in order and as often as they stand there. */
export function textStems(text: string, lang: Lang): string[] {
  return joined(wordsOf(text))
    .filter((word) => !isStopWord(word))
    .map((word) => formOf(word, lang))
}

/** What is the same for two titles of the same words in any order, number and gender. */
export function titleKey(text: string, lang: Lang): string {
  return titleStems(text, lang).sort().join(' ')
}

function stemsOf(words: readonly string[], lang: Lang): string[] {
  const all = joined(words)
  const telling = all.filter((word) => !isStopWord(word))
  return [...new Set((telling.length > 0 ? telling : all).map((word) => formOf(word, lang)))]
}

/** The stem, and in English one spelling and one gender for what is written in several. */
function formOf(word: string, lang: Lang): string {
  const plain = stem(word, lang)
  return lang === 'en' && plain.length > 4 ? oneSpelling(plain) : plain
}

/** British and American spellings (`centre`, `colour`, `organise`, `adviser`), and `-woman`, `-person` as `-man`. */
function oneSpelling(word: string): string {
  return word
    .replace(/(?:woman|women|person|men|lady)$/, 'man')
    .replace(/draught/, 'draft')
    .replace(/mould/, 'mold')
    .replace(/^tyre/, 'tire')
    .replace(/programme$/, 'program')
    .replace(/aluminium/, 'aluminum')
    .replace(/(?<=\p{L}{2})our(?=$|er|ist|al)/u, 'or')
    .replace(/(?<=[tb])re$/, 'er')
    .replace(/is(?=ation|ing$|e$|er$)/, 'iz')
    .replace(/(?<=\p{L}{4})or$/u, 'er')
    .replace(/ll(?=er$|ing$|ed$)/, 'l')
    .replace(/ae(?=sth|d|m)/, 'e')
}

function joined(words: readonly string[]): string[] {
  const result: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1]
    if (next !== undefined && beginnings.has(word)) {
      result.push(word + next)
      at++
    } else result.push(word)
  }
  return result
}

/** Endings of derived words, English and French, folded; the longest that leaves four letters is taken off. */
const endings = (
  'isation isations ization izations ologist ographer ography ational ations ation ators ator ative ating ' +
  'ements ement ments ment ings ing ers er or ors ists ist ians ian ants ant ives ive ions ion ery ries ry ' +
  'ical ics ic ial al ed es s e y ies ance ence ity ous age euse eur rice ique iste aire ien ienne erie isme ' +
  'ure ante ent ente if el elle'
)
  .split(' ')
  .sort((one, other) => other.length - one.length)

const leastRoot = 4

/** What words derived from one another mostly share: `surveyor`, `surveying`; `soudage`, `soudur`. Not for Arabic. */
export function rootOf(word: string): string {
  for (const ending of endings) {
    if (word.length - ending.length >= leastRoot && word.endsWith(ending)) {
      return word.slice(0, -ending.length)
    }
  }
  return word
}

/** Runs of 3 to 5 letters of a word, its ends marked. */
export function letterRuns(word: string): string[] {
  const marked = ` ${word} `
  if (marked.length <= 3) return [marked]
  const runs: string[] = []
  for (let length = 3; length <= 5; length++) {
    for (let at = 0; at + length <= marked.length; at++) runs.push(marked.slice(at, at + length))
  }
  return runs
}
