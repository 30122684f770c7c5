import type { Selection } from './columns.ts'

/** A set of slots, a bit each, in whole words so that sets meet 32 slots at a time. */
export class Bits {
  words = new Uint32Array(64)

  add(slot: number): void {
    const word = slot >>> 5
    if (word >= this.words.length) {
      const grown = new Uint32Array(Math.max(word + 1, this.words.length * 2))
      grown.set(this.words)
      this.words = grown
    }
    this.words[word] = (this.words[word] ?? 0) | (1 << (slot & 31))
  }

  delete(slot: number): void {
    const word = slot >>> 5
    if (word < this.words.length) this.words[word] = (this.words[word] ?? 0) & ~(1 << (slot & 31))
  }

  /** Adds or deletes. */
  set(slot: number, held: boolean): void {
    if (held) this.add(slot)
    else this.delete(slot)
  }
}

/** Sets of slots by the number of a value. */
export class BitsByValue {
  readonly #sets: (Bits | undefined)[] = []

  get(value: number): Bits | undefined {
    return this.#sets[value]
  }

  of(value: number): Bits {
    while (this.#sets.length <= value) this.#sets.push(undefined)
    let set = this.#sets[value]
    if (!set) {
      set = new Bits()
      this.#sets[value] = set
    }
    return set
  }

  delete(slot: number): void {
    for (const set of this.#sets) set?.delete(slot)
  }
}

/** How many words hold so many slots. */
export function wordsFor(slots: number): number {
  return (slots + 31) >>> 5
}

/** Keeps in `words` what is in any of the sets. */
export function keepIn(words: Uint32Array, sets: readonly (Bits | undefined)[]): void {
  const lists: Uint32Array[] = []
  for (const set of sets) if (set) lists.push(set.words)
  const [one, two] = lists
  if (!one) {
    words.fill(0)
  } else if (!two) {
    for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & (one[at] ?? 0)
  } else if (lists.length === 2) {
    for (let at = 0; at < words.length; at++) {
      words[at] = (words[at] ?? 0) & ((one[at] ?? 0) | (two[at] ?? 0))
    }
  } else {
    for (let at = 0; at < words.length; at++) {
      let any = 0
      for (const list of lists) any |= list[at] ?? 0
      words[at] = (words[at] ?? 0) & any
    }
  }
}

/** Keeps in `words` what others, as many, hold too. */
export function keepBoth(words: Uint32Array, others: Uint32Array): void {
  for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & (others[at] ?? 0)
}

/** Takes out of `words` what a set holds. */
export function keepOut(words: Uint32Array, { words: out }: Bits): void {
  const length = Math.min(words.length, out.length)
  for (let at = 0; at < length; at++) words[at] = (words[at] ?? 0) & ~(out[at] ?? 0)
}

/** How many slots a set holds. */
export function countIn(words: Uint32Array): number {
  let count = 0
  for (let at = 0; at < words.length; at++) {
    let word = words[at] ?? 0
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** The slots of a set, rising, put into a list with room for all. */
export function listIn(words: Uint32Array, slots: Int32Array): Selection {
  return { slots, count: fill(words, slots) }
}

function fill(words: Uint32Array, slots: Int32Array): number {
  let count = 0
  for (let word = 0; word < words.length; word++) {
    let left = words[word] ?? 0
    while (left !== 0) {
      const bit = left & -left
      left ^= bit
      slots[count++] = (word << 5) | (31 - Math.clz32(bit))
    }
  }
  return count
}

/** Keeps the slots that a set holds. */
export function keepHeld(selection: Selection, words: Uint32Array): void {
  selection.count = held(selection, words)
}

/** Without branches: which are held is as good as random. */
function held({ slots, count }: Selection, words: Uint32Array): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    slots[kept] = slot
    kept += ((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1
  }
  return kept
}

/** Makes a set hold these slots and no others. */
export function setTo(words: Uint32Array, { slots, count }: Selection): void {
  words.fill(0)
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31))
  }
}
