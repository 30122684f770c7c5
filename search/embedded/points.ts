import { EARTH_KM, squaredChord, squaredChordBetween, unitVector } from '../measures.ts'
import type { Selection } from './columns.ts'
import { Postings, TAG_BITS } from './postings.ts'
import type { Scratch } from './scratch.ts'
import type { SnapshotReader, SnapshotWriter } from './snapshot.ts'

type UnitVector = readonly [number, number, number]

const CELLS_A_DEGREE = 4
const ACROSS = 360 * CELLS_A_DEGREE
/** No point of a cell is further from its middle. */
const CELL_REACH_KM = 20

/**
 * Where documents are, as points of the unit sphere: a distance is then three multiplications. A grid
 * of quarter degrees tells which documents a radius can hold at all.
 */
export class PointColumn {
  #points = new Float64Array(3 * 1024).fill(Number.NaN)
  #size = 0
  readonly #cells = new Postings()
  /** Of each cell that ever held a document, by the order they were met. */
  readonly #middles: UnitVector[] = []
  readonly #numbers = new Map<number, number>()

  set(slot: number, at: { readonly lat: number; readonly lng: number } | null): void {
    if (slot * 3 >= this.#points.length) {
      const size = Math.max(slot * 3 + 3, this.#points.length * 2)
      const grown = new Float64Array(size).fill(Number.NaN)
      grown.set(this.#points)
      this.#points = grown
    }
    this.#leaveCell(slot)
    this.#size = Math.max(this.#size, slot + 1)
    this.#points.set(at ? unitVector(at) : [Number.NaN, Number.NaN, Number.NaN], slot * 3)
    this.#enterCell(slot)
  }

  /** Square of the straight distance to a point; NaN for a document without a place. */
  squaredChord(slot: number, [x, y, z]: UnitVector): number {
    const points = this.#points
    const dx = (points[slot * 3] ?? Number.NaN) - x
    const dy = (points[slot * 3 + 1] ?? Number.NaN) - y
    const dz = (points[slot * 3 + 2] ?? Number.NaN) - z
    return dx * dx + dy * dy + dz * dz
  }

  /** Kilometres to a point; NaN for a document without a place. */
  distanceKm(slot: number, from: UnitVector): number {
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(this.squaredChord(slot, from)) / 2))
  }

  /** Keeps the slots within some kilometres of a point. */
  keepNear(selection: Selection, from: UnitVector, km: number): void {
    const most = squaredChord(km)
    const { slots } = selection
    let kept = 0
    for (let at = 0; at < selection.count; at++) {
      const slot = slots[at] ?? 0
      if (this.squaredChord(slot, from) <= most) slots[kept++] = slot
    }
    selection.count = kept
  }

  /** The slots within some kilometres of a point, in no order, until the next read. */
  near(from: UnitVector, km: number, scratch: Scratch): Selection {
    const slots = scratch.list('near', this.#size)
    const most = squaredChord(km)
    const farthest = km < 0 ? -1 : squaredChord(km + CELL_REACH_KM)
    const inside = km < CELL_REACH_KM ? -1 : squaredChord(km - CELL_REACH_KM)
    const { data } = this.#cells
    let count = 0
    this.#middles.forEach((middle, cell) => {
      const distance = squaredChordBetween(middle, from)
      if (!(distance <= farthest)) return
      const start = this.#cells.start(cell)
      const end = start + this.#cells.count(cell)
      for (let at = start; at < end; at++) {
        const slot = (data[at] ?? 0) >>> TAG_BITS
        if (distance <= inside || this.squaredChord(slot, from) <= most) slots[count++] = slot
      }
    })
    return { slots, count }
  }

  save(writer: SnapshotWriter): void {
    writer.array('points', this.#points.subarray(0, this.#size * 3))
  }

  /** Takes what was saved, into an empty column. */
  load(reader: SnapshotReader): void {
    this.#size = reader.length('points') / 3
    this.#points = reader.array('points', 'Float64Array', this.#size * 3 + 3 * 1024)
    this.#points.fill(Number.NaN, this.#size * 3)
    for (let slot = 0; slot < this.#size; slot++) this.#enterCell(slot)
  }

  #enterCell(slot: number): void {
    const key = this.#cellOf(slot)
    if (Number.isNaN(key)) return
    let cell = this.#numbers.get(key)
    if (cell === undefined) {
      cell = this.#middles.length
      this.#numbers.set(key, cell)
      this.#middles.push(middleOf(key))
    }
    this.#cells.add(cell, slot, 0)
  }

  #leaveCell(slot: number): void {
    if (slot >= this.#size) return
    const cell = this.#numbers.get(this.#cellOf(slot))
    if (cell !== undefined) this.#cells.remove(cell, slot)
  }

  /** Rows of cells from the south pole, each from west to east; NaN without a place. */
  #cellOf(slot: number): number {
    const [x, y, z] = this.#points.subarray(slot * 3, slot * 3 + 3)
    const lat = (Math.asin(z ?? Number.NaN) * 180) / Math.PI
    const lng = (Math.atan2(y ?? Number.NaN, x ?? Number.NaN) * 180) / Math.PI
    return (
      Math.floor((lat + 90) * CELLS_A_DEGREE) * ACROSS +
      (Math.floor((lng + 180) * CELLS_A_DEGREE) % ACROSS)
    )
  }
}

function middleOf(cell: number): UnitVector {
  const row = Math.floor(cell / ACROSS)
  const column = cell - row * ACROSS
  return unitVector({
    lat: (row + 0.5) / CELLS_A_DEGREE - 90,
    lng: (column + 0.5) / CELLS_A_DEGREE - 180,
  })
}
