import { PackedLists } from './packed-lists.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

/** Bits of an entry that belong to its tag; the others are the slot. */
export const TAG_BITS = 4
export const TAG_MASK = 15
const MOST_SLOTS = 2 ** (32 - TAG_BITS)

/**
 * The slots that hold a value, by the value's number: one number an entry, the slot with a tag of 0
 * to 15, in rising order. Changed in place, so that an update leaves nothing behind.
 */
export class Postings {
  readonly #lists = new PackedLists()

  /** Where `start` points into. Another array after any change: do not keep it. */
  get data(): Uint32Array {
    return this.#lists.data
  }

  /** One more than the greatest value ever used. */
  get size(): number {
    return this.#lists.size
  }

  start(value: number): number {
    return this.#lists.start(value)
  }

  count(value: number): number {
    return this.#lists.count(value)
  }

  /** Adds a slot, which the list must not hold. */
  add(value: number, slot: number, tag: number): void {
    if (slot >= MOST_SLOTS) throw new RangeError(`More than ${MOST_SLOTS} documents`)
    this.#lists.insert(value, this.#place(value, slot), slot * (TAG_MASK + 1) + tag)
  }

  remove(value: number, slot: number): void {
    const place = this.#place(value, slot)
    if (place === this.#lists.count(value)) return
    const entry = this.#lists.data[this.#lists.start(value) + place] ?? 0
    if (entry >>> TAG_BITS === slot) this.#lists.delete(value, place)
  }

  save(writer: SnapshotWriter): void {
    this.#lists.save(writer)
  }

  load(reader: SnapshotReader): void {
    this.#lists.load(reader)
  }

  /** Where a slot stands in a list, or would stand. */
  #place(value: number, slot: number): number {
    const { data } = this.#lists
    const start = this.#lists.start(value)
    let high = this.#lists.count(value)
    // Mostly slots come in rising order.
    if (high === 0 || (data[start + high - 1] ?? 0) >>> TAG_BITS < slot) return high
    let low = 0
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((data[start + middle] ?? 0) >>> TAG_BITS < slot) low = middle + 1
      else high = middle
    }
    return low
  }
}
