import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { toDay } from '#db/codec.ts'
import type { Dialect } from '#db/dialect.ts'
import type { Db } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'

/** Companies handled in one transaction. */
const atOnce = 200

/**
 * Takes the badge from companies whose verification was not renewed in time; what was seen and until
 * when stays for the chamber to read. Returns how many; running it again changes nothing more.
 */
export async function lapseVerifications(db: Db, dialect: Dialect, now: Date): Promise<number> {
  const today = toDay(now)
  for (let all = 0; ; ) {
    const count = await db
      .transaction()
      .execute((transaction) => lapseSome(transaction, dialect, today, now))
    all += count
    if (count < atOnce) return all
  }
}

async function lapseSome(
  transaction: Db,
  dialect: Dialect,
  today: string,
  now: Date,
): Promise<number> {
  const rows = await transaction
    .selectFrom('company')
    .select(['id', 'verified_until'])
    .where('verified_until', '<', today)
    .where('verified_at', 'is not', null)
    .orderBy('id')
    .limit(atOnce)
    .execute()
  if (rows.length === 0) return 0
  const ids = rows.map((row) => row.id)
  await transaction
    .updateTable('company')
    .set({ verified_at: null })
    .where('id', 'in', ids)
    .where('verified_until', '<', today)
    .execute()
  await recordIndexChange(transaction, dialect, 'company', ids, now)
  for (const row of rows) {
    await recordAudit(
      transaction,
      {
        actorId: null,
        action: 'company.verification-lapsed',
        entityKind: 'company',
        entityId: row.id,
        detail: { until: row.verified_until },
      },
      now,
    )
  }
  return rows.length
}
