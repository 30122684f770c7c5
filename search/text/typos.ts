/** Letters from which a word may have one typo, and two. */
const ONE_TYPO_FROM = 5
const TWO_TYPOS_FROM = 9

/** How many typos a searched word may have; none in what holds a digit. */
export function typosAllowed(word: string): 0 | 1 | 2 {
  if (word.length < ONE_TYPO_FROM || /\d/.test(word)) return 0
  return word.length < TWO_TYPOS_FROM ? 1 : 2
}

/** A word without the `s` or `x` of the plural, or as it is. */
export function singularOf(word: string): string {
  return word.length >= ONE_TYPO_FROM && /[a-z][sx]$/.test(word) ? word.slice(0, -1) : word
}

let before = new Int32Array(64)
let above = new Int32Array(64)
let current = new Int32Array(64)

/**
 * Damerau-Levenshtein distance (a letter added, dropped, replaced, or two neighbours exchanged, no
 * letter touched twice) between a typed word and a word, or with `prefix` the beginning of the word
 * nearest to it; `most + 1` for anything over `most`.
 */
export function typoDistance(typed: string, word: string, most: number, prefix = false): number {
  const rows = typed.length
  const columns = prefix ? Math.min(word.length, rows + most) : word.length
  const over = most + 1
  if (rows - columns > most || columns - rows > most) return over
  if (columns + 2 > current.length) {
    before = new Int32Array(columns + 64)
    above = new Int32Array(columns + 64)
    current = new Int32Array(columns + 64)
  }
  // Further than `most` from the diagonal all is over the limit: that is never looked at.
  for (let j = 0; j <= Math.min(columns, most); j++) above[j] = j
  let leastAbove = 0
  for (let i = 1; i <= rows; i++) {
    const letter = typed.charCodeAt(i - 1)
    const earlier = i > 1 ? typed.charCodeAt(i - 2) : -1
    const first = Math.max(1, i - most)
    const last = Math.min(columns, i + most)
    if (i + most <= columns) above[i + most] = over
    current[first - 1] = first === 1 ? i : over
    let least = first === 1 ? i : over
    for (let j = first; j <= last; j++) {
      const other = word.charCodeAt(j - 1)
      let cost = (above[j - 1] ?? 0) + (letter === other ? 0 : 1)
      const added = (current[j - 1] ?? 0) + 1
      if (added < cost) cost = added
      const dropped = (above[j] ?? 0) + 1
      if (dropped < cost) cost = dropped
      if (i > 1 && j > 1 && earlier === other && letter === word.charCodeAt(j - 2)) {
        const exchanged = (before[j - 2] ?? 0) + 1
        if (exchanged < cost) cost = exchanged
      }
      current[j] = cost
      if (cost < least) least = cost
    }
    // An exchange reaches two rows back, so one row over the limit is not yet the end.
    if (least > most && leastAbove > most) return over
    leastAbove = least
    const spare = before
    before = above
    above = current
    current = spare
  }
  if (prefix) return Math.min(leastAbove, over)
  return Math.min(above[columns] ?? over, over)
}
