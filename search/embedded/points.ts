import { EARTH_KM, squaredChord, unitVector } from '../measures.ts'
import type { Selection } from './columns.ts'

/**
 * Where documents are, as points of the unit sphere: a distance is then three multiplications, so
 * that looking at all of them takes less than keeping a grid.
 */
export class PointColumn {
  #points = new Float64Array(3 * 1024).fill(Number.NaN)

  set(slot: number, at: { readonly lat: number; readonly lng: number } | null): void {
    if (slot * 3 >= this.#points.length) {
      const size = Math.max(slot * 3 + 3, this.#points.length * 2)
      const grown = new Float64Array(size).fill(Number.NaN)
      grown.set(this.#points)
      this.#points = grown
    }
    this.#points.set(at ? unitVector(at) : [Number.NaN, Number.NaN, Number.NaN], slot * 3)
  }

  /** Square of the straight distance to a point; NaN for a document without a place. */
  squaredChord(slot: number, [x, y, z]: readonly [number, number, number]): number {
    const points = this.#points
    const dx = (points[slot * 3] ?? Number.NaN) - x
    const dy = (points[slot * 3 + 1] ?? Number.NaN) - y
    const dz = (points[slot * 3 + 2] ?? Number.NaN) - z
    return dx * dx + dy * dy + dz * dz
  }

  /** Kilometres to a point; NaN for a document without a place. */
  distanceKm(slot: number, from: readonly [number, number, number]): number {
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(this.squaredChord(slot, from)) / 2))
  }

  /** Keeps the slots within some kilometres of a point. */
  keepNear(selection: Selection, from: readonly [number, number, number], km: number): void {
    const most = squaredChord(km)
    const { slots } = selection
    let kept = 0
    for (let at = 0; at < selection.count; at++) {
      const slot = slots[at] ?? 0
      if (this.squaredChord(slot, from) <= most) slots[kept++] = slot
    }
    selection.count = kept
  }
}
