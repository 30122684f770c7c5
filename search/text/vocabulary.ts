import { typoDistance } from './typos.ts'

const MOST_EXPANSIONS = 24
/** So many new words are looked through one by one before all are put in order again. */
const MOST_UNSORTED = 2000

/** The words of an index by number, to find those with a beginning or near a mistyped one. */
export class Vocabulary {
  readonly #words: string[] = []
  readonly #numbers = new Map<string, number>()
  /** Letters that a word holds, as a 32-bit set, by number. */
  #letters = new Int32Array(1024)
  /** Words without digits (those with any have no typos), by length. */
  readonly #byLength: number[][] = []
  /** Numbers in the order of their words; words from `sorted.length` on are not in it yet. */
  #sorted = new Int32Array(0)

  get size(): number {
    return this.#words.length
  }

  /** -1 for a word never met. */
  number(word: string): number {
    return this.#numbers.get(word) ?? -1
  }

  /** Empty for a number that no word has. */
  word(number: number): string {
    return this.#words[number] ?? ''
  }

  /** The number of a word, the next one when it is new. */
  add(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#words.length
    this.#numbers.set(word, number)
    this.#words.push(word)
    if (number >= this.#letters.length) {
      const grown = new Int32Array(number * 2)
      grown.set(this.#letters)
      this.#letters = grown
    }
    this.#letters[number] = letterSet(word, word.length)
    if (!/\d/.test(word)) {
      while (this.#byLength.length <= word.length) this.#byLength.push([])
      this.#byLength[word.length]?.push(number)
    }
    return number
  }

  /** Numbers of all words with a beginning, itself included. */
  beginningWith(prefix: string): number[] {
    if (this.#words.length - this.#sorted.length > MOST_UNSORTED) this.#sort()
    const found: number[] = []
    for (let at = this.#firstFrom(prefix); at < this.#sorted.length; at++) {
      const number = this.#sorted[at] ?? 0
      if (!this.word(number).startsWith(prefix)) break
      found.push(number)
    }
    for (let number = this.#sorted.length; number < this.#words.length; number++) {
      if (this.word(number).startsWith(prefix)) found.push(number)
    }
    return found
  }

  /**
   * Numbers of words within `most` typos of a word, itself left out, nearest first, at most 24 of
   * those that `counts`. With `prefix`, words that begin with something within `most` typos of it.
   */
  near(
    typed: string,
    most: number,
    prefix: boolean,
    counts: (number: number) => boolean = () => true,
  ): number[] {
    const found: { number: number; word: string; distance: number }[] = []
    const wanted = letterSet(typed, typed.length)
    const longest = prefix ? this.#byLength.length - 1 : typed.length + most
    for (let length = typed.length - most; length <= longest; length++) {
      for (const number of this.#byLength[length] ?? []) {
        const letters = this.#letters[number] ?? 0
        // Each typo takes at most one letter out of the word, and brings one: cheaper to see than
        // the distance.
        if (more(wanted & ~letters, most)) continue
        const word = this.#words[number] ?? ''
        if (!prefix) {
          if (more(letters & ~wanted, most)) continue
        } else if (more(wanted & ~letterSet(word, typed.length + most), most)) continue
        const distance = typoDistance(typed, word, most, prefix)
        if (distance > most || word === typed || (prefix && word.startsWith(typed))) continue
        if (counts(number)) found.push({ number, word, distance })
      }
    }
    found.sort(
      (a, b) =>
        a.distance - b.distance || a.word.length - b.word.length || (a.word < b.word ? -1 : 1),
    )
    return found.slice(0, MOST_EXPANSIONS).map(({ number }) => number)
  }

  /** All words by number. */
  words(): readonly string[] {
    return this.#words
  }

  #sort(): void {
    const words = this.#words
    const numbers = Int32Array.from(words, (_, number) => number)
    this.#sorted = numbers.sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1))
  }

  /** Where the first word that is not before a text stands in the order. */
  #firstFrom(text: string): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.word(this.#sorted[middle] ?? 0) < text) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The letters among the first ones of a word. */
function letterSet(word: string, first: number): number {
  let set = 0
  const end = Math.min(first, word.length)
  for (let at = 0; at < end; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set
}

/** Whether a set holds more than so many (one or two). */
function more(set: number, most: number): boolean {
  let left = set
  for (let taken = 0; taken < most; taken++) left &= left - 1
  return left !== 0
}
