import type { Lang } from './vocabulary.ts'

/**
 * The part of a folded word that its forms share: number, and gender in French (`soudeur`, `soudeuse`; `conducteur`,
 * `conductrice`; `plombier`, `plombière`; `maçon`, `maçonne`) and Arabic. Light on purpose: it need not be a word.
 */
export function stem(word: string, lang: Lang): string {
  if (word.length < 4) return word
  switch (lang) {
    case 'fr':
      return frenchStem(word)
    case 'en':
      return englishStem(word)
    case 'ar':
      return arabicStem(word)
  }
}

/** Endings of the feminine with the common part that is left of both forms, the longest first. */
const frenchEndings: readonly (readonly [ending: string, stem: string])[] = [
  ['trice', 't'],
  ['teuse', 't'],
  ['euse', ''],
  ['eure', ''],
  ['teur', 't'],
  ['eur', ''],
  ['iere', 'i'],
  ['ier', 'i'],
  ['ere', ''],
  ['er', ''],
  ['onne', 'on'],
  ['enne', 'en'],
  ['elle', 'el'],
  ['ette', 'et'],
  ['ive', 'if'],
  ['ale', 'al'],
  ['aux', 'al'],
]

/** The least that an ending must leave of a word. */
const leastFrenchStem = 3

function frenchStem(word: string): string {
  const single =
    /[sx]$/.test(word) && !word.endsWith('ss') && !word.endsWith('aux') ? word.slice(0, -1) : word
  for (const [ending, rest] of frenchEndings) {
    if (single.endsWith(ending) && single.length - ending.length + rest.length >= leastFrenchStem) {
      return single.slice(0, -ending.length) + rest
    }
  }
  const bare = single.replace(/e+$/, '')
  return bare.length >= leastFrenchStem ? bare : single
}

function englishStem(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s')) return word.slice(0, -1)
  return word
}

/** Ta marbuta is folded to ha. */
function arabicStem(word: string): string {
  const ending = /(?:ات|ون|ين)$/.test(word) && word.length > 5 ? 2 : word.endsWith('ه') ? 1 : 0
  return ending > 0 ? word.slice(0, -ending) : word
}
