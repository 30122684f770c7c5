import type { ReadDb } from '../open.ts'

/** Whose work is looked at: somebody's own, or everybody's (`null`). */
export interface Whose {
  readonly chamberId: string
  readonly userId: string | null
}

/** Days between which something is due, both included; null is without end. */
export interface Due {
  readonly from: string | null
  readonly to: string | null
}

const taskColumns = [
  'task.id',
  'task.company_id',
  'task.title',
  'task.due_on',
  'task.assignee_id',
  'task.done_at',
  'company.legal_name',
  'company.trade_name',
] as const

function tasks(db: ReadDb, { chamberId, userId }: Whose) {
  const all = db
    .selectFrom('task')
    .leftJoin('company', 'company.id', 'task.company_id')
    .where('task.chamber_id', '=', chamberId)
  return userId === null ? all : all.where('task.assignee_id', '=', userId)
}

/** Open tasks due between two days, the oldest first. */
export async function openTasks(db: ReadDb, whose: Whose, due: Due, limit: number) {
  let query = tasks(db, whose).select(taskColumns).where('task.done_at', 'is', null)
  if (due.from) query = query.where('task.due_on', '>=', due.from)
  if (due.to) query = query.where('task.due_on', '<=', due.to)
  return query.orderBy('task.due_on').orderBy('task.id').limit(limit).execute()
}

/** How many open tasks are due until a day, and how many of them before it. */
export async function countDue(
  db: ReadDb,
  whose: Whose,
  today: string,
): Promise<{ overdue: number; today: number }> {
  const rows = await tasks(db, whose)
    .select(['task.due_on', (eb) => eb.fn.countAll<number>().as('count')])
    .where('task.done_at', 'is', null)
    .where('task.due_on', '<=', today)
    .groupBy('task.due_on')
    .execute()
  const sum = (list: typeof rows) => list.reduce((all, row) => all + Number(row.count), 0)
  return {
    overdue: sum(rows.filter((row) => row.due_on < today)),
    today: sum(rows.filter((row) => row.due_on === today)),
  }
}

/** Tasks finished since an instant, the last first. */
export async function doneTasks(db: ReadDb, whose: Whose, since: string, limit: number) {
  return tasks(db, whose)
    .select(taskColumns)
    .where('task.done_at', '>=', since)
    .orderBy('task.done_at', 'desc')
    .orderBy('task.id')
    .limit(limit)
    .execute()
}

/** The tasks of a company, open ones first, then by day. */
export async function tasksOfCompany(db: ReadDb, chamberId: string, companyId: string) {
  return db
    .selectFrom('task')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('company_id', '=', companyId)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(50)
    .execute()
}

/** One task of a chamber; null when it has none of that id. */
export async function taskById(db: ReadDb, chamberId: string, id: string) {
  const row = await db
    .selectFrom('task')
    .selectAll()
    .where('id', '=', id)
    .where('chamber_id', '=', chamberId)
    .executeTakeFirst()
  return row ?? null
}

/** Companies whose relation somebody owns, or all of the chamber's promises: what concerns an officer. */
function concerns(db: ReadDb, { chamberId, userId }: Whose) {
  const all = db
    .selectFrom('commitment')
    .innerJoin('company', 'company.id', 'commitment.company_id')
    .leftJoin('relation', (join) =>
      join
        .onRef('relation.company_id', '=', 'commitment.company_id')
        .onRef('relation.chamber_id', '=', 'commitment.chamber_id'),
    )
    .where('commitment.chamber_id', '=', chamberId)
    .where('commitment.status', '=', 'open')
  if (userId === null) return all
  return all.where((eb) =>
    eb.or([
      eb('relation.owner_id', '=', userId),
      eb.and([eb('relation.owner_id', 'is', null), eb('commitment.created_by', '=', userId)]),
    ]),
  )
}

/** Open commitments due between two days, the oldest first: those of the officer's companies, or that nobody else owns. */
export async function dueCommitments(db: ReadDb, whose: Whose, due: Due, limit: number) {
  let query = concerns(db, whose).select([
    'commitment.id',
    'commitment.company_id',
    'commitment.kind',
    'commitment.quantity',
    'commitment.due_on',
    'company.legal_name',
    'company.trade_name',
  ])
  if (due.from) query = query.where('commitment.due_on', '>=', due.from)
  if (due.to) query = query.where('commitment.due_on', '<=', due.to)
  return query.orderBy('commitment.due_on').orderBy('commitment.id').limit(limit).execute()
}

/**
 * Expected hires whose quarter has gone by and of which nobody said what became, the oldest first:
 * those of the officer's companies, or that nobody else owns.
 */
export async function overdueIntentions(
  db: ReadDb,
  { chamberId, userId }: Whose,
  quarter: string,
  limit: number,
) {
  let query = db
    .selectFrom('intention')
    .innerJoin('company', 'company.id', 'intention.company_id')
    .leftJoin('relation', (join) =>
      join
        .onRef('relation.company_id', '=', 'intention.company_id')
        .onRef('relation.chamber_id', '=', 'intention.chamber_id'),
    )
    .select([
      'intention.id',
      'intention.company_id',
      'intention.occupation_uri',
      'intention.posts',
      'intention.quarter',
      'company.legal_name',
      'company.trade_name',
    ])
    .where('intention.chamber_id', '=', chamberId)
    .where('intention.status', '=', 'open')
    .where('intention.quarter', '<', quarter)
  if (userId !== null) {
    query = query.where((eb) =>
      eb.or([
        eb('relation.owner_id', '=', userId),
        eb.and([eb('relation.owner_id', 'is', null), eb('intention.created_by', '=', userId)]),
      ]),
    )
  }
  return query.orderBy('intention.quarter').orderBy('intention.id').limit(limit).execute()
}

/** Everybody who owns a relation of a chamber or has an open task of it, those who have left among them. */
export async function ownersOf(db: ReadDb, chamberId: string): Promise<string[]> {
  const [owners, assignees] = await Promise.all([
    db
      .selectFrom('relation')
      .select('owner_id as id')
      .distinct()
      .where('chamber_id', '=', chamberId)
      .where('owner_id', 'is not', null)
      .execute(),
    db
      .selectFrom('task')
      .select('assignee_id as id')
      .distinct()
      .where('chamber_id', '=', chamberId)
      .where('assignee_id', 'is not', null)
      .where('done_at', 'is', null)
      .execute(),
  ])
  const ids = [...owners, ...assignees].flatMap(({ id }) => (id ? [id] : []))
  return [...new Set(ids)].sort()
}
