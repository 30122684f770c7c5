import { countIn } from './bits.ts'
import type { Selection } from './columns.ts'
import { type Postings, TAG_BITS, TAG_MASK } from './postings.ts'
import type { Scratch } from './scratch.ts'
import type { Walks } from './walks.ts'

/** A slot's sum is kept in whole steps above the number of the round that last added to it. */
const ROUND_BITS = 8
const ROUND_MASK = 255
const STEPS = 2 ** 21
const GROUP_ROUND = 255
const SKILL_ROUNDS = 254
/** With fewer than one slot in so many that counts, a processor foresees that the next one does not. */
const SPARSE = 8

/**
 * Sums what postings bring, by slot, in one number a slot: where memory is looked up at random,
 * lines of it are what takes time. For each wanted skill only the first list that holds a slot counts,
 * and lists come by falling worth. Sums are estimates: whoever uses them looks again.
 */
export class Gather {
  slots = new Int32Array(1024)
  count = 0
  /** All 0 when a use begins but for the slots of the use before. */
  #sums = new Int32Array(1024)
  #words: Uint32Array = new Uint32Array(0)
  /** So few slots count that it is worth to ask before anything else. */
  #isSparse = false
  readonly #groupBrings = new Int32Array(TAG_MASK + 1)
  /** What a skill's posting counts for, by its tag. */
  readonly #factors: Float64Array

  constructor(factors: Float64Array) {
    this.#factors = factors
  }

  /** @param words the slots that count, a bit each */
  begin(size: number, words: Uint32Array): void {
    if (this.#sums.length < size) {
      this.#sums = new Int32Array(size + (size >> 2))
      this.slots = new Int32Array(size + (size >> 2))
    } else {
      clearAt(this.#sums, this.slots, this.count)
    }
    this.count = 0
    this.#words = words
    this.#isSparse = countIn(words) * SPARSE < size
  }

  /** Walks what brings most until `visits` are spent and `enough` slots were found, or all of it. */
  skills(walks: Walks, postings: Postings, visits: number, enough: number, scratch: Scratch): void {
    const order = walks.ordered(scratch)
    const chosen = scratch.list('chosen', walks.count)
    let spent = 0
    for (let from = 0; from < walks.count && (spent < visits || this.count < enough); ) {
      const most = Math.max(visits, spent * 2, 1)
      let to = from
      for (; to < walks.count && spent < most; to++) {
        spent += postings.count(walks.list[order[to] ?? 0] ?? 0)
      }
      this.#walkChosen(walks, postings, order, from, to, chosen, scratch)
      from = to
    }
  }

  /** One wanted skill after the other, for only the first list counts for each. */
  #walkChosen(
    walks: Walks,
    postings: Postings,
    order: Int32Array,
    from: number,
    to: number,
    chosen: Int32Array,
    scratch: Scratch,
  ): void {
    let wanteds = 0
    for (let at = from; at < to; at++) {
      wanteds = Math.max(wanteds, (walks.wanted[order[at] ?? 0] ?? 0) + 1)
    }
    const starts = scratch.integers('wanted starts', wanteds + 1)
    for (let at = from; at < to; at++) {
      const next = (walks.wanted[order[at] ?? 0] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let at = 1; at <= wanteds; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
    for (let at = from; at < to; at++) {
      const walk = order[at] ?? 0
      const wanted = walks.wanted[walk] ?? 0
      chosen[starts[wanted] ?? 0] = walk
      starts[wanted] = (starts[wanted] ?? 0) + 1
    }
    const brings = new Int32Array(this.#factors.length)
    for (let at = 0; at < to - from; at++) {
      const walk = chosen[at] ?? 0
      for (let tag = 0; tag < brings.length; tag++) {
        brings[tag] = steps((walks.worth[walk] ?? 0) * (this.#factors[tag] ?? 0))
      }
      const list = walks.list[walk] ?? 0
      this.#walk(postings, list, brings, ((walks.wanted[walk] ?? 0) % SKILL_ROUNDS) + 1)
    }
  }

  /** Walks a unit group, each slot bringing its strength of `worth`. */
  group(groups: Postings, group: number, worth: number): void {
    if (groups.count(group) === 0) return
    const brings = this.#groupBrings
    for (let tag = 0; tag < brings.length; tag++) brings[tag] = steps((worth * tag) / TAG_MASK)
    this.#walk(groups, group, brings, GROUP_ROUND)
  }

  #walk(postings: Postings, list: number, brings: Int32Array, round: number): void {
    if (this.#isSparse) this.#walkSparse(postings, list, brings, round)
    else this.#walkDense(postings, list, brings, round)
  }

  /** Sums are looked up of those that count only: at random, in more memory than is near. */
  #walkSparse(postings: Postings, list: number, brings: Int32Array, round: number): void {
    const { data } = postings
    const words = this.#words
    const sums = this.#sums
    const slots = this.slots
    const start = postings.start(list)
    const end = start + postings.count(list)
    let count = this.count
    for (let at = start; at < end; at++) {
      const entry = data[at] ?? 0
      const slot = entry >>> TAG_BITS
      if ((((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 0) continue
      const sum = sums[slot] ?? 0
      if ((sum & ROUND_MASK) === round) continue
      if (sum === 0) slots[count++] = slot
      sums[slot] = (sum & ~ROUND_MASK) + (brings[entry & TAG_MASK] ?? 0) + round
    }
    this.count = count
  }

  #walkDense(postings: Postings, list: number, brings: Int32Array, round: number): void {
    const { data } = postings
    const words = this.#words
    const sums = this.#sums
    const slots = this.slots
    const start = postings.start(list)
    const end = start + postings.count(list)
    let count = this.count
    // Without branches: which slots count, and which were met before, is as good as random.
    for (let at = start; at < end; at++) {
      const entry = data[at] ?? 0
      const slot = entry >>> TAG_BITS
      const sum = sums[slot] ?? 0
      const counts = -(((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1)
      const other = (sum & ROUND_MASK) ^ round
      const adds = counts & (-other >> 31)
      slots[count] = slot
      count += counts & ((sum - 1) >>> 31)
      sums[slot] =
        (sum & ~(ROUND_MASK & adds)) + ((brings[entry & TAG_MASK] ?? 0) & adds) + (round & adds)
    }
    this.count = count
  }

  /** The slots met, in a list of its own. */
  found(scratch: Scratch): Selection {
    const slots = scratch.list('found', this.count)
    slots.set(this.slots.subarray(0, this.count))
    return { slots, count: this.count }
  }

  /** What lists brought a slot. */
  sum(slot: number): number {
    return ((this.#sums[slot] ?? 0) >> ROUND_BITS) / STEPS
  }
}

/** By itself, as loops are that run for long: the compiler keeps what it made of them. */
function clearAt(sums: Int32Array, slots: Int32Array, count: number): void {
  for (let at = 0; at < count; at++) sums[slots[at] ?? 0] = 0
}

function steps(value: number): number {
  return Math.round(value * STEPS) << ROUND_BITS
}
