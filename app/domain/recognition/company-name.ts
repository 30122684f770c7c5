import {
  commonPeople,
  countryNames,
  groupWords,
  legalForms,
  sameWords,
  smallWords,
  tradeWords,
} from './name-words.ts'
import { editDistance, foldText, soundOf } from './text.ts'

/** A company's name as it is compared. */
export interface NameKey {
  /** The words that tell it apart, in their order: no legal form, no small words, initials closed up. */
  readonly words: readonly string[]
  /** The same words in alphabetical order: equal for "Koné et Frères" and "Frères Koné". */
  readonly key: string
  /** The same words without spaces, in their order: equal for "Bâti Plus" and "BATIPLUS". */
  readonly joined: string
  /** Everything but the legal form without spaces: equal for "CI-PHARM" and "CIPHARM". */
  readonly whole: string
  /** Every word that initials are taken from, legal words such as "société" included. */
  readonly spoken: readonly string[]
  /** Codes of countries in the name (`@ci`). */
  readonly countries: readonly string[]
  /** True where the name calls itself a group or a holding. */
  readonly group: boolean
  readonly numbers: readonly string[]
}

/** The parts of a name that tell companies apart; an empty `key` where nothing is left. */
export function nameKey(name: string): NameKey {
  let text = foldText(name)
    .replace(/[’‘ʼ`´]/g, "'")
    // "N'Diaye", "M'Bahiakro" are one word; "d'Abidjan", "l'Ouest" are two.
    .replace(/\b([mn])'(?=\p{L})/gu, '$1')
    .replace(/(^|\s)(ecole )?g\.? ?s\.?(?=\s+les\b)/g, ' groupescolaire ')
    .replace(/groupe scolaire/g, ' groupescolaire ')
    .replace(/\bcoop[- ]ca\b/g, ' coopca ')
    .replace(/^ste\b\.?/, 'societe')
    .replace(/\+/g, ' plus ')
    .replace(/&/g, ' et ')
    .replace(/(?<=\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  // "S O T R A": letters that stand alone belong together, articles before a vowel do not.
  text = text.replace(/(?<![\p{L}\p{N}])(?!d |l )\p{L}(?: \p{L}(?![\p{L}\p{N}]))+/gu, (run) =>
    run.replaceAll(' ', ''),
  )
  const spoken = text.split(' ').filter((word) => word !== '' && !smallWords.has(word))
  const countries: string[] = []
  for (const [written, code] of countryNames) {
    text = text.replace(written, () => {
      countries.push(code.trim())
      return ' '
    })
  }
  const words: string[] = []
  let group = false
  for (const word of text.split(/\s+/)) {
    if (groupWords.has(word)) group = true
    else if (word === 'ste') words.push('sainte')
    else if (word !== '' && !smallWords.has(word) && !legalForms.has(word)) {
      words.push(sameWords[word] ?? word)
    }
  }
  const formless = spoken.filter((word) => !/^(sarl|sarlu|sa|sas|sasu|suarl|ltd|au)$/.test(word))
  // "CIE" is a company too, not only a word for one.
  if (words.length === 0) words.push(...formless)
  return {
    words,
    key: [...words].sort().join(' '),
    joined: words.join(''),
    whole: spoken.filter((word) => !legalForms.has(word) || word === 'ste').join(''),
    spoken: formless,
    countries,
    group,
    numbers: words.filter((word) => /^\d+$/.test(word)),
  }
}

/** How much a word of a name tells, 0 to 1. */
export type WordWeight = (word: string) => number

/** Weights without a list to count in: words of trades and names that many bear tell less. */
export const plainWeight: WordWeight = (word) => {
  if (tradeWords.has(word) || tradeWords.has(singular(word))) return 0.35
  if (commonPeople.has(word)) return 0.6
  return 1
}

/** Weights from a list of names: a word that many of them have tells less. `counts` is by word, over `total` names. */
export function weightsFrom(counts: ReadonlyMap<string, number>, total: number): WordWeight {
  if (total < 500) return plainWeight
  const scale = Math.log(total)
  return (word) => {
    const rarity = 1.25 - Math.log(Math.max(1, counts.get(word) ?? 1)) / scale
    return plainWeight(word) * Math.min(1, Math.max(0.35, rarity))
  }
}

/** How alike two names are. */
export interface NameLikeness {
  /** 0 to 1. */
  readonly likeness: number
  /** How much the shared words tell, 0 to 1: little for "Pharmacie du Centre". */
  readonly told: number
  /** One name is the initials of the other. */
  readonly initials: boolean
}

/** Compares two names. */
export function compareNames(a: NameKey, b: NameKey, weight: WordWeight): NameLikeness {
  const none = { likeness: 0, told: 0, initials: false }
  if (a.joined === '' || b.joined === '') return none
  if (a.numbers.join() !== b.numbers.join() && (a.numbers.length > 0 || b.numbers.length > 0)) {
    return { likeness: 0.3, told: 0.2, initials: false }
  }
  if (a.countries.length > 0 && b.countries.length > 0 && a.countries[0] !== b.countries[0]) {
    return { likeness: 0.3, told: 0.2, initials: false }
  }
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (isInitialsOf(short, long)) return { likeness: 0.97, told: 0.8, initials: true }
  if (a.joined === b.joined || a.key === b.key || a.whole === b.whole) {
    return { likeness: 1, told: toldBy(short.words, weight), initials: false }
  }
  const left = new Set(b.words.keys())
  let shared = 0
  let all = 0
  let slips = 0
  const met: string[] = []
  const aloneA: string[] = []
  for (const word of a.words) {
    let best = -1
    let likeness = 0
    for (const at of left) {
      const alike = wordLikeness(word, b.words[at] ?? '')
      if (alike > likeness) {
        likeness = alike
        best = at
      }
    }
    if (best < 0) aloneA.push(word)
    else {
      const other = b.words[best] ?? ''
      left.delete(best)
      met.push(weight(word) < weight(other) ? word : other)
      const each = Math.min(weight(word), weight(other))
      shared += each * likeness
      all += 2 * each
      if (likeness < 1) slips += 1
    }
  }
  const aloneB = [...left].map((at) => b.words[at] ?? '')
  for (const word of [...aloneA, ...aloneB]) all += weight(word)
  const told = toldBy(met, weight)
  let likeness = (2 * shared) / all
  if (
    a.words.length !== b.words.length &&
    a.joined[0] === b.joined[0] &&
    Math.min(a.joined.length, b.joined.length) >= 8 &&
    editDistance(a.joined, b.joined, 1) <= 1
  ) {
    return { likeness: 0.95, told: toldBy(short.words, weight), initials: false }
  }
  if (aloneA.length > 0 && aloneB.length > 0) {
    // What each says for itself, they contradict each other with: bank and insurance, Koffi and Konan.
    likeness = Math.min(likeness * 0.8, 0.66)
  } else if (aloneA.length + aloneB.length > 0 && shared > 0) {
    const alone = [...aloneA, ...aloneB]
    const mere = alone.every((word) => weight(word) <= 0.36 || initialsWithin(word, long))
    const strong = shared >= 0.9
    const spelled = alone.every((word) => initialsWithin(word, long))
    if (spelled && a.group === b.group) likeness = Math.max(likeness, 0.93)
    else if (mere && strong && a.group === b.group) likeness = Math.max(likeness, 0.88)
    else if (mere && a.group === b.group) likeness = Math.min(Math.max(likeness, 0.72), 0.86)
    else likeness *= 0.9
    if (a.group !== b.group) likeness = Math.min(likeness, 0.6)
  }
  if (slips > 0 && a.words.length === 1) likeness -= 0.1
  return { likeness: Math.max(0, likeness), told, initials: false }
}

/** How much words tell together: a made-up name everything, any number of words of trades at most half. */
function toldBy(words: readonly string[], weight: WordWeight): number {
  const sum = words.reduce((all, word) => all + weight(word), 0)
  const best = Math.max(0, ...words.map(weight))
  return best <= 0.36 ? Math.min(0.5, sum * 0.45) : Math.min(1, sum)
}

function singular(word: string): string {
  return word.length > 4 && /[sx]$/.test(word) ? word.slice(0, -1) : word
}

const soundOfWord = (word: string) => soundOf(word).replace(/e$/, '')

/** 1 for the same word, less for one written with slips, 0 for another. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [one, other] = [singular(a), singular(b)]
  if (one === other) return 1
  // "Kouamé J." for "Kouamé Jean".
  if (Math.min(one.length, other.length) === 1) return one[0] === other[0] ? 0.8 : 0
  const length = Math.min(one.length, other.length)
  if (length < 4) return 0
  const [soundOne, soundOther] = [soundOfWord(one), soundOfWord(other)]
  if (soundOne === soundOther) return 0.95
  if (one[0] !== other[0] && soundOne[0] !== soundOther[0]) return 0
  const slips = editDistance(one, other, 2)
  if (slips === 1 && length >= 6) return 0.9
  if (slips === 2 && length >= 10) return 0.85
  if (
    length >= 6 &&
    (one.startsWith(other) || other.startsWith(one)) &&
    Math.abs(one.length - other.length) <= 2
  ) {
    return 0.88
  }
  return 0
}

/** True for a name of one short word that is the initials, or the first letters, of the other's words in order. */
export function isInitialsOf(short: NameKey, long: NameKey): boolean {
  const [letters, ...more] = short.words
  if (letters === undefined || more.length > 0) return false
  if (!/^[a-z]{3,9}$/.test(letters) || long.spoken.length < 3) return false
  const tails = [letters]
  // "AGL Côte d'Ivoire": the country may stand in the letters or after them.
  return tails.some((one) => spells(one, long.spoken))
}

function initialsWithin(word: string, long: NameKey): boolean {
  return (
    /^[a-z]{3,6}$/.test(word) &&
    spells(
      word,
      long.spoken.filter((one) => one !== word),
    )
  )
}

/** True where letters can be read off the beginnings of all words but the last few small ones, in their order. */
function spells(letters: string, words: readonly string[]): boolean {
  const from = (at: number, word: number): boolean => {
    if (at === letters.length) {
      // A country or a legal word may be left over.
      return words.length - word <= (words.length >= 4 ? 2 : 0)
    }
    const next = words[word]
    if (next === undefined) return false
    for (let size = Math.min(4, next.length, letters.length - at); size > 0; size--) {
      if (next.startsWith(letters.slice(at, at + size)) && from(at + size, word + 1)) return true
    }
    return false
  }
  return words[0]?.[0] === letters[0] && words.length <= letters.length + 2 && from(0, 0)
}
