import { addLetterCosines } from './letter-index.ts'
import { placesOfKey, type TitleIndex } from './title-index.ts'
import { letterRuns, titleKey, titleStems } from './title-words.ts'

/** A concept that a title may mean: its number in the index, and a score for ordering. */
export interface Linked {
  readonly concept: number
  readonly score: number
}

/** A sum of evidence and likenesses that is full marks. */
export const fullScore = 1.6

/**
 * What letters alone bring to a word that is unknown and like none: half of all made-up words stay under .006 of full
 * marks with everything, and of 1,800 titles held out every one whose occupation was among the first ten is above .011.
 */
const leastEvidence = 0.01 * fullScore

/** An unknown word is taken for words that share at least this much of its letters, as many as these at most. */
const leastAlike = 0.35
const mostAlike = 6

/** Links titles to the concepts of one index. Its arrays are used again by each call. */
export class TitleLinker {
  readonly index: TitleIndex
  readonly #numbers: ReadonlyMap<string, number>
  readonly #scores: Float64Array
  #runs: Map<string, number[]> | undefined

  constructor(index: TitleIndex) {
    this.index = index
    this.#numbers = new Map(index.words.map((word, number) => [word, number]))
    this.#scores = new Float64Array(index.uris.length)
  }

  /**
   * The concepts that a title most likely means, best first, each once; ties in the order of their numbers. None
   * where nothing but a few letters speaks for any.
   */
  link(title: string, limit: number): Linked[] {
    const { index } = this
    const scores = this.#scores
    const words = titleStems(title, index.lang)
    if (words.length === 0 || limit <= 0) return []
    scores.fill(0)
    const wanted = words.map((word) => this.#known(word))
    let square = 0
    for (const known of wanted) square += this.#rarity(known) ** 2
    for (const known of wanted) {
      for (const [word, share] of known)
        this.#addWord(word, share / words.length, share / Math.sqrt(square))
    }
    this.#addLatent(wanted)
    if (index.letters) {
      const { letters: own, otherLetters: other } = index.weights
      addLetterCosines(index.letters, title, { own, other }, scores)
    }
    this.#addExact(titleKey(title, index.lang))
    return best(scores, limit)
  }

  /** The words of the index that a typed one stands for: itself, else those written alike, with shares. */
  #known(word: string): (readonly [word: number, share: number])[] {
    const number = this.#numbers.get(word)
    if (number !== undefined) return [[number, 1]]
    return this.#alike(word)
  }

  #rarity(known: readonly (readonly [number, number])[]): number {
    if (known.length === 0) return Math.log(1 + this.index.uris.length) / 2
    return known.reduce((sum, [word, share]) => sum + share * (this.index.rarity[word] ?? 0), 0)
  }

  #alike(word: string): [number, number][] {
    if (word.length < 4) return []
    const { words } = this.index
    if (this.#runs === undefined) {
      const runs = new Map<string, number[]>()
      words.forEach((text, number) => {
        for (const run of new Set(letterRuns(text))) {
          const held = runs.get(run)
          if (held) held.push(number)
          else runs.set(run, [number])
        }
      })
      this.#runs = runs
    }
    const own = new Set(letterRuns(word))
    const shared = new Map<number, number>()
    for (const run of own) {
      for (const number of this.#runs.get(run) ?? []) {
        shared.set(number, (shared.get(number) ?? 0) + 1)
      }
    }
    const found: [number, number][] = []
    for (const [number, count] of shared) {
      const all = new Set(letterRuns(words[number] ?? '')).size
      const likeness = count / Math.sqrt(own.size * all)
      if (likeness >= leastAlike) found.push([number, likeness])
    }
    found.sort((one, two) => two[1] - one[1] || one[0] - two[0])
    found.length = Math.min(found.length, mostAlike)
    const sum = found.reduce((total, [, likeness]) => total + likeness, 0)
    // Together they say at most what the likeliest of them would say.
    return found.map(([number, likeness]) => [number, (likeness * (found[0]?.[1] ?? 0)) / sum])
  }

  #addWord(word: number, evidenceShare: number, cosineShare: number): void {
    const { starts, concepts, evidence, cosines } = this.index
    const scores = this.#scores
    const perEvidence = this.index.evidenceScale * evidenceShare
    const perCosine = this.index.cosineScale * cosineShare
    const end = starts[word + 1] ?? 0
    for (let at = starts[word] ?? 0; at < end; at++) {
      const concept = concepts[at] ?? 0
      scores[concept] =
        (scores[concept] ?? 0) + perEvidence * (evidence[at] ?? 0) + perCosine * (cosines[at] ?? 0)
    }
  }

  #addLatent(wanted: readonly (readonly (readonly [number, number])[])[]): void {
    const { latent } = this.index
    if (!latent) return
    const { dimensions, words, wordScales, concepts } = latent
    const query = new Float64Array(dimensions)
    for (const known of wanted) {
      for (const [word, share] of known) {
        const scale = share * (wordScales[word] ?? 0)
        if (scale === 0) continue
        for (let at = 0; at < dimensions; at++) {
          query[at] = (query[at] ?? 0) + scale * (words[word * dimensions + at] ?? 0)
        }
      }
    }
    const length = Math.hypot(...query)
    if (length === 0) return
    const scale = this.index.weights.latent / (127 * length)
    const scores = this.#scores
    for (let concept = 0; concept < scores.length; concept++) {
      let dot = 0
      const from = concept * dimensions
      for (let at = 0; at < dimensions; at++) {
        dot += (query[at] as number) * (concepts[from + at] as number)
      }
      if (dot > 0) scores[concept] = (scores[concept] ?? 0) + scale * dot
    }
  }

  #addExact(key: string): void {
    const { exactConcepts, exactPreferred, weights } = this.index
    for (const at of placesOfKey(this.index, key)) {
      const concept = exactConcepts[at] ?? 0
      const bonus = exactPreferred[at] === 1 ? weights.exact : weights.exactAlternative
      this.#scores[concept] = (this.#scores[concept] ?? 0) + bonus
    }
  }
}

function best(scores: Float64Array, limit: number): Linked[] {
  const found: Linked[] = []
  let floor = leastEvidence
  for (let concept = 0; concept < scores.length; concept++) {
    const score = scores[concept] ?? 0
    if (score <= floor) continue
    found.push({ concept, score })
    if (found.length < 2 * limit + 50) continue
    found.sort(byScore)
    found.length = limit
    floor = found.at(-1)?.score ?? 0
  }
  return found.sort(byScore).slice(0, limit)
}

function byScore(one: Linked, other: Linked): number {
  return other.score - one.score || one.concept - other.concept
}
