/** Slots of documents, as a list in a typed array; only the first `count` are meant. */
export interface Selection {
  readonly slots: Int32Array
  count: number
}

const NO_VALUES: readonly number[] = []

/** A column of words (a code, a URI, a flag), none or several a document, each held once. */
export class KeywordColumn {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []
  /** How many documents hold each word. */
  readonly #holders: number[] = []
  /** One-word lists, shared by all documents that hold only that word. */
  readonly #singles: (readonly number[])[] = []
  readonly #values: (readonly number[])[] = []

  set(slot: number, words: readonly string[]): void {
    this.clear(slot)
    if (words.length === 0) return
    const numbers = [...new Set(words)].map((word) => this.#number(word))
    for (const number of numbers) this.#holders[number] = (this.#holders[number] ?? 0) + 1
    const only = numbers.length === 1 ? this.#singles[numbers[0] ?? 0] : undefined
    while (this.#values.length <= slot) this.#values.push(NO_VALUES)
    this.#values[slot] = only ?? numbers
  }

  clear(slot: number): void {
    for (const number of this.#values[slot] ?? NO_VALUES) {
      this.#holders[number] = (this.#holders[number] ?? 1) - 1
    }
    if (slot < this.#values.length) this.#values[slot] = NO_VALUES
  }

  /** Keeps the slots that hold any of the words; with `none`, those that hold none. */
  keepAny(selection: Selection, words: readonly string[], none = false): void {
    const allowed = new Uint8Array(this.#names.length)
    for (const word of words) {
      const number = this.#numbers.get(word)
      if (number !== undefined) allowed[number] = 1
    }
    const { slots } = selection
    let kept = 0
    for (let at = 0; at < selection.count; at++) {
      const slot = slots[at] ?? 0
      const values = this.#values[slot] ?? NO_VALUES
      let found = false
      for (let i = 0; i < values.length; i++) {
        if (allowed[values[i] ?? 0] === 1) {
          found = true
          break
        }
      }
      if (found !== none) slots[kept++] = slot
    }
    selection.count = kept
  }

  /** How many of the slots hold each word, greatest first, then by word. */
  count(selection: Selection, all: boolean, most: number): { value: string; count: number }[] {
    let counts: ArrayLike<number> = this.#holders
    if (!all) {
      const counted = new Int32Array(this.#names.length)
      for (let at = 0; at < selection.count; at++) {
        const values = this.#values[selection.slots[at] ?? 0] ?? NO_VALUES
        for (let i = 0; i < values.length; i++) {
          const number = values[i] ?? 0
          counted[number] = (counted[number] ?? 0) + 1
        }
      }
      counts = counted
    }
    const found: { value: string; count: number }[] = []
    for (let number = 0; number < counts.length; number++) {
      const count = counts[number] ?? 0
      if (count > 0) found.push({ value: this.#names[number] ?? '', count })
    }
    found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return found.slice(0, most)
  }

  #number(word: string): number {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.#names.length
      this.#numbers.set(word, number)
      this.#names.push(word)
      this.#holders.push(0)
      this.#singles.push([number])
    }
    return number
  }
}

/** A column of numbers; NaN where a document has none. */
export class NumberColumn {
  #values = new Float64Array(1024).fill(Number.NaN)

  get(slot: number): number {
    return this.#values[slot] ?? Number.NaN
  }

  set(slot: number, value: number): void {
    if (slot >= this.#values.length) {
      const grown = new Float64Array(Math.max(slot + 1, this.#values.length * 2)).fill(Number.NaN)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[slot] = value
  }

  /** Keeps the slots whose number is between the two, ends included. */
  keepBetween(selection: Selection, min: number, max: number): void {
    const { slots } = selection
    let kept = 0
    for (let at = 0; at < selection.count; at++) {
      const slot = slots[at] ?? 0
      const value = this.#values[slot] ?? Number.NaN
      if (value >= min && value <= max) slots[kept++] = slot
    }
    selection.count = kept
  }
}
