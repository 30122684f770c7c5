import type { Scratch } from './scratch.ts'

/** Steps of worth that walks are ordered by. */
const STEPS = 512

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

  /** Their places by falling worth, in steps of a 512th of the greatest. */
  ordered(scratch: Scratch): Int32Array {
    const { count, worth } = this
    let most = 0
    for (let at = 0; at < count; at++) most = Math.max(most, worth[at] ?? 0)
    const scale = most > 0 ? STEPS / most : 0
    const starts = scratch.integers('walk starts', STEPS + 2)
    const stepOf = (at: number) => STEPS - Math.round((worth[at] ?? 0) * scale)
    for (let at = 0; at < count; at++) {
      const next = stepOf(at) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let at = 1; at < STEPS + 2; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
    const order = scratch.list('walk order', count)
    for (let at = 0; at < count; at++) {
      const step = stepOf(at)
      const place = starts[step] ?? 0
      starts[step] = place + 1
      order[place] = at
    }
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
