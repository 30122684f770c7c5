import { z } from 'zod'
import type { SignedIn } from '#app/domain/access.ts'
import { type AuditAction, recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { applyEvent } from '#app/domain/relation/move-relation.server.ts'
import { stages } from '#app/domain/relation/relation.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { suggestion } from '#db/queries/calls.ts'
import { relationOf } from '#db/queries/relation.ts'
import type { CallSuggestionTable } from '#db/schema/call-suggestion.ts'
import { type CallDecision, daysAfter, daysAway, daysBetween, longestSnooze } from './calls.ts'

type Decided = Partial<
  Pick<
    CallSuggestionTable,
    'status' | 'until_day' | 'why' | 'engagement_id' | 'task_id' | 'relation_before'
  >
>
type Of<Intent extends CallDecision['intent']> = Extract<CallDecision, { intent: Intent }>

/** A list can be worked, and decisions undone, until so many days after its own. */
const openDays = 1
/** A task may be due so many days ahead. */
const longestTask = 365

/**
 * Notes what became of a firm on the list: called, put off, not suitable, or none of it after all. A call
 * is logged with the firm, and a task is set when one is asked for. Throws `FieldErrors` for a day,
 * `ExpectedError`: `not-found` for a firm that is not on the chamber's list of that day, `conflict` when somebody
 * has decided already, `gone` for a list of days ago.
 */
export async function decideCall(deps: Deps, viewer: SignedIn, input: CallDecision): Promise<void> {
  const own = await ownChamber(deps.db, viewer)
  const { company } = await chamberCompany(deps.db, viewer, input.company)
  const found = await suggestion(deps.db, own.id, input.day, company.id)
  if (!found) throw new ExpectedError('not-found')
  // A page left open over midnight still works; what was decided long ago is history.
  if (daysBetween(input.day, toDay(deps.now)) > openDays) throw new ExpectedError('gone')
  assertDays(deps.now, input)
  await deps.db.transaction().execute(async (transaction) => {
    const acting = { ...deps, db: transaction, actorId: viewer.userId }
    if (input.intent === 'undo') await undo(acting, own.id, input)
    else {
      // The row first: whoever comes second to it finds it decided and leaves nothing behind.
      await decide(acting, own.id, input, 'open', {
        status:
          input.intent === 'done' ? 'done' : input.intent === 'snooze' ? 'snoozed' : 'unsuitable',
        until_day:
          input.intent === 'snooze'
            ? input.until
            : input.intent === 'unsuitable'
              ? daysAfter(toDay(deps.now), daysAway[input.why])
              : null,
        why: input.intent === 'unsuitable' ? input.why : null,
      })
      if (input.intent === 'done') await logCall(acting, own.id, input)
    }
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: actions[input.intent],
        entityKind: 'company',
        entityId: company.id,
        detail: {
          chamberId: own.id,
          day: input.day,
          ...(input.intent === 'done' && { outcome: input.outcome }),
          ...(input.intent === 'snooze' && { until: input.until }),
          ...(input.intent === 'unsuitable' && { why: input.why }),
        },
      },
      deps.now,
    )
  })
}

const actions: Record<CallDecision['intent'], AuditAction> = {
  done: 'call.done',
  snooze: 'call.snoozed',
  unsuitable: 'call.unsuitable',
  undo: 'call.undone',
}

function assertDays(now: Date, input: CallDecision): void {
  const today = toDay(now)
  if (input.intent === 'snooze') {
    if (input.until <= today) throw new FieldErrors({ until: 'calls.dayAhead' })
    if (input.until > daysAfter(today, longestSnooze)) {
      throw new FieldErrors({ until: 'calls.dayTooFar' })
    }
  }
  if (input.intent === 'done' && (input.task || input.taskDue)) {
    if (!input.task) throw new FieldErrors({ task: 'form.required' })
    if (!input.taskDue) throw new FieldErrors({ taskDue: 'form.required' })
    if (input.taskDue < today) throw new FieldErrors({ taskDue: 'calls.dayAhead' })
    if (input.taskDue > daysAfter(today, longestTask)) {
      throw new FieldErrors({ taskDue: 'calls.dayTooFar' })
    }
  }
}

interface Acting {
  readonly db: Db
  readonly now: Date
  readonly actorId: string
}

/** Changes a suggestion that stands as told. Throws `ExpectedError('conflict')` when it stands otherwise. */
async function decide(
  { db, now, actorId }: Acting,
  chamberId: string,
  { company, day }: CallDecision,
  from: 'open' | 'decided',
  changes: Decided,
): Promise<void> {
  const updated = await db
    .updateTable('call_suggestion')
    .set({
      ...changes,
      decided_by: changes.status === 'open' ? null : actorId,
      decided_at: changes.status === 'open' ? null : toInstant(now),
    })
    .where('chamber_id', '=', chamberId)
    .where('on_day', '=', day)
    .where('company_id', '=', company)
    .where('status', from === 'open' ? '=' : '!=', 'open')
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new ExpectedError('conflict')
}

async function logCall(acting: Acting, chamberId: string, input: Of<'done'>): Promise<void> {
  const { db, now, actorId } = acting
  const at = toInstant(now)
  const before = await relationOf(db, chamberId, input.company)
  const engagement = newId()
  await db
    .insertInto('engagement')
    .values({
      id: engagement,
      chamber_id: chamberId,
      company_id: input.company,
      kind: 'call',
      on_day: toDay(now),
      outcome: input.outcome,
      note: null,
      campaign_id: null,
      author_id: actorId,
      created_at: at,
    })
    .execute()
  await applyEvent(db, now, actorId, chamberId, input.company, {
    what: 'logged',
    kind: 'call',
    outcome: input.outcome,
  })
  const task = input.task ? newId() : null
  if (task && input.task && input.taskDue) {
    await db
      .insertInto('task')
      .values({
        id: task,
        chamber_id: chamberId,
        company_id: input.company,
        title: input.task,
        due_on: input.taskDue,
        assignee_id: actorId,
        created_by: actorId,
        created_at: at,
        done_at: null,
        done_by: null,
      })
      .execute()
  }
  const after = await relationOf(db, chamberId, input.company)
  await decide(acting, chamberId, input, 'decided', {
    status: 'done',
    engagement_id: engagement,
    task_id: task,
    relation_before: JSON.stringify({
      stage: before?.stage ?? 'prospect',
      since: before?.stage_since ?? toDay(now),
      owner: before?.owner_id ?? null,
      versionBefore: before?.version ?? 0,
      versionAfter: after?.version ?? 0,
    } satisfies RelationBefore),
  })
}

const relationBefore = z.object({
  stage: z.enum(stages),
  since: z.string(),
  owner: z.string().nullable(),
  versionBefore: z.number(),
  versionAfter: z.number(),
})
type RelationBefore = z.output<typeof relationBefore>

/** Takes back what a decision wrote; what others have done to the same records since stays. */
async function undo(acting: Acting, chamberId: string, input: Of<'undo'>): Promise<void> {
  const { db } = acting
  const found = await suggestion(db, chamberId, input.day, input.company)
  await decide(acting, chamberId, input, 'decided', {
    status: 'open',
    until_day: null,
    why: null,
    engagement_id: null,
    task_id: null,
    relation_before: null,
  })
  if (found?.engagement_id) {
    await db.deleteFrom('engagement').where('id', '=', found.engagement_id).execute()
  }
  if (found?.task_id) {
    await db
      .deleteFrom('task')
      .where('id', '=', found.task_id)
      .where('done_at', 'is', null)
      .execute()
  }
  if (!found?.relation_before) return
  const before = relationBefore.parse(JSON.parse(found.relation_before))
  if (before.versionAfter === before.versionBefore) return
  await db
    .updateTable('relation')
    .set({
      stage: before.stage,
      stage_since: before.since,
      owner_id: before.owner,
      updated_at: toInstant(acting.now),
      version: before.versionAfter + 1,
    })
    .where('chamber_id', '=', chamberId)
    .where('company_id', '=', input.company)
    // Somebody has moved it since: theirs is the later word.
    .where('version', '=', before.versionAfter)
    .execute()
}
