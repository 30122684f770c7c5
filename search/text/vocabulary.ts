import { typoDistance } from './typos.ts'

const MOST_EXPANSIONS = 24

/** The words of an index, to find those that a mistyped one may stand for. */
export class Vocabulary {
  readonly #known = new Set<string>()
  /** Words by length, each with the letters it holds as a 32-bit set. */
  readonly #byLength: { words: string[]; letters: number[] }[] = []

  get size(): number {
    return this.#known.size
  }

  has(word: string): boolean {
    return this.#known.has(word)
  }

  /** Whether the word was new. */
  add(word: string): boolean {
    if (this.#known.has(word)) return false
    this.#known.add(word)
    while (this.#byLength.length <= word.length) this.#byLength.push({ words: [], letters: [] })
    const bucket = this.#byLength[word.length]
    bucket?.words.push(word)
    bucket?.letters.push(letterSet(word))
    return true
  }

  /**
   * Known words within `most` typos of a word, itself left out, nearest first, at most 24. With
   * `prefix`, words that begin with something within `most` typos of it.
   */
  near(typed: string, most: number, prefix: boolean): string[] {
    const found: { word: string; distance: number }[] = []
    const wanted = letterSet(typed)
    const longest = prefix ? this.#byLength.length - 1 : typed.length + most
    for (let length = typed.length - most; length <= longest; length++) {
      const bucket = this.#byLength[length]
      if (!bucket) continue
      const { words, letters } = bucket
      for (let at = 0; at < words.length; at++) {
        // Each typo takes at most one letter out of the word: cheaper to see than the distance.
        if (bits(wanted & ~(letters[at] ?? 0)) > most) continue
        const word = words[at] ?? ''
        const distance = typoDistance(typed, word, most, prefix)
        if (distance > most || word === typed || (prefix && word.startsWith(typed))) continue
        found.push({ word, distance })
      }
    }
    found.sort(
      (a, b) =>
        a.distance - b.distance || a.word.length - b.word.length || (a.word < b.word ? -1 : 1),
    )
    return found.slice(0, MOST_EXPANSIONS).map(({ word }) => word)
  }
}

function letterSet(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set
}

function bits(set: number): number {
  let value = set - ((set >>> 1) & 0x55555555)
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333)
  return (((value + (value >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
