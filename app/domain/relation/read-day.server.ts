import { toDay } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { verificationsEnding } from '#db/queries/board.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import {
  doneTasks,
  dueCommitments,
  openTasks,
  overdueIntentions,
  type Whose,
} from '#db/queries/task.ts'
import { addDays, quarterEnd, quarterOf } from './relation.ts'

/** Days ahead that the day view shows, today included. */
const daysAhead = 7
/** A verification is asked for again from so many days before it ends, and for so long after. */
const renewFrom = 30
const renewUntil = 90
/** Things shown of one kind and part; the rest wait until these are done. */
const mostShown = 50

/** Something to do, with its day: a task, a promise to look after, or hires that were expected by now. */
export type DueItem =
  | {
      readonly what: 'task'
      readonly id: string
      readonly day: string
      readonly title: string
      readonly assigneeId: string | null
      readonly company: { readonly id: string; readonly name: string } | null
    }
  | {
      readonly what: 'commitment'
      readonly id: string
      readonly day: string
      readonly kind: string
      readonly quantity: number
      readonly company: { readonly id: string; readonly name: string }
    }
  | {
      readonly what: 'intention'
      readonly id: string
      /** The last day of the quarter. */
      readonly day: string
      readonly occupation: string
      readonly posts: number
      readonly company: { readonly id: string; readonly name: string }
    }

/** What is due for an officer, or for the whole chamber (`userId` null): late, today, in the next days. */
export async function readDay(
  db: ReadDb,
  chamber: ChamberGround,
  userId: string | null,
  now: Date,
) {
  const today = toDay(now)
  const whose: Whose = { chamberId: chamber.id, userId }
  const parts = {
    overdue: { from: null, to: addDays(today, -1) },
    today: { from: today, to: today },
    next: { from: addDays(today, 1), to: addDays(today, daysAhead) },
  }
  const due = async (days: { from: string | null; to: string }): Promise<DueItem[]> => {
    const [tasks, commitments] = await Promise.all([
      openTasks(db, whose, days, mostShown),
      dueCommitments(db, whose, days, mostShown),
    ])
    return [...tasks.map(taskItem), ...commitments.map(commitmentItem)].sort(byDay)
  }
  const ending = { from: addDays(today, -renewUntil), to: addDays(today, renewFrom) }
  const [intentions, late, onDay, next, done, verifications] = await Promise.all([
    overdueIntentions(db, whose, quarterOf(today), mostShown),
    due(parts.overdue),
    due(parts.today),
    due(parts.next),
    doneTasks(db, whose, new Date(now.getTime() - 86_400_000).toISOString(), 20),
    verificationsEnding(db, chamber, userId, ending, 20),
  ])
  const overdue = [...late, ...intentions.map(intentionItem)].sort(byDay)
  return { today, overdue, onDay, next, done: done.map(taskItem), verifications }
}

const byDay = (one: DueItem, other: DueItem) =>
  one.day < other.day ? -1 : Number(one.day > other.day)

type IntentionRow = Awaited<ReturnType<typeof overdueIntentions>>[number]

function intentionItem(row: IntentionRow): DueItem {
  return {
    what: 'intention',
    id: row.id,
    day: quarterEnd(row.quarter),
    occupation: row.occupation_uri,
    posts: row.posts,
    company: { id: row.company_id, name: row.trade_name ?? row.legal_name },
  }
}

type TaskRow = Awaited<ReturnType<typeof openTasks>>[number]
type CommitmentRow = Awaited<ReturnType<typeof dueCommitments>>[number]

function taskItem(row: TaskRow): DueItem & { what: 'task' } {
  const name = row.trade_name ?? row.legal_name
  return {
    what: 'task',
    id: row.id,
    day: row.due_on,
    title: row.title,
    assigneeId: row.assignee_id,
    company: row.company_id && name ? { id: row.company_id, name } : null,
  }
}

function commitmentItem(row: CommitmentRow): DueItem {
  return {
    what: 'commitment',
    id: row.id,
    day: row.due_on,
    kind: row.kind,
    quantity: row.quantity,
    company: { id: row.company_id, name: row.trade_name ?? row.legal_name },
  }
}
