import type { ReadDb } from '#db/open.ts'
import { lastIndexChange } from '#db/queries/index-change.ts'
import { type OpportunityCard, opportunityCards } from '#db/queries/opportunity-cards.ts'

interface Stores {
  readonly db: ReadDb
}

/** What was read of a database while its changes stood at `last`, by the day it was read for; null: nothing. */
interface Kept<Row> {
  readonly last: number
  readonly days: Map<string, Map<string, Row | null>>
}

const most = 5000

/**
 * Reads public rows once and keeps them until the next change: whatever changes one records a change
 * of the index in the same transaction, so that one number tells of all. For what everybody may see;
 * rows of persons are read anew each time.
 */
export function keptRows<Given extends Stores, Row>(
  read: (stores: Given, ids: readonly string[], day: string) => Promise<[string, Row][]>,
): (stores: Given, ids: readonly string[], day: string) => Promise<Map<string, Row>> {
  const kept = new WeakMap<ReadDb, Kept<Row>>()

  /** The rows kept for a day; none where anything has changed since they were read. */
  async function rowsOf(db: ReadDb, day: string): Promise<Map<string, Row | null>> {
    const last = await lastIndexChange(db)
    let now = kept.get(db)
    if (now?.last !== last) {
      now = { last, days: new Map() }
      kept.set(db, now)
    }
    let rows = now.days.get(day)
    if (!rows || rows.size > most) {
      rows = new Map()
      now.days.set(day, rows)
    }
    return rows
  }

  return async (stores, ids, day) => {
    const rows = await rowsOf(stores.db, day)
    const missing = ids.filter((id) => !rows.has(id))
    if (missing.length > 0) {
      const found = new Map(await read(stores, missing, day))
      for (const id of missing) rows.set(id, found.get(id) ?? null)
    }
    const asked = new Map<string, Row>()
    for (const id of ids) {
      const row = rows.get(id)
      if (row) asked.set(id, row)
    }
    return asked
  }
}

/** What lists show of the opportunities among these ids that may be seen on a day, by id. */
export const readCards = keptRows<Stores, OpportunityCard>(async ({ db }, ids, day) =>
  (await opportunityCards(db, ids, day)).map((row) => [row.id, row]),
)
