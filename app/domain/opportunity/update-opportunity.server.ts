import type { Updateable } from 'kysely'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { fromFlag, toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import type { OpportunityTable } from '#db/schema/opportunity.ts'
import { dayIn, type Gap, gapsOf, isEditable } from './opportunity.ts'
import type { OpportunityRow } from './opportunity-scope.server.ts'

/**
 * Writes columns of an opportunity if nobody has changed it since `version`, and records the change
 * for the index when the public sees it before or after. Call it inside a transaction. Throws
 * `ExpectedError('stale')`.
 */
export async function updateOpportunity(
  transaction: Db,
  deps: Pick<Deps, 'dialect' | 'now'>,
  opportunity: Pick<OpportunityRow, 'id' | 'status'>,
  version: number,
  columns: Updateable<OpportunityTable>,
): Promise<void> {
  const updated = await transaction
    .updateTable('opportunity')
    .set({ ...columns, updated_at: toInstant(deps.now), version: version + 1 })
    .where('id', '=', opportunity.id)
    .where('version', '=', version)
    .where('status', '=', opportunity.status)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new ExpectedError('stale')
  if (opportunity.status === 'published' || columns.status === 'published') {
    await recordIndexChange(transaction, deps.dialect, 'opportunity', [opportunity.id], deps.now)
  }
}

/** Throws `ExpectedError('conflict')` for an opportunity that has ended: it stays as it was. */
export function assertEditable(opportunity: Pick<OpportunityRow, 'status'>): void {
  if (!isEditable(opportunity.status)) throw new ExpectedError('conflict')
}

/** What an opportunity would lack with these changes; empty when it may be shown to all. */
export function gapsWith(
  opportunity: OpportunityRow,
  changes: Updateable<OpportunityTable>,
  skills: number,
  now: Date,
): Gap[] {
  const row = { ...opportunity, ...changes }
  return gapsOf(
    {
      title: row.title,
      occupationUri: row.occupation_uri,
      skills,
      placeId: row.place_id,
      remote: fromFlag(row.remote),
      deadline: row.deadline,
    },
    todayOf(opportunity.country, now),
  )
}

/** True while the public sees it or will again at a press: then it must stay complete. */
export function mustBeComplete(opportunity: Pick<OpportunityRow, 'status'>): boolean {
  return opportunity.status === 'published' || opportunity.status === 'paused'
}

/** Today in a country. */
export function todayOf(country: string, now: Date): string {
  return dayIn(countryPack(country).timeZone, now)
}
