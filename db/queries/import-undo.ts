import type { ReadDb } from '../open.ts'
import { companiesToUpdate } from './company-import.ts'

/** As many ids as one question names. */
const batch = 500

/** Asks for all ids, so many at a time. */
export async function inBatches<Id, Row>(
  ids: readonly Id[],
  ask: (part: readonly Id[]) => Promise<Row[]>,
): Promise<Row[]> {
  const all: Row[] = []
  for (let at = 0; at < ids.length; at += batch) all.push(...(await ask(ids.slice(at, at + batch))))
  return all
}

/** Published opportunities of these companies. */
export async function publishedIdsOfCompanies(
  db: ReadDb,
  companyIds: readonly string[],
): Promise<string[]> {
  const rows = await inBatches(companyIds, (part) =>
    db
      .selectFrom('opportunity')
      .select('id')
      .where('company_id', 'in', part)
      .where('status', '=', 'published')
      .execute(),
  )
  return rows.map((row) => row.id)
}

/** What somebody does with a company, by the table that tells of it. */
const tables = [
  ['opportunity', 'opportunity'],
  ['company_claim', 'claim'],
  ['engagement', 'engagement'],
  ['task', 'task'],
  ['commitment', 'commitment'],
  ['intention', 'intention'],
  ['campaign_company', 'campaign'],
  ['company_confirmation', 'confirmation'],
  ['company_document', 'document'],
  ['company_sector', 'edited'],
] as const

/** Why a company cannot simply go again. */
export type BuiltUpon =
  | (typeof tables)[number][1]
  | 'member'
  | 'relation'
  | 'merged'
  | 'laterImport'

/**
 * What has been built upon companies that an import wrote: by company, each reason once. Companies
 * without any are not in the answer.
 */
export async function builtUpon(
  db: ReadDb,
  importId: string,
  companyIds: readonly string[],
): Promise<Map<string, Set<BuiltUpon>>> {
  const found = new Map<string, Set<BuiltUpon>>()
  const note = (reason: BuiltUpon, rows: readonly { company_id: string | null }[]) => {
    for (const { company_id } of rows) {
      if (!company_id) continue
      const reasons = found.get(company_id) ?? new Set()
      found.set(company_id, reasons.add(reason))
    }
  }
  for (const [table, reason] of tables) {
    // All of them name the company in the same column: one of the types stands for all.
    const name = table as 'engagement'
    note(
      reason,
      await inBatches(companyIds, (part) =>
        db
          .selectFrom(name)
          .select('company_id')
          .distinct()
          .where('company_id', 'in', part)
          .execute(),
      ),
    )
  }
  note(
    'member',
    await inBatches(companyIds, (part) =>
      db
        .selectFrom('membership')
        .select('org_id as company_id')
        .where('org_kind', '=', 'company')
        .where('org_id', 'in', part)
        .execute(),
    ),
  )
  note(
    'member',
    await inBatches(companyIds, (part) =>
      db
        .selectFrom('membership_invitation')
        .select('org_id as company_id')
        .where('org_kind', '=', 'company')
        .where('withdrawn_at', 'is', null)
        .where('org_id', 'in', part)
        .execute(),
    ),
  )
  note(
    'relation',
    await inBatches(companyIds, (part) =>
      db
        .selectFrom('relation')
        .select('company_id')
        .where('company_id', 'in', part)
        .where((eb) =>
          eb.or([
            eb('stage', '!=', 'prospect'),
            eb('owner_id', 'is not', null),
            eb('version', '>', 1),
          ]),
        )
        .execute(),
    ),
  )
  for (const column of ['survivor_id', 'merged_id'] as const) {
    note(
      'merged',
      await inBatches(companyIds, (part) =>
        db
          .selectFrom('company_merge')
          .select(`${column} as company_id`)
          .where(column, 'in', part)
          .where('undone_at', 'is', null)
          .execute(),
      ),
    )
  }
  note(
    'laterImport',
    await inBatches(companyIds, (part) =>
      db
        .selectFrom('company_import_row as row')
        .innerJoin('company_import as one', 'one.id', 'row.import_id')
        .select('row.company_id')
        .where('row.company_id', 'in', part)
        .where('row.import_id', '!=', importId)
        .where('one.status', 'in', ['applied', 'undoing'])
        .where('row.outcome', '=', 'update')
        .execute(),
    ),
  )
  return found
}

/** Companies as they stand, with how many sites and contacts each has; those that are gone are not in the answer. */
export async function companiesNow(db: ReadDb, ids: readonly string[]) {
  const all = await inBatches(ids, (part) => companiesToUpdate(db, part))
  return new Map(all.map((one) => [one.company.id, one]))
}

/** The rows of an applied import that became companies. */
export async function appliedRows(db: ReadDb, importId: string) {
  return db
    .selectFrom('company_import_row')
    .select(['row_number', 'outcome', 'company_id', 'before', 'parsed'])
    .where('import_id', '=', importId)
    .where('outcome', 'in', ['new', 'update'])
    .where('company_id', 'is not', null)
    .orderBy('row_number')
    .execute()
}
