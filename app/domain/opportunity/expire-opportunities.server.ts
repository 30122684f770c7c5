import { countryCodes } from '#app/domain/countries/index.ts'
import { toInstant } from '#db/codec.ts'
import type { Dialect } from '#db/dialect.ts'
import type { Db } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { pastDeadline } from '#db/queries/opportunity.ts'
import { todayOf } from './update-opportunity.server.ts'

/** Opportunities handled in one transaction. */
const atOnce = 200

/**
 * Ends the opportunities whose last day to apply has gone by in their country, and takes them out of
 * the index. Returns how many; running it again changes nothing more.
 */
export async function expireOpportunities(db: Db, dialect: Dialect, now: Date): Promise<number> {
  let expired = 0
  for (const country of countryCodes) {
    const today = todayOf(country, now)
    for (;;) {
      const count = await db
        .transaction()
        .execute((transaction) => expireSome(transaction, dialect, country, today, now))
      expired += count
      if (count < atOnce) break
    }
  }
  return expired
}

async function expireSome(
  transaction: Db,
  dialect: Dialect,
  country: string,
  today: string,
  now: Date,
): Promise<number> {
  const rows = await pastDeadline(transaction, country, today, atOnce)
  if (rows.length === 0) return 0
  const ids = rows.map((row) => row.id)
  await transaction
    .updateTable('opportunity')
    .set((eb) => ({
      status: 'expired',
      updated_at: toInstant(now),
      version: eb('version', '+', 1),
    }))
    .where('id', 'in', ids)
    .where('status', 'in', ['published', 'paused'])
    .where('deadline', '<', today)
    .execute()
  await recordIndexChange(transaction, dialect, 'opportunity', ids, now)
  return rows.length
}
