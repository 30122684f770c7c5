import { createHash } from 'node:crypto'

/** Choices that a seed determines, so that the demonstration country is the same on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  chance(share: number): boolean
  /** Throws a RangeError for an empty list. */
  pick<T>(list: readonly T[]): T
  /** One of the values, each as likely as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** The values in another order. */
  shuffled<T>(list: readonly T[]): T[]
}

/** Choices of their own for each name, so that a change in one part of the country leaves the others as they are. */
export function randomFrom(name: string): Random {
  let state = createHash('sha256').update(name).digest().readUInt32LE(0)
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError(`Nothing to pick from (${name})`)
    return list[below(list.length)] as T
  }
  return {
    next,
    below,
    pick,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => next() < share,
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        left -= weight
        if (left < 0) return value
      }
      return pick(list)[0]
    },
    shuffled<T>(list: readonly T[]): T[] {
      const all = [...list]
      for (let at = all.length - 1; at > 0; at--) {
        const other = below(at + 1)
        ;[all[at], all[other]] = [all[other] as T, all[at] as T]
      }
      return all
    },
  }
}
