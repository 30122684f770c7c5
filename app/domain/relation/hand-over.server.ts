import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit, recordAudits } from '#app/domain/audit/record-audit.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { fromList, toInstant, toList } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { assertOfficer } from './staff.server.ts'

/** How long a hand-over can be undone, in milliseconds. */
const undoableMs = 30 * 86_400_000
/** Rows that one statement names. */
const atOnce = 1_000

/** What somebody looks after: companies whose relation they own, and their open tasks. */
export async function portfolioOf(db: ReadDb, chamberId: string, userId: string) {
  const [companies, tasks] = await Promise.all([
    db
      .selectFrom('relation')
      .select('company_id as id')
      .where('chamber_id', '=', chamberId)
      .where('owner_id', '=', userId)
      .orderBy('company_id')
      .execute(),
    db
      .selectFrom('task')
      .select('id')
      .where('chamber_id', '=', chamberId)
      .where('assignee_id', '=', userId)
      .where('done_at', 'is', null)
      .orderBy('id')
      .execute(),
  ])
  return { companyIds: companies.map((one) => one.id), taskIds: tasks.map((one) => one.id) }
}

/** The last hand-overs of a chamber, the newest first, with whether each can still be undone. */
export async function handoversOf(db: ReadDb, chamberId: string, now: Date) {
  const rows = await db
    .selectFrom('handover')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fromId: row.from_id,
    toId: row.to_id,
    companies: fromList(row.company_ids).length,
    tasks: fromList(row.task_ids).length,
    at: row.created_at,
    undone: row.undone_at !== null,
    undoable: row.undone_at === null && isUndoable(row.created_at, now),
  }))
}

const isUndoable = (createdAt: string, now: Date) =>
  now.getTime() - Date.parse(createdAt) <= undoableMs

/**
 * Gives all that one officer looks after to another. Also for somebody who has left: their tasks and
 * companies are still theirs. Returns its id. Throws `FieldErrors` for the two, or where there is nothing to give.
 */
export async function handOver(
  deps: Deps,
  viewer: SignedIn,
  input: { fromId: string; toId: string },
): Promise<string> {
  const chamber = await ownChamber(deps.db, viewer)
  const { fromId, toId } = input
  if (fromId === toId) throw new FieldErrors({ toId: 'relation.handover.samePerson' })
  await assertOfficer(deps.db, chamber.id, toId, 'toId')
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    const { companyIds, taskIds } = await portfolioOf(transaction, chamber.id, fromId)
    if (companyIds.length + taskIds.length === 0) {
      throw new FieldErrors({ fromId: 'relation.handover.nothing' })
    }
    await give(transaction, deps.now, chamber.id, {
      actorId: viewer.userId,
      fromId,
      toId,
      companyIds,
      taskIds,
    })
    await transaction
      .insertInto('handover')
      .values({
        id,
        chamber_id: chamber.id,
        from_id: fromId,
        to_id: toId,
        company_ids: toList(companyIds),
        task_ids: toList(taskIds),
        made_by: viewer.userId,
        created_at: toInstant(deps.now),
        undone_at: null,
      })
      .execute()
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'handover.made',
        entityKind: 'chamber',
        entityId: chamber.id,
        detail: { handover: id, fromId, toId },
      },
      deps.now,
    )
  })
  return id
}

/**
 * Takes a hand-over back within 30 days: what has changed hands or been finished since stays so.
 * Throws `ExpectedError`: `not-found`, `gone` when it is undone or too old.
 */
export async function undoHandOver(
  deps: Deps,
  viewer: SignedIn,
  handoverId: string,
): Promise<void> {
  const chamber = await ownChamber(deps.db, viewer)
  await deps.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('handover')
      .selectAll()
      .where('id', '=', handoverId)
      .where('chamber_id', '=', chamber.id)
      .executeTakeFirst()
    if (!row) throw new ExpectedError('not-found')
    const { from_id, to_id } = row
    if (row.undone_at || !from_id || !to_id || !isUndoable(row.created_at, deps.now)) {
      throw new ExpectedError('gone')
    }
    await give(transaction, deps.now, chamber.id, {
      actorId: viewer.userId,
      fromId: to_id,
      toId: from_id,
      companyIds: fromList(row.company_ids),
      taskIds: fromList(row.task_ids),
    })
    await transaction
      .updateTable('handover')
      .set({ undone_at: toInstant(deps.now) })
      .where('id', '=', handoverId)
      .execute()
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'handover.undone',
        entityKind: 'chamber',
        entityId: chamber.id,
        detail: { handover: handoverId },
      },
      deps.now,
    )
  })
}

/** Moves what is still with the one to the other, and says so in the history of each company. */
async function give(
  transaction: Db,
  now: Date,
  chamberId: string,
  what: {
    actorId: string
    fromId: string
    toId: string
    companyIds: string[]
    taskIds: string[]
  },
): Promise<void> {
  const { actorId, fromId, toId } = what
  for (const ids of chunks(what.companyIds)) {
    const moved = await transaction
      .updateTable('relation')
      .set((eb) => ({
        owner_id: toId,
        updated_at: toInstant(now),
        version: eb('version', '+', 1),
      }))
      .where('chamber_id', '=', chamberId)
      .where('owner_id', '=', fromId)
      .where('company_id', 'in', ids)
      .returning('company_id')
      .execute()
    await recordAudits(
      transaction,
      moved.map((one) => ({
        actorId,
        action: 'relation.owner-changed',
        entityKind: 'company',
        entityId: one.company_id,
        detail: { chamberId, ownerId: toId, by: 'handover' },
      })),
      now,
    )
  }
  for (const ids of chunks(what.taskIds)) {
    await transaction
      .updateTable('task')
      .set({ assignee_id: toId })
      .where('chamber_id', '=', chamberId)
      .where('assignee_id', '=', fromId)
      .where('done_at', 'is', null)
      .where('id', 'in', ids)
      .execute()
  }
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, at) =>
    ids.slice(at * atOnce, (at + 1) * atOnce),
  )
}
