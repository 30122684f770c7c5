import type { Selection } from './columns.ts'
import { spare } from './packed-lists.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

const FIRST_SLOTS = 1024

/** A column of numbers; NaN where a document has none. */
export class NumberColumn {
  #values = new Float64Array(FIRST_SLOTS).fill(Number.NaN)

  get(slot: number): number {
    return this.#values[slot] ?? Number.NaN
  }

  set(slot: number, value: number): void {
    if (slot >= this.#values.length) {
      const grown = new Float64Array(spare(slot + 1)).fill(Number.NaN)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[slot] = value
  }

  /** Keeps the slots whose number is between the two, ends included. */
  keepBetween(selection: Selection, min: number, max: number): void {
    selection.count = keptBetween(this.#values, selection, min, max)
  }

  save(writer: SnapshotWriter): void {
    writer.array('values', this.#values)
  }

  load(reader: SnapshotReader): void {
    this.#values = reader.array('values', 'Float64Array')
  }
}

function keptBetween(
  values: Float64Array,
  { slots, count }: Selection,
  min: number,
  max: number,
): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    const value = values[slot] ?? Number.NaN
    if (value >= min && value <= max) slots[kept++] = slot
  }
  return kept
}
