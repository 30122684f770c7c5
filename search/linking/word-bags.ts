/** Numbers for words. */
export class Words {
  readonly list: string[] = []
  readonly #numbers = new Map<string, number>()

  /** The number of a word, a new one when it is new. */
  add(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.list.length
    this.#numbers.set(word, number)
    this.list.push(word)
    return number
  }

  /** The number of a word; undefined when it is unknown. */
  find(word: string): number | undefined {
    return this.#numbers.get(word)
  }

  get size(): number {
    return this.list.length
  }
}

/** For each word, the concepts that have it with a value each; a sparse matrix by words. */
export interface Postings {
  readonly starts: Int32Array
  readonly concepts: Int32Array
  readonly values: Float64Array
}

/** Postings from bags of words, one bag a concept; `words` counts the numbers that words may have. */
export function postingsOf(bags: readonly ReadonlyMap<number, number>[], words: number): Postings {
  const starts = new Int32Array(words + 1)
  for (const bag of bags) {
    for (const word of bag.keys()) starts[word + 1] = (starts[word + 1] ?? 0) + 1
  }
  for (let word = 0; word < words; word++) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
  }
  const concepts = new Int32Array(starts[words] ?? 0)
  const values = new Float64Array(concepts.length)
  const next = starts.slice()
  bags.forEach((bag, concept) => {
    for (const [word, value] of bag) {
      const place = next[word] ?? 0
      concepts[place] = concept
      values[place] = value
      next[word] = place + 1
    }
  })
  return { starts, concepts, values }
}

/** How often each word stands in the lists; each list counts `weight(list)` in all. */
export function bagOf(
  lists: Iterable<readonly number[]>,
  weight: (list: readonly number[]) => number = (list) => list.length,
): Map<number, number> {
  const bag = new Map<number, number>()
  for (const list of lists) {
    const each = weight(list) / list.length
    for (const word of list) bag.set(word, (bag.get(word) ?? 0) + each)
  }
  return bag
}

/** The bag with its values multiplied so that they sum to `sum`. */
export function shares(bag: ReadonlyMap<number, number>, sum = 1): Map<number, number> {
  let total = 0
  for (const value of bag.values()) total += value
  return new Map([...bag].map(([word, value]) => [word, (value * sum) / total]))
}

/** The bags as vectors of length 1, weighted by how rare words are (TF-IDF), with those rarities. */
export function cosineBags(
  bags: readonly ReadonlyMap<number, number>[],
  words: number,
): { bags: Map<number, number>[]; rarity: Float64Array } {
  const holders = new Float64Array(words)
  for (const bag of bags) {
    for (const word of bag.keys()) holders[word] = (holders[word] ?? 0) + 1
  }
  const rarity = holders.map((count) => Math.log(1 + bags.length / (1 + count)))
  const vectors = bags.map((bag) => {
    let square = 0
    const vector = new Map<number, number>()
    for (const [word, count] of bag) {
      const value = (1 + Math.log(Math.max(1, count))) * (rarity[word] ?? 0)
      vector.set(word, value)
      square += value * value
    }
    const length = Math.sqrt(square) || 1
    for (const [word, value] of vector) vector.set(word, value / length)
    return vector
  })
  return { bags: vectors, rarity }
}
