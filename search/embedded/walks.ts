import type { Scratch } from './scratch.ts'

/** Steps of the value of a walk in the keys that order them. */
const STEPS = 2 ** 20
const MOST_WALKS = 2 ** 20

/** Lists that a need may walk, as parallel arrays, to be visited by falling worth. */
export class Walks {
  wanted = new Int32Array(1024)
  list = new Int32Array(1024)
  worth = new Float64Array(1024)
  count = 0

  add(wanted: number, list: number, worth: number): void {
    if (this.count === this.wanted.length) this.#grow()
    this.wanted[this.count] = wanted
    this.list[this.count] = list
    this.worth[this.count] = worth
    this.count++
  }

  /** Their places by falling worth. */
  ordered(scratch: Scratch): Int32Array {
    const { count, worth } = this
    const keys = scratch.values('walk keys', count)
    let most = 0
    for (let at = 0; at < count; at++) most = Math.max(most, worth[at] ?? 0)
    const scale = most > 0 ? STEPS / most : 0
    for (let at = 0; at < count; at++) {
      keys[at] = (STEPS - Math.round((worth[at] ?? 0) * scale)) * MOST_WALKS + at
    }
    keys.subarray(0, count).sort()
    const order = scratch.list('walk order', count)
    for (let at = 0; at < count; at++) order[at] = (keys[at] ?? 0) % MOST_WALKS
    return order
  }

  #grow(): void {
    const grown = <T extends Int32Array | Float64Array>(values: T, made: T) => {
      made.set(values)
      return made
    }
    const length = this.count * 2
    this.wanted = grown(this.wanted, new Int32Array(length))
    this.list = grown(this.list, new Int32Array(length))
    this.worth = grown(this.worth, new Float64Array(length))
  }
}
