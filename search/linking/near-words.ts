import { typoDistance } from '#search/text/typos.ts'

/** A known word and how many typos part it from what was typed. */
export interface NearWord {
  readonly word: string
  readonly distance: 1 | 2
}

/** The words of an index, to find those that a mistyped one may stand for. */
export class NearWords {
  /** Words by length, each with the letters that it holds as a set of 32 bits. */
  readonly #byLength: { words: string[]; letters: number[] }[] = []

  constructor(words: Iterable<string>) {
    for (const word of words) {
      while (this.#byLength.length <= word.length) this.#byLength.push({ words: [], letters: [] })
      const bucket = this.#byLength[word.length]
      bucket?.words.push(word)
      bucket?.letters.push(letterSet(word))
    }
  }

  /** Words one typo from what was typed, or with `most` 2 also those two away. */
  find(typed: string, most: 1 | 2): NearWord[] {
    const found: NearWord[] = []
    const wanted = letterSet(typed)
    for (let length = typed.length - most; length <= typed.length + most; length++) {
      const bucket = this.#byLength[length]
      if (!bucket) continue
      for (let at = 0; at < bucket.words.length; at++) {
        // A typo takes at most one letter out and brings at most one in: cheaper to see than the distance.
        const letters = bucket.letters[at] ?? 0
        if (bits(wanted & ~letters) > most || bits(letters & ~wanted) > most) continue
        const word = bucket.words[at] ?? ''
        if (word === typed) continue
        if (isOneTypoAway(typed, word)) found.push({ word, distance: 1 })
        else if (most === 2 && typoDistance(typed, word, 2) <= 2) found.push({ word, distance: 2 })
      }
    }
    return found
  }

  /** Whether any word is one typo from what was typed, or with `most` 2 two. */
  has(typed: string, most: 1 | 2): boolean {
    return this.find(typed, most).length > 0
  }

  /** Words whose beginning is one typo from what was typed. */
  beginningLike(typed: string): string[] {
    const found: string[] = []
    const wanted = letterSet(typed)
    for (let length = typed.length; length < this.#byLength.length; length++) {
      const bucket = this.#byLength[length]
      if (!bucket) continue
      for (let at = 0; at < bucket.words.length; at++) {
        if (bits(wanted & ~(bucket.letters[at] ?? 0)) > 1) continue
        const word = bucket.words[at] ?? ''
        if (isOneTypoAway(typed, word, true)) found.push(word)
      }
    }
    return found
  }
}

/**
 * Whether one letter added, dropped, replaced or exchanged with its neighbour makes the typed word the other, or with
 * `beginning` the beginning of the other.
 */
export function isOneTypoAway(typed: string, word: string, beginning = false): boolean {
  let same = 0
  while (same < typed.length && same < word.length && typed[same] === word[same]) same++
  const rest = (from: number, start: number) =>
    beginning
      ? word.startsWith(typed.slice(from), start)
      : word.length - start === typed.length - from && word.endsWith(typed.slice(from))
  if (same < typed.length && (rest(same + 1, same + 1) || rest(same + 1, same))) return true
  if (same < word.length && rest(same, same + 1)) return true
  const exchanged =
    same + 1 < typed.length && typed[same] === word[same + 1] && typed[same + 1] === word[same]
  return exchanged && rest(same + 2, same + 2)
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
