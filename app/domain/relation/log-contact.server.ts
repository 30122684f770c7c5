import type { SignedIn } from '#app/domain/access.ts'
import { type AuditAction, recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { engagementById } from '#db/queries/relation.ts'
import { applyEvent } from './move-relation.server.ts'
import { addDays, type ContactLog, isMendable } from './relation.ts'

/** The earliest day that can still be logged, counted back from today. */
const yearsBack = 5 * 365

/**
 * Logs a call, visit, mail or event with a company; where they stand follows by itself. Returns the
 * entry's id. Throws `FieldErrors` for its day, `ExpectedError('not-found')`.
 */
export async function logContact(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: ContactLog,
): Promise<string> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  const onDay = dayOf(deps.now, input)
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('engagement')
      .values({
        id,
        chamber_id: chamber.id,
        company_id: companyId,
        kind: input.kind,
        on_day: onDay,
        outcome: input.outcome,
        note: input.note || null,
        campaign_id: null,
        author_id: viewer.userId,
        created_at: toInstant(deps.now),
      })
      .execute()
    await audit(transaction, deps.now, viewer, 'engagement.logged', companyId, {
      chamberId: chamber.id,
      engagement: id,
      kind: input.kind,
      outcome: input.outcome,
    })
    await applyEvent(transaction, deps.now, viewer.userId, chamber.id, companyId, {
      what: 'logged',
      kind: input.kind,
      outcome: input.outcome,
    })
  })
  return id
}

/**
 * Mends an own entry within a day. A stage that the entry led to stays: whoever mends may move it.
 * Throws `FieldErrors` for its day, `ExpectedError`: `not-found`, `forbidden` for entries of others
 * or older ones.
 */
export async function editContact(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  engagementId: string,
  input: ContactLog,
): Promise<void> {
  const { chamberId } = await mendable(deps.db, deps.now, viewer, companyId, engagementId)
  const onDay = dayOf(deps.now, input)
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('engagement')
      .set({
        kind: input.kind,
        outcome: input.outcome,
        on_day: onDay,
        note: input.note || null,
      })
      .where('id', '=', engagementId)
      .execute()
    await audit(transaction, deps.now, viewer, 'engagement.edited', companyId, {
      chamberId,
      engagement: engagementId,
    })
    const { kind, outcome } = input
    await applyEvent(transaction, deps.now, viewer.userId, chamberId, companyId, {
      what: 'logged',
      kind,
      outcome,
    })
  })
}

/** Removes an own entry within a day. Throws `ExpectedError`: `not-found`, `forbidden`. */
export async function removeEngagement(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  engagementId: string,
): Promise<void> {
  const { chamberId } = await mendable(deps.db, deps.now, viewer, companyId, engagementId)
  await deps.db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('engagement').where('id', '=', engagementId).execute()
    await audit(transaction, deps.now, viewer, 'engagement.removed', companyId, {
      chamberId,
      engagement: engagementId,
    })
  })
}

/** An own entry that may still be mended. Throws `ExpectedError`: `not-found`, `forbidden`. */
export async function mendable(
  db: ReadDb,
  now: Date,
  viewer: SignedIn,
  companyId: string,
  engagementId: string,
) {
  const { chamber } = await chamberCompany(db, viewer, companyId)
  const entry = await engagementById(db, chamber.id, engagementId)
  if (entry?.company_id !== companyId) throw new ExpectedError('not-found')
  if (!isMendable(entry, viewer.userId, now) || entry.campaign_id !== null) {
    throw new ExpectedError('forbidden')
  }
  return { entry, chamberId: chamber.id }
}

function dayOf(now: Date, input: ContactLog): string {
  const today = toDay(now)
  const onDay = input.onDay ?? today
  if (onDay > today) throw new FieldErrors({ onDay: 'relation.dayAhead' })
  if (onDay < addDays(today, -yearsBack)) throw new FieldErrors({ onDay: 'relation.dayLongPast' })
  return onDay
}

function audit(
  transaction: Db,
  now: Date,
  viewer: SignedIn,
  action: AuditAction,
  companyId: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  return recordAudit(
    transaction,
    { actorId: viewer.userId, action, entityKind: 'company', entityId: companyId, detail },
    now,
  )
}
