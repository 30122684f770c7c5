import { PackedLists, spare } from './packed-lists.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** Slots of documents, as a list in a typed array; only the first `count` are meant. */
export interface Selection {
  readonly slots: Int32Array
  count: number
}

/** Lists of words that one column may have before each document keeps its own. */
const MOST_COMBINATIONS = 4096
const FIRST_SLOTS = 1024

/**
 * A column of words (a code, a URI, a flag), none or several a document, each held once. Documents
 * mostly share few lists of words: each then has one number, that of its list (0 for none). Where
 * lists are as many as documents (skills), each has its own list, and each word its documents.
 */
export class KeywordColumn {
  readonly #mostCombinations: number
  readonly #numbers = new Map<string, number>()
  #words: string[] = []
  /** How many documents hold each word. */
  #holders = new Int32Array(64)
  /** By slot: the number of its list. Empty once documents keep their own. */
  #codes = new Uint16Array(FIRST_SLOTS)
  /** By number of a list, or by slot: the numbers of its words, rising. */
  #lists = new PackedLists()
  #combinations = new Map<string, number>()
  /** By word: its slots, rising; only once documents keep their own lists. */
  #slots: PackedLists | null = null

  constructor(mostCombinations = MOST_COMBINATIONS) {
    this.#mostCombinations = mostCombinations
  }

  /** Sets the words of a document, which may be none. */
  set(slot: number, words: readonly string[]): void {
    if (words.length === 1 && this.#slots === null) {
      // What most columns hold of most documents.
      this.#replace(slot, [this.#number(words[0] ?? '')])
      return
    }
    const numbers = new Set<number>()
    for (const word of words) numbers.add(this.#number(word))
    this.#replace(
      slot,
      [...numbers].sort((a, b) => a - b),
    )
  }

  clear(slot: number): void {
    this.#replace(slot, [])
  }

  /** Keeps the slots that hold any of the words; with `none`, those that hold none. */
  keepAny(selection: Selection, words: readonly string[], none = false): void {
    const wanted = new Set<number>()
    for (const word of words) {
      const number = this.#numbers.get(word)
      if (number !== undefined && (this.#holders[number] ?? 0) > 0) wanted.add(number)
    }
    if (this.#slots !== null) {
      selection.count = keptMarked(selection, this.#holding(wanted), none)
      return
    }
    const passes = new Uint8Array(this.#lists.size + 1)
    for (let list = 0; list < passes.length; list++) {
      passes[list] = this.#holdsAny(list, wanted) !== none ? 1 : 0
    }
    selection.count = keptByCode(selection, this.#codes, passes)
  }

  /** Whether each word has its documents, for `holding`. */
  get listsDocuments(): boolean {
    return this.#slots !== null
  }

  /**
   * The slots that hold a word, rising, put into an array with room for all; null where finding them would
   * mean looking at all.
   */
  holding(word: string, into: Int32Array): Selection | null {
    if (this.#slots === null) return null
    const number = this.#numbers.get(word) ?? -1
    const start = this.#slots.start(number)
    const count = this.#slots.count(number)
    into.set(this.#slots.data.subarray(start, start + count))
    return { slots: into, count }
  }

  /** How many of the slots hold each word, greatest first, then by word; `all` when they are all there are. */
  count(selection: Selection, all: boolean, most: number): { value: string; count: number }[] {
    const counts = all ? this.#holders : this.#counted(selection)
    const least = leastAmong(counts, this.#words.length, most)
    const found: { value: string; count: number }[] = []
    for (let number = 0; number < this.#words.length; number++) {
      const count = counts[number] ?? 0
      if (count >= least) found.push({ value: this.#words[number] ?? '', count })
    }
    found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return found.slice(0, most)
  }

  save(writer: SnapshotWriter): void {
    writer.json('words', this.#words)
    writer.json('own', this.#slots !== null)
    writer.array('holders', this.#holders)
    writer.array('codes', this.#codes)
    this.#lists.save(writer.part('lists'))
    this.#slots?.save(writer.part('slots'))
  }

  /** Takes what was saved in place of what is there, into a new column. */
  load(reader: SnapshotReader): void {
    this.#words = reader.json('words') as string[]
    this.#words.forEach((word, number) => {
      this.#numbers.set(word, number)
    })
    this.#holders = reader.array('holders', 'Int32Array')
    this.#codes = reader.array('codes', 'Uint16Array')
    this.#lists.load(reader.part('lists'))
    if (reader.json('own') === true) {
      this.#slots = new PackedLists()
      this.#slots.load(reader.part('slots'))
      return
    }
    for (let list = 1; list < this.#lists.size; list++) {
      this.#combinations.set(this.#list(list).join(), list)
    }
  }

  #replace(slot: number, numbers: readonly number[]): void {
    const before = this.#numbersOf(slot)
    if (before.length === numbers.length && before.every((number, at) => number === numbers[at])) {
      return
    }
    for (const number of before) this.#holders[number] = (this.#holders[number] ?? 1) - 1
    for (const number of numbers) this.#holders[number] = (this.#holders[number] ?? 0) + 1
    if (this.#slots === null) {
      const code = this.#combination(numbers)
      if (code >= 0) {
        if (slot >= this.#codes.length) {
          const grown = new Uint16Array(spare(slot + 1))
          grown.set(this.#codes)
          this.#codes = grown
        }
        this.#codes[slot] = code
        return
      }
      this.#keepOwn()
    }
    for (const number of before) if (!numbers.includes(number)) this.#drop(number, slot)
    for (const number of numbers) if (!before.includes(number)) this.#take(number, slot)
    this.#lists.set(slot, numbers)
  }

  /** The number of a list of words; -1 when there are too many lists for one more. */
  #combination(numbers: readonly number[]): number {
    if (numbers.length === 0) return 0
    const key = numbers.join()
    const known = this.#combinations.get(key)
    if (known !== undefined) return known
    const code = this.#combinations.size + 1
    if (code > this.#mostCombinations) return -1
    this.#combinations.set(key, code)
    this.#lists.set(code, numbers)
    return code
  }

  /** From here on each document keeps its own list. */
  #keepOwn(): void {
    const own = new PackedLists()
    this.#slots = new PackedLists()
    for (let slot = 0; slot < this.#codes.length; slot++) {
      const code = this.#codes[slot] ?? 0
      if (code === 0) continue
      const numbers = this.#list(code)
      own.set(slot, numbers)
      for (const number of numbers) this.#take(number, slot)
    }
    this.#lists = own
    this.#codes = new Uint16Array(0)
    this.#combinations = new Map()
  }

  #take(number: number, slot: number): void {
    const slots = this.#slots
    if (slots) slots.insert(number, placeOf(slots, number, slot), slot)
  }

  #drop(number: number, slot: number): void {
    const slots = this.#slots
    if (!slots) return
    const place = placeOf(slots, number, slot)
    if (slots.data[slots.start(number) + place] === slot) slots.delete(number, place)
  }

  #numbersOf(slot: number): number[] {
    return this.#list(this.#slots === null ? (this.#codes[slot] ?? 0) : slot)
  }

  #list(list: number): number[] {
    const start = this.#lists.start(list)
    const numbers: number[] = []
    for (let at = 0; at < this.#lists.count(list); at++) {
      numbers.push(this.#lists.data[start + at] ?? 0)
    }
    return numbers
  }

  #holdsAny(list: number, wanted: ReadonlySet<number>): boolean {
    const { data } = this.#lists
    const start = this.#lists.start(list)
    const end = start + this.#lists.count(list)
    for (let at = start; at < end; at++) if (wanted.has(data[at] ?? -1)) return true
    return false
  }

  /** The documents that hold any of these words, a bit each. */
  #holding(wanted: ReadonlySet<number>): Int32Array {
    const marked = new Int32Array((this.#lists.size >> 5) + 1)
    const slots = this.#slots
    if (!slots) return marked
    for (const number of wanted) {
      const start = slots.start(number)
      const end = start + slots.count(number)
      for (let at = start; at < end; at++) {
        const slot = slots.data[at] ?? 0
        marked[slot >> 5] = (marked[slot >> 5] ?? 0) | (1 << (slot & 31))
      }
    }
    return marked
  }

  #counted(selection: Selection): Int32Array {
    const counts = new Int32Array(this.#words.length)
    const lists = this.#lists
    const { data } = lists
    const add = (list: number, times: number) => {
      const start = lists.start(list)
      const end = start + lists.count(list)
      for (let at = start; at < end; at++) {
        const number = data[at] ?? 0
        counts[number] = (counts[number] ?? 0) + times
      }
    }
    if (this.#slots !== null) {
      for (let at = 0; at < selection.count; at++) add(selection.slots[at] ?? 0, 1)
      return counts
    }
    const byList = new Int32Array(lists.size + 1)
    countCodes(selection, this.#codes, byList)
    for (let list = 1; list < byList.length; list++) {
      const times = byList[list] ?? 0
      if (times > 0) add(list, times)
    }
    return counts
  }

  #number(word: string): number {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.#words.length
      this.#numbers.set(word, number)
      this.#words.push(word)
      if (number >= this.#holders.length) {
        const grown = new Int32Array(this.#holders.length * 2)
        grown.set(this.#holders)
        this.#holders = grown
      }
    }
    return number
  }
}

// Loops over all that is selected, each by itself: the compiler keeps what it made of them.

function keptMarked({ slots, count }: Selection, marked: Int32Array, none: boolean): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    if ((marked[slot >> 5] ?? 0) & (1 << (slot & 31)) ? !none : none) slots[kept++] = slot
  }
  return kept
}

function keptByCode({ slots, count }: Selection, codes: Uint16Array, passes: Uint8Array): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    slots[kept] = slot
    kept += passes[codes[slot] ?? 0] ?? 0
  }
  return kept
}

function countCodes({ slots, count }: Selection, codes: Uint16Array, byList: Int32Array): void {
  for (let at = 0; at < count; at++) {
    const code = codes[slots[at] ?? 0] ?? 0
    byList[code] = (byList[code] ?? 0) + 1
  }
}

/** What a count must reach to be one of the `most` greatest; at least 1. */
function leastAmong(counts: Int32Array, length: number, most: number): number {
  if (length <= most) return 1
  const sorted = counts.slice(0, length).sort()
  return Math.max(1, sorted[length - most] ?? 1)
}

/** Where a slot stands, or would stand, in a rising list. */
function placeOf(lists: PackedLists, list: number, slot: number): number {
  const { data } = lists
  const start = lists.start(list)
  let low = start
  let high = start + lists.count(list)
  // New documents come last.
  if (high > low && (data[high - 1] ?? 0) < slot) return high - start
  while (low < high) {
    const middle = (low + high) >> 1
    if ((data[middle] ?? 0) < slot) low = middle + 1
    else high = middle
  }
  return low - start
}
