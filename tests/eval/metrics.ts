/** What a grade of 0 to 3 is worth. */
const GAINS = [0, 1, 3, 7] as const
const CUT = 10
export const RECALL_CUT = 20

/** Figures of one ranking, 0 to 1; null where the truth has nothing to find. */
export interface QueryFigures {
  /** Discounted gain of the first ten, of the greatest possible; null without a document of grade 3. */
  readonly ndcg: number | null
  /** The same; null only where all documents are of grade 0. */
  readonly ndcgAny: number | null
  /** 1 by the place of the first document of grade 3. */
  readonly mrr: number | null
  /** Share of the documents of grade 3 (twenty at most) among the first twenty. */
  readonly recall: number | null
}

/**
 * Figures of a ranking by falling score, then place in the list; `grades` is parallel to `scores`.
 * @param top the first twenty, where they are known
 */
export function figuresOf(
  scores: Float64Array,
  grades: Uint8Array,
  top: readonly number[] = topOf(scores, RECALL_CUT),
): QueryFigures {
  const counts = [0, 0, 0, 0]
  let [best, bestScore] = [-1, -Infinity]
  for (let at = 0; at < grades.length; at++) {
    const grade = grades[at] ?? 0
    counts[grade] = (counts[grade] ?? 0) + 1
    if (grade === 3 && (scores[at] ?? 0) > bestScore) {
      best = at
      bestScore = scores[at] ?? 0
    }
  }
  const greatest = idealGain(counts)
  let gain = 0
  let found = 0
  top.forEach((at, place) => {
    const grade = grades[at] ?? 0
    if (place < CUT) gain += (GAINS[grade] ?? 0) / Math.log2(place + 2)
    if (grade === 3) found++
  })
  let before = 0
  for (let at = 0; at < scores.length && best >= 0; at++) {
    const score = scores[at] ?? 0
    if (score > bestScore || (score === bestScore && at < best)) before++
  }
  const sought = Math.min(RECALL_CUT, counts[3] ?? 0)
  return {
    ndcg: best >= 0 ? gain / greatest : null,
    ndcgAny: greatest > 0 ? gain / greatest : null,
    mrr: best >= 0 ? 1 / (before + 1) : null,
    recall: sought > 0 ? found / sought : null,
  }
}

function idealGain(counts: readonly number[]): number {
  let gain = 0
  let place = 0
  for (const grade of [3, 2, 1]) {
    for (let one = 0; one < (counts[grade] ?? 0) && place < CUT; one++, place++) {
      gain += (GAINS[grade] ?? 0) / Math.log2(place + 2)
    }
  }
  return gain
}

/** Places of the `count` greatest scores, greatest first, ties by place. */
export function topOf(scores: Float64Array, count: number): number[] {
  const top: number[] = []
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0
    if (top.length === count && !(score > (scores[top[count - 1] ?? 0] ?? 0))) continue
    let place = top.length
    while (place > 0 && score > (scores[top[place - 1] ?? 0] ?? 0)) place--
    top.splice(place, 0, at)
    if (top.length > count) top.pop()
  }
  return top
}

const KEYS = ['ndcg', 'ndcgAny', 'mrr', 'recall'] as const
type Key = (typeof KEYS)[number]

/** Means over many queries. */
export type RankingFigures = { readonly [K in Key]: number } & {
  /** Queries with a document of grade 3: what all but `ndcgAny` are means over. */
  readonly queries: number
  /** Queries with a document of grade 1 or more. */
  readonly queriesAny: number
}

/** Means over many rankings, each over those where there is something to find. */
export class Means {
  #sums: Record<Key, number> = { ndcg: 0, ndcgAny: 0, mrr: 0, recall: 0 }
  #counts: Record<Key, number> = { ndcg: 0, ndcgAny: 0, mrr: 0, recall: 0 }

  add(figures: QueryFigures): void {
    for (const key of KEYS) {
      const value = figures[key]
      if (value === null) continue
      this.#sums[key] += value
      this.#counts[key]++
    }
  }

  get figures(): RankingFigures {
    const mean = (key: Key) => this.#sums[key] / (this.#counts[key] || 1)
    return {
      ndcg: mean('ndcg'),
      ndcgAny: mean('ndcgAny'),
      mrr: mean('mrr'),
      recall: mean('recall'),
      queries: this.#counts.ndcg,
      queriesAny: this.#counts.ndcgAny,
    }
  }
}
