import type { SignedIn } from '#app/domain/access.ts'
import { type AuditAction, recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { taskById } from '#db/queries/task.ts'
import { addDays, type TaskEntry } from './relation.ts'
import { assertOfficer } from './staff.server.ts'

/** How far ahead a task may be due, in days. */
const mostAhead = 3 * 365

/**
 * Sets a task about a company, or about none, for oneself unless a colleague is named. Returns its
 * id. Throws `FieldErrors` for its day or its colleague, `ExpectedError('not-found')`.
 */
export async function addTask(
  deps: Deps,
  viewer: SignedIn,
  companyId: string | null,
  input: TaskEntry,
): Promise<string> {
  const chamber = companyId
    ? (await chamberCompany(deps.db, viewer, companyId)).chamber
    : await ownChamber(deps.db, viewer)
  const assignee = input.assigneeId ?? viewer.userId
  assertDue(deps.now, input.dueOn)
  await assertOfficer(deps.db, chamber.id, assignee, 'assigneeId')
  const id = newId()
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('task')
      .values({
        id,
        chamber_id: chamber.id,
        company_id: companyId,
        title: input.title,
        due_on: input.dueOn,
        assignee_id: assignee,
        created_by: viewer.userId,
        created_at: toInstant(deps.now),
        done_at: null,
        done_by: null,
      })
      .execute()
    await audit(transaction, deps, viewer, 'task.added', chamber.id, companyId, id)
  })
  return id
}

/** Marks a task as done. Throws `ExpectedError`: `not-found`, `conflict` when it is done already. */
export function finishTask(deps: Deps, viewer: SignedIn, taskId: string): Promise<void> {
  return changeTask(deps, viewer, taskId, 'task.done', false, {
    done_at: toInstant(deps.now),
    done_by: viewer.userId,
  })
}

/** Takes that back. Throws `ExpectedError`: `not-found`, `conflict` when it is open. */
export function reopenTask(deps: Deps, viewer: SignedIn, taskId: string): Promise<void> {
  return changeTask(deps, viewer, taskId, 'task.reopened', true, { done_at: null, done_by: null })
}

/** Puts a task off to a later day. Throws `FieldErrors` for the day, `ExpectedError`: `not-found`, `conflict`. */
export async function postponeTask(
  deps: Deps,
  viewer: SignedIn,
  taskId: string,
  dueOn: string,
): Promise<void> {
  assertDue(deps.now, dueOn)
  await changeTask(deps, viewer, taskId, 'task.changed', false, { due_on: dueOn })
}

/** Gives a task to a colleague. Throws `FieldErrors` for a stranger, `ExpectedError`: `not-found`, `conflict`. */
export async function assignTask(
  deps: Deps,
  viewer: SignedIn,
  taskId: string,
  assigneeId: string,
): Promise<void> {
  const chamber = await ownChamber(deps.db, viewer)
  await assertOfficer(deps.db, chamber.id, assigneeId, 'assigneeId')
  await changeTask(deps, viewer, taskId, 'task.changed', false, { assignee_id: assigneeId })
}

async function changeTask(
  deps: Deps,
  viewer: SignedIn,
  taskId: string,
  action: AuditAction,
  done: boolean,
  changes: {
    done_at?: string | null
    done_by?: string | null
    due_on?: string
    assignee_id?: string
  },
): Promise<void> {
  const chamber = await ownChamber(deps.db, viewer)
  const task = await taskById(deps.db, chamber.id, taskId)
  if (!task) throw new ExpectedError('not-found')
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('task')
      .set(changes)
      .where('id', '=', taskId)
      .where('done_at', done ? 'is not' : 'is', null)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('conflict')
    await audit(transaction, deps, viewer, action, chamber.id, task.company_id, taskId)
  })
}

function assertDue(now: Date, dueOn: string): void {
  const today = toDay(now)
  if (dueOn < today) throw new FieldErrors({ dueOn: 'relation.dayPast' })
  if (dueOn > addDays(today, mostAhead)) throw new FieldErrors({ dueOn: 'relation.dayFarAhead' })
}

function audit(
  transaction: Db,
  deps: Deps,
  viewer: SignedIn,
  action: AuditAction,
  chamberId: string,
  companyId: string | null,
  task: string,
): Promise<void> {
  return recordAudit(
    transaction,
    {
      actorId: viewer.userId,
      action,
      entityKind: companyId ? 'company' : 'chamber',
      entityId: companyId ?? chamberId,
      detail: { chamberId, task },
    },
    deps.now,
  )
}
