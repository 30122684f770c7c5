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

/** The number of the point of documents without a place. */
const NOWHERE = 0

/**
 * Where documents are, as points of the unit sphere: a distance is then three multiplications. Most
 * share theirs with others of the same town, so a distance is asked once for each point; a grid of
 * quarter degrees tells which points a radius can hold at all.
 */
export class PointColumn {
  /** By slot, the number of its point. */
  #numbers = new Int32Array(1024)
  #size = 0
  /** Three coordinates of each point that a document ever had. */
  #points = new Float64Array(3 * 256).fill(Number.NaN)
  #count = 1
  /** The last point with coordinates of that sum, and for each point the one before it. */
  readonly #bySum = new Map<number, number>()
  readonly #sameSum: number[] = [NOWHERE]
  /** The slots at each point. */
  readonly #slots = new Postings()
  /** The points of each cell, and its middle, in the order in which they were met. */
  readonly #cells: { readonly middle: UnitVector; readonly points: number[] }[] = []
  readonly #cellNumbers = new Map<number, number>()

  set(slot: number, at: { readonly lat: number; readonly lng: number } | null): void {
    if (slot >= this.#numbers.length) {
      const grown = new Int32Array(Math.max(slot + 1, this.#numbers.length * 2))
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    const before = this.#numbers[slot] ?? NOWHERE
    const number = at ? this.#numberOf(unitVector(at)) : NOWHERE
    this.#size = Math.max(this.#size, slot + 1)
    if (number === before) return
    if (before !== NOWHERE) this.#slots.remove(before, slot)
    this.#numbers[slot] = number
    if (number !== NOWHERE) this.#slots.add(number, slot, 0)
  }

  /** Square of the straight distance to a point; NaN for a document without a place. */
  squaredChord(slot: number, from: UnitVector): number {
    return this.#chordOf(this.#numbers[slot] ?? NOWHERE, from)
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
    let count = 0
    this.#eachWithin(from, km, (point) => {
      count = takeSlots(this.#slots, point, slots, count)
    })
    return { slots, count }
  }

  /** Marks the same slots, a bit each. */
  mark(from: UnitVector, km: number, words: Uint32Array): void {
    this.#eachWithin(from, km, (point) => markSlots(this.#slots, point, words))
  }

  save(writer: SnapshotWriter): void {
    writer.array('numbers', this.#numbers.subarray(0, this.#size))
    writer.array('points', this.#points.subarray(0, this.#count * 3))
  }

  /** Takes what was saved, into an empty column. */
  load(reader: SnapshotReader): void {
    const points = reader.array('points', 'Float64Array')
    for (let at = 3; at < points.length; at += 3) {
      this.#add([points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0])
    }
    this.#size = reader.length('numbers')
    this.#numbers = reader.array('numbers', 'Int32Array', this.#size + 1024)
    for (let slot = 0; slot < this.#size; slot++) {
      const number = this.#numbers[slot] ?? NOWHERE
      if (number !== NOWHERE) this.#slots.add(number, slot, 0)
    }
  }

  #eachWithin(from: UnitVector, km: number, visit: (point: number) => void): void {
    const most = squaredChord(km)
    const farthest = km < 0 ? -1 : squaredChord(km + CELL_REACH_KM)
    const inside = km < CELL_REACH_KM ? -1 : squaredChord(km - CELL_REACH_KM)
    for (const { middle, points } of this.#cells) {
      const distance = squaredChordBetween(middle, from)
      if (!(distance <= farthest)) continue
      for (const point of points) {
        if (distance <= inside || this.#chordOf(point, from) <= most) visit(point)
      }
    }
  }

  #chordOf(number: number, [x, y, z]: UnitVector): number {
    const points = this.#points
    const dx = (points[number * 3] ?? Number.NaN) - x
    const dy = (points[number * 3 + 1] ?? Number.NaN) - y
    const dz = (points[number * 3 + 2] ?? Number.NaN) - z
    return dx * dx + dy * dy + dz * dz
  }

  /** The number of a point, new for one never met. Coordinates that are no numbers are no place. */
  #numberOf(point: UnitVector): number {
    const sum = sumOf(point)
    if (Number.isNaN(sum)) return NOWHERE
    let number = this.#bySum.get(sum) ?? NOWHERE
    while (number !== NOWHERE && !this.#isAt(number, point)) number = this.#sameSum[number] ?? 0
    return number === NOWHERE ? this.#add(point) : number
  }

  #isAt(number: number, point: UnitVector): boolean {
    return point.every((value, at) => this.#points[number * 3 + at] === value)
  }

  #add(point: UnitVector): number {
    const number = this.#count++
    if (number * 3 >= this.#points.length) {
      const grown = new Float64Array(this.#points.length * 2).fill(Number.NaN)
      grown.set(this.#points)
      this.#points = grown
    }
    this.#points.set(point, number * 3)
    const sum = sumOf(point)
    this.#sameSum.push(this.#bySum.get(sum) ?? NOWHERE)
    this.#bySum.set(sum, number)
    const key = cellOf(point)
    const cell = this.#cellNumbers.get(key)
    if (cell === undefined) {
      this.#cellNumbers.set(key, this.#cells.length)
      this.#cells.push({ middle: middleOf(key), points: [number] })
    } else {
      this.#cells[cell]?.points.push(number)
    }
    return number
  }
}

/** By itself, as loops are that run for long. */
function takeSlots(lists: Postings, list: number, slots: Int32Array, from: number): number {
  const { data } = lists
  const start = lists.start(list)
  const count = lists.count(list)
  for (let at = 0; at < count; at++) slots[from + at] = (data[start + at] ?? 0) >>> TAG_BITS
  return from + count
}

function markSlots(lists: Postings, list: number, words: Uint32Array): void {
  const { data } = lists
  const start = lists.start(list)
  const end = start + lists.count(list)
  for (let at = start; at < end; at++) {
    const slot = (data[at] ?? 0) >>> TAG_BITS
    words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31))
  }
}

/** Tells nearly all points apart. */
function sumOf([x, y, z]: UnitVector): number {
  return x + 3 * y + 7 * z
}

/** Rows of cells from the south pole, each from west to east. */
function cellOf([x, y, z]: UnitVector): number {
  const lat = (Math.asin(z) * 180) / Math.PI
  const lng = (Math.atan2(y, x) * 180) / Math.PI
  return (
    Math.floor((lat + 90) * CELLS_A_DEGREE) * ACROSS +
    (Math.floor((lng + 180) * CELLS_A_DEGREE) % ACROSS)
  )
}

function middleOf(cell: number): UnitVector {
  const row = Math.floor(cell / ACROSS)
  const column = cell - row * ACROSS
  return unitVector({
    lat: (row + 0.5) / CELLS_A_DEGREE - 90,
    lng: (column + 0.5) / CELLS_A_DEGREE - 180,
  })
}
