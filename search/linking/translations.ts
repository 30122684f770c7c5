/** Two sets of words that say the same, and how much the pair counts. */
export interface WordPair {
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly weight: number
}

/** For each target word, the source words that stand for it with the probability of the step from source to target. */
export interface Translations {
  readonly starts: Int32Array
  readonly sources: Int32Array
  readonly probabilities: Float32Array
}

/** Weaker translations are left out: they are noise, and most. */
const least = 0.003

/**
 * How likely a word stands where another stood, learnt from pairs of phrases that mean the same (IBM model 1, by
 * expectation and maximisation). Words are numbers under `sources` and `targets`.
 */
export function learnTranslations(
  pairs: readonly WordPair[],
  { sources, targets, rounds }: { sources: number; targets: number; rounds: number },
): Translations {
  let steps = 0
  for (const { source, target } of pairs) steps += source.length * target.length
  // One cell for each source and target that meet; `path` names the cells as the pairs visit them.
  const cells = new Map<number, number>()
  const cellSource: number[] = []
  const cellTarget: number[] = []
  const path = new Int32Array(steps)
  let at = 0
  for (const { source, target } of pairs) {
    for (const to of target) {
      for (const from of source) {
        const key = from * targets + to
        let cell = cells.get(key)
        if (cell === undefined) {
          cell = cellSource.length
          cells.set(key, cell)
          cellSource.push(from)
          cellTarget.push(to)
        }
        path[at++] = cell
      }
    }
  }
  const chances = new Float64Array(cellSource.length).fill(1)
  const counts = new Float64Array(cellSource.length)
  const totals = new Float64Array(sources)
  for (let round = 0; round < rounds; round++) {
    counts.fill(0)
    totals.fill(0)
    let start = 0
    for (const { source, target, weight } of pairs) {
      for (let to = 0; to < target.length; to++) {
        const end = start + source.length
        let sum = 0
        for (let step = start; step < end; step++) sum += chances[path[step] ?? 0] ?? 0
        const share = sum > 0 ? weight / sum : 0
        for (let step = start; step < end; step++) {
          const cell = path[step] ?? 0
          counts[cell] = (counts[cell] ?? 0) + share * (chances[cell] ?? 0)
        }
        start = end
      }
    }
    for (let cell = 0; cell < counts.length; cell++) {
      const from = cellSource[cell] ?? 0
      totals[from] = (totals[from] ?? 0) + (counts[cell] ?? 0)
    }
    for (let cell = 0; cell < counts.length; cell++) {
      const total = totals[cellSource[cell] ?? 0] ?? 0
      chances[cell] = total > 0 ? (counts[cell] ?? 0) / total : 0
    }
  }
  return byTarget(cellSource, cellTarget, chances, targets)
}

function byTarget(
  cellSource: readonly number[],
  cellTarget: readonly number[],
  chances: Float64Array,
  targets: number,
): Translations {
  const starts = new Int32Array(targets + 1)
  chances.forEach((chance, cell) => {
    if (chance < least) return
    const place = (cellTarget[cell] ?? 0) + 1
    starts[place] = (starts[place] ?? 0) + 1
  })
  for (let at = 0; at < targets; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0)
  const sources = new Int32Array(starts[targets] ?? 0)
  const probabilities = new Float32Array(sources.length)
  const next = starts.slice()
  chances.forEach((chance, cell) => {
    if (chance < least) return
    const to = cellTarget[cell] ?? 0
    const place = next[to] ?? 0
    sources[place] = cellSource[cell] ?? 0
    probabilities[place] = chance
    next[to] = place + 1
  })
  return { starts, sources, probabilities }
}
