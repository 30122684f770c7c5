import type { Database, Statement } from 'better-sqlite3'
import type { DocumentText } from '../documents/common.ts'
import { queryWords, wordsOf } from '../text/tokens.ts'
import { typosAllowed } from '../text/typos.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import type { Selection } from './columns.ts'
import type { Tables } from './file.ts'
import type { Scratch } from './scratch.ts'

/** The text columns, and what a word in each is worth. */
const COLUMNS = ['title', 'skills', 'place', 'body'] as const
const COLUMN_WEIGHTS = [10, 5, 3, 1]
/** What a set of columns (a bit each) is worth. */
const SET_WEIGHTS = Float64Array.from({ length: 16 }, (_, set) =>
  COLUMN_WEIGHTS.reduce((sum, weight, bit) => sum + (set & (1 << bit) ? weight : 0), 0),
)
/** What a match by the beginning of a word is worth beside the word itself, and one by a typo. */
const PREFIX_FACTOR = 0.8
const TYPO_FACTOR = 0.5
/** A word that so few documents hold may itself be a typo: others near it are looked for as well. */
const FEW = 5
/** Words in so many documents are kept in memory once read: reading them again costs most. */
const COMMON = 2000
const MOST_COMMON_KEPT = 200

/** Which documents hold a word, each with the set of columns it stands in. */
interface Postings {
  readonly slots: Int32Array
  readonly sets: Uint8Array
  readonly count: number
}

/** A word kept in memory: the set of columns of every slot, kept up to date by writes. */
interface KeptWord {
  readonly word: string
  readonly prefix: boolean
  sets: Uint8Array
  /** How many slots have a set. */
  holders: number
}

/** In arrays that last until the next read. */
export interface TextMatches {
  readonly selection: Selection
  /** Relevance by slot. */
  readonly scores: Float64Array
}

/** The words of one kind: FTS5 on the file, the vocabulary and the commonest words in memory. */
export class TextIndex {
  readonly #select: Statement<[string], number>
  readonly #insert: Statement
  readonly #delete: Statement
  readonly #insertWord: Statement
  readonly #scratch: Scratch
  readonly #vocabulary = new Vocabulary()
  readonly #kept = new Map<string, KeptWord>()

  constructor(db: Database, tables: Tables, scratch: Scratch) {
    this.#scratch = scratch
    this.#select = db
      .prepare<[string], number>(
        `SELECT rowid FROM ${tables.text} WHERE ${tables.text} MATCH ? ORDER BY rowid`,
      )
      .pluck()
    this.#insert = db.prepare(
      `INSERT INTO ${tables.text} (rowid, title, skills, place, body) VALUES (?, ?, ?, ?, ?)`,
    )
    this.#delete = db.prepare(`DELETE FROM ${tables.text} WHERE rowid = ?`)
    this.#insertWord = db.prepare(`INSERT OR IGNORE INTO ${tables.word} (word) VALUES (?)`)
    for (const word of db
      .prepare<[], string>(`SELECT word FROM ${tables.word}`)
      .pluck()
      .iterate()) {
      this.#vocabulary.add(word)
    }
  }

  /** Writes the words of a slot to the file, inside the caller's transaction. */
  write(slot: number, text: DocumentText, replacing: boolean): void {
    if (replacing) this.#delete.run(slot)
    const words = COLUMNS.map((column) => wordsOf(text[column]))
    this.#insert.run(slot, ...words.map((list) => list.join(' ')))
    for (const word of new Set(words.flat())) {
      if (!this.#vocabulary.has(word)) this.#insertWord.run(word)
    }
  }

  /** Removes the words of a slot from the file, inside the caller's transaction. */
  erase(slot: number): void {
    this.#delete.run(slot)
  }

  /** Brings memory in step with a slot as the file now has it; null when it was removed. */
  applied(slot: number, text: DocumentText | null): void {
    const columns = COLUMNS.map((column) => new Set(text ? wordsOf(text[column]) : []))
    for (const words of columns) for (const word of words) this.#vocabulary.add(word)
    for (const kept of this.#kept.values()) {
      let set = 0
      columns.forEach((words, bit) => {
        if (holds(words, kept)) set |= 1 << bit
      })
      if (slot >= kept.sets.length) {
        const grown = new Uint8Array(Math.max(slot + 1, kept.sets.length * 2))
        grown.set(kept.sets)
        kept.sets = grown
      }
      kept.holders += (set > 0 ? 1 : 0) - ((kept.sets[slot] ?? 0) > 0 ? 1 : 0)
      kept.sets[slot] = set
    }
  }

  /**
   * The documents that hold every word of a query, as such, as the beginning of a longer word (the
   * last one) or by a typo. Null when the query has no word: it then asks for nothing.
   */
  find(text: string, capacity: number, live: number): TextMatches | null {
    const words = queryWords(text)
    if (words.length === 0) return null
    const scores = this.#scratch.doubles('scores', capacity)
    /** How many words of the query each slot holds, as far as they have been looked at. */
    const found = this.#scratch.bytes('found', capacity)
    const slots = this.#scratch.integers('selection', capacity)
    let count = 0
    for (const [round, { word, prefix }] of words.entries()) {
      if (round > 0 && count === 0) break
      count = 0
      const take = (postings: Postings, factor: number) => {
        const rarity = Math.log(1 + live / (1 + postings.count)) * factor
        for (let at = 0; at < postings.count; at++) {
          const slot = postings.slots[at] ?? 0
          // Not in what the words before have left, or found by a better form of this word.
          if (slot >= capacity || found[slot] !== round) continue
          found[slot] = round + 1
          scores[slot] = (scores[slot] ?? 0) + rarity * (SET_WEIGHTS[postings.sets[at] ?? 0] ?? 0)
          slots[count++] = slot
        }
        return postings.count
      }
      let holders = take(this.#holding(word, false), 1)
      if (prefix) holders = Math.max(holders, take(this.#holding(word, true), PREFIX_FACTOR))
      const typos = typosAllowed(word)
      if (typos > 0 && holders < FEW) {
        const near = this.#vocabulary.near(word, typos, prefix)
        if (near.length > 0) take(this.#read(near, false), TYPO_FACTOR)
      }
    }
    return { selection: { slots, count }, scores }
  }

  #holding(word: string, prefix: boolean): Postings {
    const key = prefix ? `${word}*` : word
    const kept = this.#kept.get(key)
    if (kept) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return this.#ofKept(kept)
    }
    if (!prefix && !this.#vocabulary.has(word)) return NO_POSTINGS
    const postings = this.#read([word], prefix)
    if (postings.slots.length >= COMMON) this.#keep(key, word, prefix, postings)
    return postings
  }

  #keep(key: string, word: string, prefix: boolean, postings: Postings): void {
    const sets = new Uint8Array((postings.slots.at(-1) ?? 0) + 1)
    postings.slots.forEach((slot, at) => {
      sets[slot] = postings.sets[at] ?? 0
    })
    this.#kept.set(key, { word, prefix, sets, holders: postings.slots.length })
    if (this.#kept.size > MOST_COMMON_KEPT) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest)
        break
      }
    }
  }

  #ofKept({ sets, holders }: KeptWord): Postings {
    const slots = this.#scratch.integers('kept', holders)
    const packed = this.#scratch.bytes('kept', holders)
    let count = 0
    for (let slot = 0; slot < sets.length; slot++) {
      const set = sets[slot] ?? 0
      if (set === 0) continue
      slots[count] = slot
      packed[count] = set
      count++
    }
    return { slots, sets: packed, count }
  }

  /** Reads from the file which slots hold any of these words, and in which columns. */
  #read(words: readonly string[], prefix: boolean): Postings {
    // Words are letters and digits only, so that quoting them is enough.
    const any = words.map((word) => (prefix ? `"${word}" *` : `"${word}"`)).join(' OR ')
    const byColumn = COLUMNS.map((column) => this.#select.all(`${column} : (${any})`))
    return merged(byColumn)
  }
}

const NO_POSTINGS: Postings = { slots: new Int32Array(0), sets: new Uint8Array(0), count: 0 }

/** Merges the slots of each column, all in rising order. */
function merged(byColumn: readonly (readonly number[])[]): Postings {
  const most = byColumn.reduce((sum, slots) => sum + slots.length, 0)
  const slots = new Int32Array(most)
  const sets = new Uint8Array(most)
  const at = byColumn.map(() => 0)
  let count = 0
  for (;;) {
    let least = Infinity
    for (let bit = 0; bit < byColumn.length; bit++) {
      const slot = byColumn[bit]?.[at[bit] ?? 0]
      if (slot !== undefined && slot < least) least = slot
    }
    if (least === Infinity) break
    let set = 0
    for (let bit = 0; bit < byColumn.length; bit++) {
      if (byColumn[bit]?.[at[bit] ?? 0] !== least) continue
      set |= 1 << bit
      at[bit] = (at[bit] ?? 0) + 1
    }
    slots[count] = least
    sets[count] = set
    count++
  }
  return { slots: slots.subarray(0, count), sets: sets.subarray(0, count), count }
}

function holds(words: ReadonlySet<string>, kept: KeptWord): boolean {
  if (!kept.prefix) return words.has(kept.word)
  for (const word of words) if (word.startsWith(kept.word)) return true
  return false
}
