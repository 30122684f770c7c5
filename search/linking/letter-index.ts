import { readQuery } from './query.ts'
import { letterRuns } from './title-words.ts'
import { cosineBags, postingsOf } from './word-bags.ts'

/** The runs of letters of labels, by bucket: own labels and those of the other language beside them. */
export interface LetterIndex {
  readonly starts: Int32Array
  readonly concepts: Uint16Array
  /** 255 for the greatest value of all. */
  readonly own: Uint8Array
  readonly other: Uint8Array
  readonly ownScale: number
  readonly otherScale: number
  readonly ownRarity: Float32Array
  readonly otherRarity: Float32Array
}

/** Runs are put into so many buckets by a hash, a power of 2: two seldom share one, and then a little is lost. */
const mostBuckets = 1 << 17
const bucketsPerConcept = 64
/** How many letters of each of two neighbours are read together. */
const seamLetters = 4

/** The buckets of the runs of letters of a text, with how often each is met. */
export function letterBag(text: string, buckets: number): Map<number, number> {
  const bag = new Map<number, number>()
  const { words } = readQuery(text)
  const add = (run: string) => {
    const bucket = bucketOf(run, buckets)
    bag.set(bucket, (bag.get(bucket) ?? 0) + 1)
  }
  words.forEach((word, at) => {
    for (const run of letterRuns(word)) add(run)
    // Across two words as if they were one: `watch maker`, `watchmaker`.
    const next = words[at + 1]
    if (next === undefined) return
    const seam = word.slice(-seamLetters) + next.slice(0, seamLetters)
    for (let from = 0; from + seamLetters <= seam.length; from++) {
      add(seam.slice(from, from + seamLetters))
    }
  })
  return bag
}

/** FNV-1a, its halves folded together. */
function bucketOf(run: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < run.length; at++) {
    hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193)
  }
  return ((hash >>> 17) ^ hash) & (buckets - 1)
}

/** Indexes the letters of each concept's labels, in the own language and in the other. */
export function buildLetterIndex(
  ownLabels: readonly (readonly string[])[],
  otherLabels: readonly (readonly string[])[],
): LetterIndex {
  let buckets = 1 << 10
  while (buckets < mostBuckets && buckets < bucketsPerConcept * ownLabels.length) buckets *= 2
  const side = (labels: readonly (readonly string[])[]) => {
    const { bags, rarity } = cosineBags(
      labels.map((list) => letterBags(list, buckets)),
      buckets,
    )
    return { postings: postingsOf(bags, buckets), rarity }
  }
  const own = side(ownLabels)
  const other = side(otherLabels)
  const starts = new Int32Array(buckets + 1)
  const concepts: number[] = []
  const values: [number[], number[]] = [[], []]
  const merged = new Map<number, [number, number]>()
  for (let bucket = 0; bucket < buckets; bucket++) {
    merged.clear()
    for (const [side, { postings, rarity }] of [own, other].entries()) {
      const end = postings.starts[bucket + 1] ?? 0
      for (let at = postings.starts[bucket] ?? 0; at < end; at++) {
        const concept = postings.concepts[at] ?? 0
        const pair = merged.get(concept) ?? [0, 0]
        pair[side] = (postings.values[at] ?? 0) * (rarity[bucket] ?? 0)
        merged.set(concept, pair)
      }
    }
    for (const [concept, [one, two]] of merged) {
      concepts.push(concept)
      values[0].push(one)
      values[1].push(two)
    }
    starts[bucket + 1] = concepts.length
  }
  const [ownScale, otherScale] = values.map((list) => Math.max(1e-9, greatest(list)) / 255) as [
    number,
    number,
  ]
  return {
    starts,
    concepts: Uint16Array.from(concepts),
    own: Uint8Array.from(values[0], (value) => Math.round(value / ownScale)),
    other: Uint8Array.from(values[1], (value) => Math.round(value / otherScale)),
    ownScale,
    otherScale,
    ownRarity: Float32Array.from(own.rarity),
    otherRarity: Float32Array.from(other.rarity),
  }
}

function letterBags(labels: readonly string[], buckets: number): Map<number, number> {
  const bag = new Map<number, number>()
  for (const label of labels) {
    for (const [bucket, count] of letterBag(label, buckets))
      bag.set(bucket, (bag.get(bucket) ?? 0) + count)
  }
  return bag
}

function greatest(values: readonly number[]): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}

/** Adds `ownWeight` and `otherWeight` times the cosines of the text's letters with each concept's to `scores`. */
export function addLetterCosines(
  index: LetterIndex,
  text: string,
  weights: { readonly own: number; readonly other: number },
  scores: Float64Array,
): void {
  const bag = letterBag(text, index.starts.length - 1)
  let ownSquare = 0
  let otherSquare = 0
  for (const [bucket, count] of bag) {
    ownSquare += (count * (index.ownRarity[bucket] ?? 0)) ** 2
    otherSquare += (count * (index.otherRarity[bucket] ?? 0)) ** 2
  }
  const own = (weights.own * index.ownScale) / (Math.sqrt(ownSquare) || 1)
  const other = (weights.other * index.otherScale) / (Math.sqrt(otherSquare) || 1)
  for (const [bucket, count] of bag) {
    const end = index.starts[bucket + 1] ?? 0
    for (let at = index.starts[bucket] ?? 0; at < end; at++) {
      const concept = index.concepts[at] ?? 0
      const value = own * (index.own[at] ?? 0) + other * (index.other[at] ?? 0)
      scores[concept] = (scores[concept] ?? 0) + count * value
    }
  }
}
