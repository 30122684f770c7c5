import type { DocumentText } from '../documents/common.ts'
import { indexWords } from '../text/tokens.ts'

/** The text columns, and what a word in each is worth. */
const COLUMNS = ['title', 'skills', 'place', 'body'] as const
export const COLUMN_WEIGHTS: readonly number[] = [10, 5, 3, 1]
/** A set of columns has a bit for each. */
export const SET_BITS = COLUMNS.length

/**
 * The words of a document as numbers, rising: of each the number of the word in the index, and in the lowest
 * bits the set of columns that hold it.
 */
export type PackedWords = Uint32Array

export const NO_WORDS: PackedWords = new Uint32Array(0)

/** The number of a word. */
export function numberOf(packed: number): number {
  return packed >>> SET_BITS
}

/** The set of columns that hold it. */
export function setOf(packed: number): number {
  return packed & ((1 << SET_BITS) - 1)
}

/** Packs words of documents, for one index: what it has met before it knows the numbers of. */
export class WordPacker {
  readonly #pieces: Pieces
  /** By number, the columns that the document at hand has it in. */
  #sets = new Uint8Array(1024)

  /** @param number gives each word's number, making one for a new word */
  constructor(number: (word: string) => number) {
    this.#pieces = new Pieces((piece) => indexWords(piece).map(number))
  }

  /** Packs the words of a document. */
  pack(text: DocumentText): PackedWords {
    const met: number[] = []
    COLUMNS.forEach((column, bit) => {
      this.#pieces.visit(text[column], (numbers) => {
        for (let at = 0; at < numbers.length; at++) {
          const number = numbers[at] ?? 0
          if (number >= this.#sets.length) this.#grow(number)
          const set = this.#sets[number] ?? 0
          if (set === 0) met.push(number)
          this.#sets[number] = set | (1 << bit)
        }
      })
    })
    const packed = new Uint32Array(met.length)
    for (let at = 0; at < met.length; at++) {
      const number = met[at] ?? 0
      packed[at] = number * (1 << SET_BITS) + (this.#sets[number] ?? 0)
      this.#sets[number] = 0
    }
    return packed.sort()
  }

  /** Forgets what it knows, for numbers may have come to nothing. */
  forget(): void {
    this.#pieces.clear()
  }

  #grow(number: number): void {
    const grown = new Uint8Array(number * 2)
    grown.set(this.#sets)
    this.#sets = grown
  }
}

const TABLE_SIZE = 1 << 18
const MOST_PIECES = TABLE_SIZE / 4
const SPACE = 32

/**
 * What pieces of text between two spaces stand for, so far as they were met: texts are mostly made of the
 * same labels. Looks pieces up where they stand, for cutting them out is what would take the time.
 */
class Pieces {
  readonly #make: (piece: string) => readonly number[]
  /** By hash, one more than the place in the lists below; 0 for none. */
  readonly #table = new Int32Array(TABLE_SIZE)
  #hashes: number[] = []
  #pieces: string[] = []
  #numbers: (readonly number[])[] = []

  constructor(make: (piece: string) => readonly number[]) {
    this.#make = make
  }

  visit(text: string, use: (numbers: readonly number[]) => void): void {
    let start = 0
    let hash = 0
    for (let at = 0; at <= text.length; at++) {
      const letter = at < text.length ? text.charCodeAt(at) : SPACE
      if (letter !== SPACE) {
        hash = Math.imul(hash ^ letter, 0x01000193) + at - start
        continue
      }
      if (at > start) use(this.#find(text, start, at, hash))
      start = at + 1
      hash = 0
    }
  }

  clear(): void {
    this.#table.fill(0)
    this.#hashes = []
    this.#pieces = []
    this.#numbers = []
  }

  #find(text: string, start: number, end: number, hash: number): readonly number[] {
    let place = (hash ^ (hash >>> 15)) & (TABLE_SIZE - 1)
    for (;;) {
      const at = (this.#table[place] ?? 0) - 1
      if (at < 0) break
      const piece = this.#pieces[at] ?? ''
      const isSame = this.#hashes[at] === hash && piece.length === end - start
      if (isSame && text.startsWith(piece, start)) return this.#numbers[at] ?? []
      place = (place + 1) & (TABLE_SIZE - 1)
    }
    const piece = text.slice(start, end)
    const numbers = this.#make(piece)
    if (this.#pieces.length >= MOST_PIECES) {
      this.clear()
      return numbers
    }
    this.#table[place] = this.#pieces.push(piece)
    this.#hashes.push(hash)
    this.#numbers.push(numbers)
    return numbers
  }
}

/** As the file holds them. */
export function wordBytes(words: PackedWords): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
}

/** From what the file holds. */
export function wordsFromBytes(bytes: Uint8Array | null): PackedWords {
  if (!bytes || bytes.length === 0) return NO_WORDS
  // A copy of its own: the bytes may begin anywhere in a shared buffer.
  return new Uint32Array(new Uint8Array(bytes).buffer)
}
