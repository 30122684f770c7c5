import type { DerivedHome, Home } from './shared-values.ts'
import type { Table } from './tables.ts'

/** Numbers of a home: three of its point and how far it reaches. */
const NUMBERS = 4
/** Points whose answers are kept: most opportunities are in few places. */
const MOST_KEPT = 64

/** Where the homes of a table are, close together, so that all can be looked at for one point. */
export class HomePoints {
  readonly #homes: Table<Home, DerivedHome>
  #numbers = new Float64Array(NUMBERS * 256)
  #count = 0
  readonly #kept = new Map<string, Uint8Array>()

  constructor(homes: Table<Home, DerivedHome>) {
    this.#homes = homes
  }

  /** By number of home: 1 where a point is within its reach, or may be; else 0. Not to be changed. */
  reaching(point: readonly [number, number, number]): Uint8Array {
    this.#takeNew()
    const key = point.join()
    let near = this.#kept.get(key)
    if (near) this.#kept.delete(key)
    if (near?.length !== this.#count) near = this.#markReached(point)
    this.#kept.set(key, near)
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    return near
  }

  #markReached([x, y, z]: readonly [number, number, number]): Uint8Array {
    const near = new Uint8Array(this.#count)
    const numbers = this.#numbers
    for (let home = 0; home < near.length; home++) {
      const dx = (numbers[home * NUMBERS] ?? 0) - x
      const dy = (numbers[home * NUMBERS + 1] ?? 0) - y
      const dz = (numbers[home * NUMBERS + 2] ?? 0) - z
      near[home] = dx * dx + dy * dy + dz * dz > (numbers[home * NUMBERS + 3] ?? 0) ? 0 : 1
    }
    return near
  }

  /** Sets to 1 whatever home a point is within a squared chord of, or may be; else to 0. */
  markWithin([x, y, z]: readonly [number, number, number], reach: number, near: Uint8Array): void {
    this.#takeNew()
    const numbers = this.#numbers
    for (let home = 0; home < this.#count; home++) {
      const dx = (numbers[home * NUMBERS] ?? 0) - x
      const dy = (numbers[home * NUMBERS + 1] ?? 0) - y
      const dz = (numbers[home * NUMBERS + 2] ?? 0) - z
      near[home] = dx * dx + dy * dy + dz * dz > reach ? 0 : 1
    }
  }

  /** What is not known stands as NaN, and so excludes nobody. */
  #takeNew(): void {
    const homes = this.#homes
    if (homes.size * NUMBERS > this.#numbers.length) {
      const grown = new Float64Array(homes.size * NUMBERS * 2)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    for (; this.#count < homes.size; this.#count++) {
      const { point, reach } = homes.derived[this.#count] ?? {}
      const [x, y, z] = point ?? [Number.NaN, Number.NaN, Number.NaN]
      this.#numbers.set([x, y, z, reach ?? Number.NaN], this.#count * NUMBERS)
    }
  }
}
