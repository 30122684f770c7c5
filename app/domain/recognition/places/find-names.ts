import type { Near } from '../spelling-index.ts'
import { foldText } from '../text.ts'
import type { Meaning, NameIndex } from './name-index.ts'
import {
  compact,
  joining,
  linking,
  noise,
  placeWords,
  quarterly,
  streets,
  towards,
  unitly,
} from './place-words.ts'

export type Cue = 'none' | 'towards' | 'street' | 'quarter' | 'unit'

/** A name found in a text. */
export interface Hit {
  readonly meaning: Meaning
  readonly from: number
  readonly to: number
  readonly cue: Cue
  /** 0 for a name written as we know it; slips of the pen otherwise. */
  readonly slips: number
  readonly letters: number
}

export interface Found {
  readonly words: readonly string[]
  readonly hits: readonly Hit[]
  /** Spellings near a part of the text, too uncertain to be taken. */
  readonly guesses: readonly Meaning[]
  /** True where the text lists places side by side: "Sousse et Sfax". */
  readonly joined: boolean
}

interface Parts {
  readonly index: NameIndex
  readonly near: (text: string) => Near[]
  /** How important the most important place of this meaning is. */
  readonly weightOf: (meaning: Meaning) => number
}

/** Finds the names in a text, the longest first, then names written with slips in what is left. */
export function findNames(text: string, parts: Parts): Found {
  const words = placeWords(foldText(text).replace(/\(.{0,3}\)|n°|º/g, ' '))
  const taken = new Array<boolean>(words.length).fill(false)
  const hits: Hit[] = []
  const guesses: Meaning[] = []
  const take = (from: number, to: number, meaning: Meaning, slips: number) => {
    for (let at = from; at < to; at++) taken[at] = true
    const letters = compact(words.slice(from, to)).length
    hits.push({ meaning, from, to, cue: cueBefore(words, from), slips, letters })
  }
  const free = (from: number, to: number) => !taken.slice(from, to).includes(true)

  for (let length = Math.min(parts.index.longestWords + 1, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      if (!free(from, from + length)) continue
      const meaning = parts.index.meanings.get(compact(words.slice(from, from + length)))
      if (meaning && !(length === 1 && onlyNoise(words[from], meaning, words.length))) {
        take(from, from + length, meaning, 0)
      } else if (length > 1 && !noise.has(words[from + length - 1] ?? '')) {
        // A long name with a slip goes before the short name that is a part of it.
        const long = nearest(compact(words.slice(from, from + length)), parts, false)
        if (
          long.take &&
          long.slips <= 1 &&
          long.letters > longestPart(words, from, length, parts) + 2
        ) {
          take(from, from + length, long.take, long.slips)
        }
      }
    }
  }
  const sure = hits.some((hit) => hit.cue === 'none' && isPlace(hit.meaning))
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const to = from + length
      if (!free(from, to)) continue
      const span = words.slice(from, to)
      if (noise.has(span[0] ?? '') && !/^(el|al|la|le|port|sous)$/.test(span[0] ?? '')) continue
      if (length > 1 && noise.has(span[length - 1] ?? '')) continue
      if (length === 1 && noise.has(span[0] ?? '')) continue
      const found = nearest(compact(span), parts, sure)
      if (found.take) take(from, to, found.take, found.slips)
      else guesses.push(...found.guesses)
    }
  }
  return {
    words,
    hits: hits.sort((a, b) => a.from - b.from),
    guesses,
    joined: words.some((word) => joining.has(word)) || /[&+]/.test(text),
  }
}

/** True for a meaning that says where something is: a place, or a quarter of one. */
export function isPlace(meaning: Meaning): boolean {
  return meaning.places.size > 0 || meaning.quarterOf.size > 0
}

/** A word of addresses that also happens to be the name of a village. */
function onlyNoise(word: string | undefined, meaning: Meaning, count: number): boolean {
  return count > 1 && noise.has(word ?? '') && meaning.quarterOf.size === 0
}

/** The length of the longest name written as we know it within these words. */
function longestPart(words: readonly string[], from: number, length: number, parts: Parts): number {
  let longest = 0
  for (let size = 1; size < length; size++) {
    for (let at = from; at + size <= from + length; at++) {
      const text = compact(words.slice(at, at + size))
      if (text.length > longest && parts.index.meanings.has(text)) longest = text.length
    }
  }
  return longest
}

function cueBefore(words: readonly string[], from: number): Cue {
  let at = from - 1
  while (at >= 0 && linking.has(words[at] ?? '') && from - at <= 3) at--
  const word = words[at] ?? ''
  if (towards.has(word)) return 'towards'
  if (streets.has(word)) return 'street'
  if (unitly.has(word)) return 'unit'
  if (quarterly.has(word)) return 'quarter'
  return 'none'
}

function nearest(
  text: string,
  { index, near, weightOf }: Parts,
  sure: boolean,
): { take?: Meaning; slips: number; letters: number; guesses: Meaning[] } {
  const candidates = near(text).flatMap(({ spelling, slips }) => {
    const meaning = index.meanings.get(spelling)
    return meaning && !(meaning.foreign && slips > 1) ? [{ meaning, slips, spelling }] : []
  })
  const [best, ...others] = candidates
  if (!best) return { slips: 0, letters: 0, guesses: [] }
  const rivals = others.filter(
    (one) =>
      one.slips <= best.slips + 0.5 &&
      !sameTowns(one.meaning, best.meaning) &&
      weightOf(one.meaning) > weightOf(best.meaning) / 4,
  )
  const weight = weightOf(best.meaning)
  const length = Math.min(text.length, best.spelling.length)
  // A slip in a short name makes another name; small villages are seldom what a list means.
  const quarter = best.meaning.places.size === 0 && best.meaning.quarterOf.size > 0
  const allowed = quarter ? (length >= 7 ? 1 : 0.5) : allowedSlips(length, weight)
  const fits = best.slips <= (sure ? Math.min(allowed, 1) : allowed)
  const enough = length >= (sure ? 6 : 4) && (weight >= 30 || length >= 6) && !(sure && weight < 30)
  if (rivals.length === 0 && fits && enough) {
    return { take: best.meaning, slips: best.slips, letters: best.spelling.length, guesses: [] }
  }
  return { slips: 0, letters: 0, guesses: candidates.map((one) => one.meaning) }
}

function allowedSlips(length: number, weight: number): number {
  if (weight < 30) return length >= 8 ? 1 : 0.5
  if (length >= 8) return 2
  if (length >= 7) return 1.5
  return length >= 5 ? 1 : 0.5
}

function sameTowns(a: Meaning, b: Meaning): boolean {
  return (
    [...a.places].some((id) => b.places.has(id)) ||
    [...a.quarterOf].some((id) => b.quarterOf.has(id) || b.places.has(id))
  )
}
