import { setImmediate } from 'node:timers/promises'
import { type CheckedRow, checkRow, type RowReaders } from './check-row.ts'
import type { ImportCounts, Mapping, TableRow } from './import.ts'
import { noCounts } from './import.ts'
import { type JudgedRow, judgeRow, type Known } from './judge-row.ts'

/** A row that was understood, before it is known what it is. */
export interface ReadRow extends TableRow {
  readonly checked: CheckedRow
}

/** A row and what becomes of it. */
export interface FinishedRow extends TableRow {
  readonly judged: JudgedRow
}

/** As long as this thread works at a stretch before others get their turn. */
const stretchMs = 25

/**
 * Reads and judges all rows of a list. Reading takes the greater part, so that is what progress
 * counts; others are served in between.
 */
export async function checkRows(
  rows: readonly TableRow[],
  mapping: Mapping,
  readers: RowReaders,
  knownOf: (rows: readonly ReadRow[]) => Promise<Known>,
  progress: (done: number) => void = () => {},
): Promise<FinishedRow[]> {
  const turn = turns()
  const read: ReadRow[] = []
  for (const row of rows) {
    read.push({ ...row, checked: checkRow(row.cells, mapping, readers) })
    if (turn.isOver()) {
      progress(read.length / 2)
      await turn.next()
    }
  }
  const known = await knownOf(read)
  const finished: FinishedRow[] = []
  for (const { number, cells, checked } of read) {
    finished.push({ number, cells, judged: judgeRow(number, checked, cells, mapping, known) })
    if (turn.isOver()) {
      progress((rows.length + finished.length) / 2)
      await turn.next()
    }
  }
  return finished
}

/** How long one has worked since others had their turn, and giving them one. */
export function turns(): { isOver(): boolean; next(): Promise<void> } {
  let since = performance.now()
  return {
    isOver: () => performance.now() - since > stretchMs,
    async next() {
      await setImmediate()
      since = performance.now()
    },
  }
}

/** How many rows had which outcome; of those that go in, how many carry a remark. */
export function countRows(
  rows: Iterable<{ outcome: string; severity: string | null; count: number }>,
): ImportCounts {
  const counts = { ...noCounts }
  for (const { outcome, severity, count } of rows) {
    if (outcome in counts) counts[outcome as keyof ImportCounts] += count
    if (severity === 'warning') counts.warnings += count
  }
  return counts
}
