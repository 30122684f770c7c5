import type { Dialect } from '../dialect.ts'

/** How many values one statement may bind: SQLite's default limit and that of PostgreSQL's protocol. */
const mostParameters: Record<Dialect, number> = { sqlite: 32_766, postgres: 65_535 }

/** Longer statements than this are no faster, and take memory. */
const mostRows = 2_000

/** Cuts rows into batches that one `insert` can carry, given the number of values a row binds. */
export function* batches<Row>(
  rows: readonly Row[],
  valuesPerRow: number,
  dialect: Dialect,
): Generator<Row[]> {
  const size = Math.min(mostRows, Math.floor(mostParameters[dialect] / valuesPerRow))
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
