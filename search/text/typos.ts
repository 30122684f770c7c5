/** Letters from which a word may have one typo, and two. */
const ONE_TYPO_FROM = 5
const TWO_TYPOS_FROM = 9

/** How many typos a searched word may have; none in what holds a digit. */
export function typosAllowed(word: string): 0 | 1 | 2 {
  if (word.length < ONE_TYPO_FROM || /\d/.test(word)) return 0
  return word.length < TWO_TYPOS_FROM ? 1 : 2
}

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
  let before = new Array<number>(columns + 1).fill(0)
  let above = Array.from({ length: columns + 1 }, (_, at) => at)
  let current = new Array<number>(columns + 1).fill(0)
  for (let i = 1; i <= rows; i++) {
    const letter = typed.charCodeAt(i - 1)
    const earlier = i > 1 ? typed.charCodeAt(i - 2) : -1
    current[0] = i
    let least = i
    for (let j = 1; j <= columns; j++) {
      const other = word.charCodeAt(j - 1)
      let cost = Math.min(
        (above[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (letter === other ? 0 : 1),
      )
      if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && earlier === other) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      current[j] = cost
      if (cost < least) least = cost
    }
    // An exchange reaches two rows back, so one row over the limit is not yet the end.
    if (least > most && Math.min(...above) > most) return over
    const spare = before
    before = above
    above = current
    current = spare
  }
  const distance = prefix ? Math.min(...above) : (above[columns] ?? over)
  return Math.min(distance, over)
}
