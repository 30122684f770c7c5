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
