import type { TableRow } from './import.ts'
import { isIdleHeading, matchHeading } from './match-heading.ts'

/** Titles, dates and logos stand above a list; headings stand no deeper than this. */
const deepest = 30

/**
 * The row of a list that names its columns: the first whose cells are understood best, else the
 * first that is words all over, else the first.
 */
export function findHeading(rows: readonly TableRow[]): TableRow {
  const [first] = rows
  if (!first) throw new RangeError('a list without rows')
  let best = { row: first, score: 0 }
  for (const row of rows.slice(0, deepest)) {
    const texts = row.cells.filter((cell) => cell !== '')
    // A heading is short; two that are understood tell a row of headings from a title.
    const known = texts.filter(
      (text) =>
        text.length <= 80 && ((matchHeading(text)[0]?.weight ?? 0) >= 60 || isIdleHeading(text)),
    ).length
    const score = known >= 2 ? known / Math.sqrt(texts.length) : 0
    if (score > best.score * 1.05) best = { row, score }
  }
  if (best.score > 0) return best.row
  const widest = Math.max(...rows.slice(0, deepest).map((row) => row.cells.filter(Boolean).length))
  const wordy = rows
    .slice(0, deepest)
    .find(
      (row) =>
        row.cells.filter(Boolean).length >= Math.max(2, widest - 1) &&
        row.cells.every((cell) => cell === '' || (cell.length <= 80 && !/\d{3}|@/.test(cell))),
    )
  return wordy ?? first
}
