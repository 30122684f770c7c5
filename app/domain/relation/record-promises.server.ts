import type { SignedIn } from '#app/domain/access.ts'
import { type AuditAction, recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { sitesOf } from '#db/queries/company.ts'
import { applyEvent } from './move-relation.server.ts'
import {
  addDays,
  type CommitmentEnd,
  type CommitmentEntry,
  type IntentionEnd,
  type IntentionEntry,
  quartersFrom,
} from './relation.ts'

/** Quarters ahead, this one included, for which hires can be expected. */
export const quartersAhead = 8
const mostAhead = 5 * 365

/** Writes down what a company promised. Returns its id. Throws `FieldErrors` for its day, `ExpectedError('not-found')`. */
export async function recordCommitment(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: CommitmentEntry,
): Promise<string> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  const today = toDay(deps.now)
  if (input.dueOn < today) throw new FieldErrors({ dueOn: 'relation.dayPast' })
  if (input.dueOn > addDays(today, mostAhead)) {
    throw new FieldErrors({ dueOn: 'relation.dayFarAhead' })
  }
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('commitment')
      .values({
        id,
        chamber_id: chamber.id,
        company_id: companyId,
        kind: input.kind,
        quantity: input.quantity,
        due_on: input.dueOn,
        note: input.note || null,
        status: 'open',
        kept_quantity: null,
        closed_on: null,
        created_by: viewer.userId,
        created_at: toInstant(deps.now),
        version: 1,
      })
      .execute()
    await audit(transaction, deps, viewer, 'commitment.recorded', companyId, {
      chamberId: chamber.id,
      commitment: id,
    })
    const event = { what: 'committed' } as const
    await applyEvent(transaction, deps.now, viewer.userId, chamber.id, companyId, event)
  })
  return id
}

/**
 * Says what became of a promise, once. Kept whole or in part, it makes the relation active. Throws
 * `FieldErrors` for a quantity that does not go with it, `ExpectedError`: `not-found`, `stale`.
 */
export async function closeCommitment(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: CommitmentEnd,
): Promise<void> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  const row = await deps.db
    .selectFrom('commitment')
    .select('quantity')
    .where('id', '=', input.commitmentId)
    .where('chamber_id', '=', chamber.id)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  if (!row) throw new ExpectedError('not-found')
  const kept = keptQuantity(row.quantity, input)
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('commitment')
      .set({
        status: input.status,
        kept_quantity: kept,
        closed_on: toDay(deps.now),
        version: input.version + 1,
      })
      .where('id', '=', input.commitmentId)
      .where('status', '=', 'open')
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('stale')
    await audit(transaction, deps, viewer, 'commitment.closed', companyId, {
      chamberId: chamber.id,
      commitment: input.commitmentId,
      status: input.status,
    })
    if (kept > 0) {
      const event = { what: 'kept' } as const
      await applyEvent(transaction, deps.now, viewer.userId, chamber.id, companyId, event)
    }
  })
}

/** How much of a promise was kept: all unless told, some of it when "partly", nothing when broken or withdrawn. */
function keptQuantity(promised: number, input: CommitmentEnd): number {
  if (input.status === 'broken' || input.status === 'withdrawn') return 0
  if (input.status === 'kept') return Math.max(promised, input.keptQuantity ?? promised)
  const kept = input.keptQuantity
  if (kept === undefined || kept < 1 || kept >= promised) {
    throw new FieldErrors({
      [`keptQuantity-${input.commitmentId}`]: 'relation.commitments.keptWrong',
    })
  }
  return kept
}

/** Writes down hires that a company expects. Returns its id. Throws `FieldErrors`, `ExpectedError('not-found')`. */
export async function recordIntention(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: IntentionEntry,
): Promise<string> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  if (input.siteId) {
    const sites = await sitesOf(deps.db, companyId)
    if (!sites.some((site) => site.id === input.siteId)) {
      throw new FieldErrors({ siteId: 'form.invalid' })
    }
  }
  const id = await deps.db.transaction().execute(async (transaction) => {
    const written = await writeIntention(transaction, deps, {
      chamberId: chamber.id,
      companyId,
      userId: viewer.userId,
      entry: input,
    })
    await audit(transaction, deps, viewer, 'intention.recorded', companyId, {
      chamberId: chamber.id,
      intention: written,
    })
    return written
  })
  return id
}

/** Writes an expected hire, whoever told it. Throws `FieldErrors` for its occupation or quarter. */
export async function writeIntention(
  transaction: Db,
  deps: Pick<Deps, 'now' | 'reference'>,
  row: {
    chamberId: string
    companyId: string
    userId: string | null
    entry: Omit<IntentionEntry, 'source'> & { source: 'visit' | 'survey' | 'company' }
  },
): Promise<string> {
  const { entry } = row
  if (!deps.reference.has('occupation', entry.occupation)) {
    throw new FieldErrors({ occupation: 'form.invalid' })
  }
  if (!quartersFrom(toDay(deps.now), quartersAhead).includes(entry.quarter)) {
    throw new FieldErrors({ quarter: 'form.invalid' })
  }
  const id = newId()
  await transaction
    .insertInto('intention')
    .values({
      id,
      chamber_id: row.chamberId,
      company_id: row.companyId,
      site_id: entry.siteId ?? null,
      kind: entry.kind,
      occupation_uri: entry.occupation,
      quarter: entry.quarter,
      posts: entry.posts,
      source: entry.source,
      status: 'open',
      outcome_posts: null,
      closed_on: null,
      created_by: row.userId,
      created_at: toInstant(deps.now),
      version: 1,
    })
    .execute()
  return id
}

/** Says what became of expected hires, once. Throws `ExpectedError`: `not-found`, `stale`. */
export async function closeIntention(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: IntentionEnd,
): Promise<void> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  const row = await deps.db
    .selectFrom('intention')
    .select('posts')
    .where('id', '=', input.intentionId)
    .where('company_id', '=', companyId)
    .where((eb) => eb.or([eb('chamber_id', '=', chamber.id), eb('chamber_id', 'is', null)]))
    .executeTakeFirst()
  if (!row) throw new ExpectedError('not-found')
  const posts = input.status === 'dropped' ? 0 : (input.outcomePosts ?? row.posts)
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('intention')
      .set({
        status: input.status,
        outcome_posts: posts,
        closed_on: toDay(deps.now),
        version: input.version + 1,
      })
      .where('id', '=', input.intentionId)
      .where('status', '=', 'open')
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('stale')
    await audit(transaction, deps, viewer, 'intention.closed', companyId, {
      chamberId: chamber.id,
      intention: input.intentionId,
      status: input.status,
    })
    if (input.status === 'hired' && posts > 0) {
      const event = { what: 'kept' } as const
      await applyEvent(transaction, deps.now, viewer.userId, chamber.id, companyId, event)
    }
  })
}

function audit(
  transaction: Db,
  deps: Deps,
  viewer: SignedIn,
  action: AuditAction,
  companyId: string,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  return recordAudit(
    transaction,
    { actorId: viewer.userId, action, entityKind: 'company', entityId: companyId, detail },
    deps.now,
  )
}
