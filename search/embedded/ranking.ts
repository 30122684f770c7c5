import type { Found } from './pairing.ts'
import type { Scratch } from './scratch.ts'

/** What a ranking needs to know of the documents it ranks. */
export interface Ranked {
  readonly slot: number
  readonly id: string
  readonly score: number
}

/** The best so far, worst on top of the heap: by score, then id. */
export class BestOf<T extends Ranked> {
  readonly #limit: number
  readonly #heap: T[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** What a score must reach to count; -Infinity while there is room. */
  get least(): number {
    return this.#heap.length < this.#limit ? -Infinity : (this.#heap[0]?.score ?? Infinity)
  }

  offer(item: T): void {
    const heap = this.#heap
    if (heap.length < this.#limit) {
      heap.push(item)
      this.#up(heap.length - 1)
    } else if (heap[0] && before(item, heap[0])) {
      heap[0] = item
      this.#down()
    }
  }

  /** Best first. */
  sorted(): T[] {
    return this.#heap.slice().sort((a, b) => (before(a, b) ? -1 : 1))
  }

  #up(from: number): void {
    const heap = this.#heap
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const [a, b] = [heap[at], heap[parent]]
      if (!a || !b || !before(b, a)) return
      heap[at] = b
      heap[parent] = a
      at = parent
    }
  }

  #down(): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        const [a, b] = [heap[child], heap[worst]]
        if (a && b && before(b, a)) worst = child
      }
      const [a, b] = [heap[at], heap[worst]]
      if (worst === at || !a || !b) return
      heap[at] = b
      heap[worst] = a
      at = worst
    }
  }
}

function before(a: Ranked, b: Ranked): boolean {
  if (a.score !== b.score) return a.score > b.score
  return a.id < b.id
}

const BUCKETS = 1024

/**
 * Keeps the slots of the greatest estimates, in the same arrays and order; gives their number, `most`
 * or fewer. Among those of one step in 1,024 about the limit, the first found stay.
 */
export function keepGreatest(
  { slots, estimates, count }: Found,
  most: number,
  scratch: Scratch,
): number {
  if (count <= most) return count
  let low = Infinity
  let high = -Infinity
  for (let at = 0; at < count; at++) {
    const value = estimates[at] ?? 0
    if (value < low) low = value
    if (value > high) high = value
  }
  const scale = high > low ? (BUCKETS - 1) / (high - low) : 0
  const counts = scratch.integers('buckets', BUCKETS)
  for (let at = 0; at < count; at++) {
    const bucket = ((estimates[at] ?? 0) - low) * scale
    counts[bucket | 0] = (counts[bucket | 0] ?? 0) + 1
  }
  let cut = BUCKETS - 1
  let above = 0
  while (above + (counts[cut] ?? 0) <= most) above += counts[cut--] ?? 0
  let room = most - above
  let kept = 0
  for (let at = 0; at < count; at++) {
    const bucket = (((estimates[at] ?? 0) - low) * scale) | 0
    if (bucket < cut || (bucket === cut && room-- <= 0)) continue
    estimates[kept] = estimates[at] ?? 0
    slots[kept++] = slots[at] ?? 0
  }
  return kept
}

/** Mostly nobody reads further than this. */
const FIRST_SORTED = 256
/** Steps of an estimate (at most 2) in the keys that order them. */
const STEPS = 2 ** 26
const MOST_PLACES = 2 ** 25

/** Places of estimates from 0 to 2, greatest first, each rounded up to a step: the first ones are sorted first. */
export function* byFallingBound(
  { estimates, count }: Found,
  scratch: Scratch,
): Generator<number, void> {
  const keys = scratch.values('bound keys', count)
  for (let at = 0; at < count; at++) {
    keys[at] = Math.ceil((2 - (estimates[at] ?? 0)) * STEPS) * MOST_PLACES + at
  }
  let from = 0
  if (count > 4 * FIRST_SORTED) {
    from = partition(keys, count, FIRST_SORTED)
    keys.subarray(0, from).sort()
    for (let at = 0; at < from; at++) yield (keys[at] ?? 0) % MOST_PLACES
  }
  keys.subarray(from, count).sort()
  for (let at = from; at < count; at++) yield (keys[at] ?? 0) % MOST_PLACES
}

/** Puts about so many of the smallest numbers first; gives how many. */
function partition(numbers: Float64Array, count: number, about: number): number {
  const step = Math.max(1, Math.trunc(count / FIRST_SORTED))
  const sample: number[] = []
  for (let at = 0; at < count; at += step) sample.push(numbers[at] ?? 0)
  sample.sort((a, b) => a - b)
  const limit = sample[Math.min(sample.length - 1, Math.ceil((about / count) * sample.length))] ?? 0
  let first = 0
  for (let at = 0; at < count; at++) {
    const number = numbers[at] ?? 0
    if (number > limit) continue
    numbers[at] = numbers[first] ?? 0
    numbers[first++] = number
  }
  return first
}
