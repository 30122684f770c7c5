import { queryWords } from '../text/tokens.ts'
import { singularOf, typosAllowed } from '../text/typos.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import type { Selection } from './columns.ts'
import { COLUMN_WEIGHTS, numberOf, type PackedWords, SET_BITS, setOf } from './document-words.ts'
import { PackedLists } from './packed-lists.ts'
import type { Scratch } from './scratch.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** What a set of columns (a bit each) is worth. */
const SET_WEIGHTS = Float64Array.from({ length: 1 << SET_BITS }, (_, set) =>
  COLUMN_WEIGHTS.reduce((sum, weight, bit) => sum + (set & (1 << bit) ? weight : 0), 0),
)
/** What a match by the beginning of a word is worth beside the word itself, and one by a typo. */
const PREFIX_FACTOR = 0.8
const TYPO_FACTOR = 0.5
/** Beginnings of words with so many postings are put together once and kept. */
const COSTLY = 200_000
const MOST_KEPT = 32
const MOST_NEAR = 1000
/** With so many times fewer documents left than a word has, each of them is looked up in its postings. */
const LOOK_UP = 24

/** The documents that hold any word with a beginning: the set of columns of every slot. */
interface KeptBeginning {
  sets: Uint8Array
  holders: number
}

/** In arrays that last until the next read. */
export interface TextMatches {
  readonly selection: Selection
  /** Relevance by slot. */
  readonly scores: Float64Array
}

/** The query under way: what has been found of the words looked at so far. */
interface Search {
  readonly scores: Float64Array
  /** How many words of the query each slot holds. */
  readonly found: Uint8Array
  readonly slots: Int32Array
  readonly capacity: number
  readonly live: number
  round: number
  /** Slots found in this round, the first in `slots`. */
  count: number
  /** Slots that the rounds before left. */
  before: Int32Array
  left: number
}

/**
 * The words of one kind: for each, the documents that hold it, each with the set of columns it stands
 * in, all in memory. What the file holds of a document's words is the caller's to read and write.
 */
export class TextIndex {
  readonly #scratch: Scratch
  readonly #vocabulary = new Vocabulary()
  /** By word: slot and set of columns, by rising slot. */
  readonly #postings = new PackedLists()
  readonly #kept = new Map<string, KeptBeginning>()
  /** Words like those mistyped since the last change: people mistype alike, and ask page after page. */
  readonly #near = new Map<string, readonly number[]>()

  constructor(scratch: Scratch) {
    this.#scratch = scratch
  }

  /** The number of a word; -1 for one never met. */
  number(word: string): number {
    return this.#vocabulary.number(word)
  }

  /** How many words have numbers: the next new one gets this. */
  get size(): number {
    return this.#vocabulary.size
  }

  /** Takes the next new words, in the order of their numbers. */
  learn(words: Iterable<string>): void {
    for (const word of words) this.#vocabulary.add(word)
  }

  /** Makes room at once, in an empty index that knows its words, for so many documents of each. */
  reserve(holders: Int32Array): void {
    this.#postings.reserve(holders)
  }

  /** Replaces what a slot held before (as far as that is known) by what it holds now. */
  replace(slot: number, before: PackedWords, after: PackedWords): void {
    this.#near.clear()
    let a = 0
    let b = 0
    while (a < before.length || b < after.length) {
      const old = a < before.length ? numberOf(before[a] ?? 0) : Infinity
      const next = b < after.length ? numberOf(after[b] ?? 0) : Infinity
      if (old === next && before[a] === after[b]) {
        a++
        b++
      } else if (next <= old) {
        this.#put(next, slot, setOf(after[b] ?? 0))
        if (old === next) a++
        b++
      } else {
        this.#remove(old, slot)
        a++
      }
    }
    for (const [beginning, kept] of this.#kept) this.#keepUp(beginning, kept, slot, after)
  }

  /**
   * The documents that hold every word of a query, as such, as the beginning of a longer word (the
   * last one) or, where no document of the kind holds it so, by a typo; where it is `known` in the singular
   * only. Null when the query has no word: it then asks for nothing.
   */
  find(
    text: string,
    capacity: number,
    live: number,
    known: readonly string[] = [],
  ): TextMatches | null {
    const words = queryWords(text)
    if (words.length === 0) return null
    const search: Search = {
      scores: this.#scratch.doubles('scores', capacity),
      found: this.#scratch.bytes('found', capacity),
      slots: this.#scratch.integers('selection', capacity),
      capacity,
      live,
      round: 0,
      count: 0,
      before: this.#scratch.integers('left', capacity),
      left: live,
    }
    // Rare words first: what they leave is all that the others are asked about.
    const asked = words.map(({ word, prefix }) => {
      const number = this.#vocabulary.number(word)
      return { word, prefix, number, holders: this.#postings.count(number) }
    })
    asked.sort((a, b) => Number(a.prefix) - Number(b.prefix) || a.holders - b.holders)
    for (const { word, prefix, number, holders } of asked) {
      if (search.round > 0) {
        if (search.count === 0) break
        search.before.set(search.slots.subarray(0, search.count))
        search.left = search.count
        search.count = 0
      }
      if (holders > 0) this.#takeWord(search, number, holders)
      const isHeld = prefix ? this.#takeBeginning(search, word) > 0 : holders > 0
      if (!isHeld) this.#takeNear(search, word, prefix, known)
      search.round++
    }
    return { selection: { slots: search.slots, count: search.count }, scores: search.scores }
  }

  save(writer: SnapshotWriter): void {
    writer.json('words', this.#vocabulary.words())
    this.#postings.save(writer)
  }

  /** Takes what was saved, into a new index. */
  load(reader: SnapshotReader): void {
    this.learn(reader.json('words') as string[])
    this.#postings.load(reader)
  }

  #takeWord(search: Search, number: number, holders: number): void {
    const rarity = rarityOf(search, holders)
    if (search.round > 0 && search.left * LOOK_UP < holders) {
      for (let at = 0; at < search.left; at++) {
        const slot = search.before[at] ?? 0
        const set = this.#setAt(number, slot)
        if (set > 0) take(search, slot, rarity * (SET_WEIGHTS[set] ?? 0))
      }
      return
    }
    const { data } = this.#postings
    const start = this.#postings.start(number)
    const { found, scores, slots, round } = search
    let { count } = search
    for (let at = start; at < start + holders; at++) {
      const posting = data[at] ?? 0
      const slot = posting >>> SET_BITS
      // Not in what the words before have left.
      if (found[slot] !== round) continue
      found[slot] = round + 1
      scores[slot] =
        (scores[slot] ?? 0) + rarity * (SET_WEIGHTS[posting & ((1 << SET_BITS) - 1)] ?? 0)
      slots[count++] = slot
    }
    search.count = count
  }

  /** What a word that no document holds may stand for. */
  #takeNear(search: Search, word: string, prefix: boolean, known: readonly string[]): void {
    if (known.includes(word)) {
      const number = this.#vocabulary.number(singularOf(word))
      const holders = this.#postings.count(number)
      if (holders > 0) this.#takeWord(search, number, holders)
      return
    }
    const typos = typosAllowed(word)
    const near = typos > 0 ? this.#wordsNear(word, typos, prefix) : []
    if (near.length > 0) this.#takeAny(search, near, TYPO_FACTOR)
  }

  /** All words with a beginning; gives how many documents hold any. */
  #takeBeginning(search: Search, beginning: string): number {
    const kept = this.#kept.get(beginning)
    if (kept) {
      this.#kept.delete(beginning)
      this.#kept.set(beginning, kept)
      const rarity = rarityOf(search, kept.holders) * PREFIX_FACTOR
      const end = Math.min(kept.sets.length, search.capacity)
      for (let slot = 0; slot < end; slot++) {
        const set = kept.sets[slot] ?? 0
        if (set > 0) take(search, slot, rarity * (SET_WEIGHTS[set] ?? 0))
      }
      return kept.holders
    }
    const numbers = this.#vocabulary.beginningWith(beginning)
    let postings = 0
    for (const number of numbers) postings += this.#postings.count(number)
    const { sets, holders } = this.#takeAny(search, numbers, PREFIX_FACTOR)
    if (postings >= COSTLY) {
      this.#kept.set(beginning, { sets: sets.slice(0, search.capacity), holders })
      if (this.#kept.size > MOST_KEPT) {
        for (const oldest of this.#kept.keys()) {
          this.#kept.delete(oldest)
          break
        }
      }
    }
    return holders
  }

  /** Any of several words as if they were one; gives the documents that hold any. */
  #takeAny(search: Search, numbers: readonly number[], factor: number): KeptBeginning {
    const sets = this.#scratch.bytes('sets', search.capacity)
    const union = this.#scratch.integers('union', search.capacity)
    const mask = (1 << SET_BITS) - 1
    let holders = 0
    for (const number of numbers) {
      const { data } = this.#postings
      const start = this.#postings.start(number)
      const end = start + this.#postings.count(number)
      for (let at = start; at < end; at++) {
        const posting = data[at] ?? 0
        const slot = posting >>> SET_BITS
        const set = sets[slot] ?? 0
        if (set === 0) union[holders++] = slot
        sets[slot] = set | (posting & mask)
      }
    }
    const rarity = rarityOf(search, holders) * factor
    for (let at = 0; at < holders; at++) {
      const slot = union[at] ?? 0
      take(search, slot, rarity * (SET_WEIGHTS[sets[slot] ?? 0] ?? 0))
    }
    return { sets, holders }
  }

  #wordsNear(word: string, typos: number, prefix: boolean): readonly number[] {
    const key = prefix ? `${word}*` : word
    const known = this.#near.get(key)
    if (known) return known
    const isHeld = (other: number) => this.#postings.count(other) > 0
    const near = this.#vocabulary.near(word, typos, prefix, isHeld)
    if (this.#near.size >= MOST_NEAR) this.#near.clear()
    this.#near.set(key, near)
    return near
  }

  #put(number: number, slot: number, set: number): void {
    const place = this.#placeOf(number, slot)
    const at = this.#postings.start(number) + place
    const posting = slot * (1 << SET_BITS) + set
    const isThere =
      place < this.#postings.count(number) && (this.#postings.data[at] ?? 0) >>> SET_BITS === slot
    if (isThere) this.#postings.data[at] = posting
    else this.#postings.insert(number, place, posting)
  }

  #remove(number: number, slot: number): void {
    const place = this.#placeOf(number, slot)
    if (place >= this.#postings.count(number)) return
    const posting = this.#postings.data[this.#postings.start(number) + place] ?? 0
    if (posting >>> SET_BITS === slot) this.#postings.delete(number, place)
  }

  /** The set of columns that hold a word in a slot; 0 for none. */
  #setAt(number: number, slot: number): number {
    const place = this.#placeOf(number, slot)
    if (place >= this.#postings.count(number)) return 0
    const posting = this.#postings.data[this.#postings.start(number) + place] ?? 0
    return posting >>> SET_BITS === slot ? setOf(posting) : 0
  }

  /** Where a slot stands, or would stand, among the postings of a word. */
  #placeOf(number: number, slot: number): number {
    const { data } = this.#postings
    const start = this.#postings.start(number)
    let low = start
    let high = start + this.#postings.count(number)
    // New documents come last.
    if (high > low && (data[high - 1] ?? 0) >>> SET_BITS < slot) return high - start
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((data[middle] ?? 0) >>> SET_BITS < slot) low = middle + 1
      else high = middle
    }
    return low - start
  }

  #keepUp(beginning: string, kept: KeptBeginning, slot: number, after: PackedWords): void {
    let set = 0
    for (const packed of after) {
      if (this.#vocabulary.word(numberOf(packed)).startsWith(beginning)) set |= setOf(packed)
    }
    if (slot >= kept.sets.length) {
      const grown = new Uint8Array(slot + 1 + (slot >> 3))
      grown.set(kept.sets)
      kept.sets = grown
    }
    kept.holders += (set > 0 ? 1 : 0) - ((kept.sets[slot] ?? 0) > 0 ? 1 : 0)
    kept.sets[slot] = set
  }
}

function rarityOf({ live }: Search, holders: number): number {
  return Math.log(1 + live / (1 + holders))
}

/** Counts a slot in, unless a word before has left it out or this one has found it in a better form. */
function take(search: Search, slot: number, score: number): void {
  if (search.found[slot] !== search.round) return
  search.found[slot] = search.round + 1
  search.scores[slot] = (search.scores[slot] ?? 0) + score
  search.slots[search.count++] = slot
}
