import type { Dialect } from '../dialect.ts'

/** How many values one statement may bind: SQLite's default limit and that of PostgreSQL's protocol. */
const mostParameters: Record<Dialect, number> = { sqlite: 32_766, postgres: 65_535 }

/** Longer statements than this are no faster, and take memory. */
const mostRows = 2_000

/** Gathers rows into batches that one statement can carry, given the number of values a row binds. */
export function* batches<Row>(
  rows: Iterable<Row>,
  valuesPerRow: number,
  dialect: Dialect,
): Generator<Row[]> {
  const size = Math.min(mostRows, Math.floor(mostParameters[dialect] / valuesPerRow))
  let batch: Row[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
