import { expressionBuilder } from 'kysely'
import type { ReadDb } from '../open.ts'
import type { Database } from '../schema/index.ts'
import type { RelationTable } from '../schema/relation.ts'
import { type ChamberGround, type CompanyFilters, isListed } from './chamber.ts'

export type Stage = RelationTable['stage']

/** What narrows the companies of a chamber by who they are and where the chamber stands with them. */
export interface BoardFilters extends CompanyFilters {
  /** An officer, or `nobody`. */
  readonly owner?: string | undefined
  readonly stage?: Stage | undefined
}

/** Companies of a chamber beside where it stands with them; without a row they are prospects. */
function board(db: ReadDb, chamber: ChamberGround, filters: BoardFilters) {
  // Said for `company` alone and asked in place: as a list of ids it costs PostgreSQL four times as much.
  const listed = isListed(expressionBuilder<Database, 'company'>(), chamber, filters)
  let query = db
    .selectFrom('company')
    .leftJoin('relation', (join) =>
      join
        .onRef('relation.company_id', '=', 'company.id')
        .on('relation.chamber_id', '=', chamber.id),
    )
    .where(listed)
  const { owner, stage } = filters
  if (owner === 'nobody') query = query.where('relation.owner_id', 'is', null)
  else if (owner) query = query.where('relation.owner_id', '=', owner)
  if (stage) {
    query = query.where((eb) =>
      stage === 'prospect'
        ? eb.or([eb('relation.stage', '=', stage), eb('relation.stage', 'is', null)])
        : eb('relation.stage', '=', stage),
    )
  }
  return query
}

/** How many companies of a chamber stand at each stage. */
export async function countByStage(
  db: ReadDb,
  chamber: ChamberGround,
  filters: BoardFilters,
): Promise<Partial<Record<Stage, number>>> {
  const rows = await board(db, chamber, filters)
    .select(['relation.stage', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('relation.stage')
    .execute()
  const counts: Partial<Record<Stage, number>> = {}
  for (const row of rows) {
    const stage = row.stage ?? 'prospect'
    counts[stage] = (counts[stage] ?? 0) + Number(row.count)
  }
  return counts
}

/** Companies at a stage, those that came there last first, with their main place. */
export async function companiesAtStage(
  db: ReadDb,
  chamber: ChamberGround,
  filters: BoardFilters & { readonly stage: Stage },
  page: { limit: number; offset: number },
) {
  return board(db, chamber, filters)
    .select((eb) => [
      'company.id',
      'company.legal_name',
      'company.trade_name',
      'relation.stage_since',
      'relation.owner_id',
      'relation.version',
      eb
        .selectFrom('site')
        .select('site.place_id')
        .whereRef('site.company_id', '=', 'company.id')
        .orderBy('site.is_main', 'desc')
        .orderBy('site.id')
        .limit(1)
        .as('place_id'),
    ])
    .orderBy((eb) => eb.fn.coalesce('relation.stage_since', 'company.created_at'), 'desc')
    .orderBy('company.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
}

/** Ids of the companies that pass the filters, at most `limit`. */
export async function boardIds(
  db: ReadDb,
  chamber: ChamberGround,
  filters: BoardFilters,
  limit: number,
): Promise<string[]> {
  const rows = await board(db, chamber, filters)
    .select('company.id')
    .orderBy('company.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** How many companies pass the filters. */
export async function countBoard(
  db: ReadDb,
  chamber: ChamberGround,
  filters: BoardFilters,
): Promise<number> {
  const row = await board(db, chamber, filters)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** The day on which something is next due with each of these companies: an open task or an open promise. */
export async function nextDue(
  db: ReadDb,
  chamberId: string,
  companyIds: readonly string[],
): Promise<Map<string, { day: string; what: 'task' | 'commitment' }>> {
  const due = new Map<string, { day: string; what: 'task' | 'commitment' }>()
  if (companyIds.length === 0) return due
  const [tasks, commitments] = await Promise.all([
    db
      .selectFrom('task')
      .select(['company_id', (eb) => eb.fn.min('due_on').as('day')])
      .where('chamber_id', '=', chamberId)
      .where('company_id', 'in', companyIds)
      .where('done_at', 'is', null)
      .groupBy('company_id')
      .execute(),
    db
      .selectFrom('commitment')
      .select(['company_id', (eb) => eb.fn.min('due_on').as('day')])
      .where('chamber_id', '=', chamberId)
      .where('company_id', 'in', companyIds)
      .where('status', '=', 'open')
      .groupBy('company_id')
      .execute(),
  ])
  for (const { company_id, day } of commitments) due.set(company_id, { day, what: 'commitment' })
  for (const { company_id, day } of tasks) {
    const known = company_id ? due.get(company_id) : undefined
    if (company_id && (!known || day <= known.day)) due.set(company_id, { day, what: 'task' })
  }
  return due
}

/**
 * Companies whose verification ends until a day, or has ended since another and was not renewed, the
 * first to end first: of an officer and of nobody, or of everybody (`userId` null).
 */
export async function verificationsEnding(
  db: ReadDb,
  chamber: ChamberGround,
  userId: string | null,
  days: { from: string; to: string },
  limit: number,
) {
  let query = board(db, chamber, {})
    .select([
      'company.id',
      'company.legal_name',
      'company.trade_name',
      'company.verified_at',
      'company.verified_until',
    ])
    .where('company.verified_until', '>=', days.from)
    .where('company.verified_until', '<=', days.to)
  if (userId !== null) {
    query = query.where((eb) =>
      eb.or([eb('relation.owner_id', '=', userId), eb('relation.owner_id', 'is', null)]),
    )
  }
  return query.orderBy('company.verified_until').orderBy('company.id').limit(limit).execute()
}
