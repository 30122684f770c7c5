import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toDay, toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { relationOf } from '#db/queries/relation.ts'
import type { Stage } from './relation.ts'
import { assertOfficer } from './staff.server.ts'
import { type RelationEvent, stageAfter } from './stage-rules.ts'

type Changes = { stage: Stage } | { owner_id: string | null }

/**
 * Writes a change of a relation made from its version (0: no row yet) and returns nothing. Throws
 * `ExpectedError('stale')` when somebody was faster.
 */
async function writeRelation(
  transaction: Db,
  now: Date,
  at: { chamberId: string; companyId: string; version: number },
  changes: Changes,
): Promise<void> {
  const { chamberId, companyId, version } = at
  const since = 'stage' in changes ? { stage_since: toDay(now) } : {}
  if (version === 0) {
    const inserted = await transaction
      .insertInto('relation')
      .values({
        chamber_id: chamberId,
        company_id: companyId,
        stage: 'prospect',
        stage_since: toDay(now),
        owner_id: null,
        ...changes,
        updated_at: toInstant(now),
        version: 1,
      })
      .onConflict((conflict) => conflict.columns(['chamber_id', 'company_id']).doNothing())
      .executeTakeFirst()
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) !== 1) throw new ExpectedError('stale')
    return
  }
  const updated = await transaction
    .updateTable('relation')
    .set({ ...changes, ...since, updated_at: toInstant(now), version: version + 1 })
    .where('chamber_id', '=', chamberId)
    .where('company_id', '=', companyId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new ExpectedError('stale')
}

/** Moves a company to a stage by hand. Throws `ExpectedError`: `not-found`, `stale`. */
export async function moveRelation(
  deps: Deps,
  viewer: SignedIn,
  input: { companyId: string; stage: Stage; version: number },
): Promise<void> {
  const { companyId, stage, version } = input
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  await deps.db.transaction().execute(async (transaction) => {
    const from = (await relationOf(transaction, chamber.id, companyId))?.stage ?? 'prospect'
    if (from === stage) return
    const at = { chamberId: chamber.id, companyId, version }
    await writeRelation(transaction, deps.now, at, { stage })
    await recordMove(
      transaction,
      deps.now,
      viewer.userId,
      chamber.id,
      companyId,
      from,
      stage,
      'hand',
    )
  })
}

/**
 * Moves a company as what happened shows, if it does; part of the transaction in which it happened.
 * Whoever logs the first contact with a company that nobody owns becomes its owner.
 */
export async function applyEvent(
  transaction: Db,
  now: Date,
  actorId: string | null,
  chamberId: string,
  companyId: string,
  event: RelationEvent,
): Promise<void> {
  const relation = await relationOf(transaction, chamberId, companyId)
  const from = relation?.stage ?? 'prospect'
  const stage = stageAfter(from, event)
  const takes = event.what === 'logged' && actorId !== null && !relation?.owner_id
  const version = relation?.version ?? 0
  if (stage !== from) {
    const at = { chamberId, companyId, version }
    await writeRelation(transaction, now, at, { stage })
    await recordMove(transaction, now, actorId, chamberId, companyId, from, stage, event.what)
  }
  if (takes) {
    const at = { chamberId, companyId, version: version + (stage === from ? 0 : 1) }
    await writeRelation(transaction, now, at, { owner_id: actorId })
  }
}

function recordMove(
  transaction: Db,
  now: Date,
  actorId: string | null,
  chamberId: string,
  companyId: string,
  from: Stage,
  to: Stage,
  by: 'hand' | RelationEvent['what'],
): Promise<void> {
  return recordAudit(
    transaction,
    {
      actorId,
      action: 'relation.moved',
      entityKind: 'company',
      entityId: companyId,
      detail: { chamberId, from, to, by },
    },
    now,
  )
}

/** Says who looks after a company, or nobody. Throws `FieldErrors` for a stranger, `ExpectedError`: `not-found`, `stale`. */
export async function changeOwner(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: { ownerId: string | null; version: number },
): Promise<void> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  const { ownerId, version } = input
  if (ownerId) await assertOfficer(deps.db, chamber.id, ownerId, 'ownerId')
  await deps.db.transaction().execute(async (transaction) => {
    const at = { chamberId: chamber.id, companyId, version }
    await writeRelation(transaction, deps.now, at, { owner_id: ownerId })
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'relation.owner-changed',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id, ownerId },
      },
      deps.now,
    )
  })
}
