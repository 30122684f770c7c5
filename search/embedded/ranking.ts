import type { Selection } from './columns.ts'
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

const BUCKETS = 512

/** Slots in order of falling value, in 512 steps: enough to stop early, far less than a sort. */
export function byFallingValue(
  selection: Selection,
  values: Float32Array,
  scratch: Scratch,
): Selection {
  const { slots, count } = selection
  let most = 0
  for (let at = 0; at < count; at++) most = Math.max(most, values[slots[at] ?? 0] ?? 0)
  const scale = most > 0 ? (BUCKETS - 1) / most : 0
  const starts = new Int32Array(BUCKETS + 1)
  const bucket = (slot: number) => BUCKETS - 1 - Math.trunc((values[slot] ?? 0) * scale)
  for (let at = 0; at < count; at++) {
    const next = bucket(slots[at] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let at = 1; at <= BUCKETS; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const ordered = scratch.integers('ordered', count)
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    const start = starts[bucket(slot)] ?? 0
    ordered[start] = slot
    starts[bucket(slot)] = start + 1
  }
  return { slots: ordered, count }
}

/** The width of one of those steps: how far a later value may be above an earlier one. */
export function stepOf(most: number): number {
  return most / (BUCKETS - 1)
}
