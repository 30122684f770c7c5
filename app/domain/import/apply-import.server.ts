import { setImmediate } from 'node:timers/promises'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { oneRegistrationAtATime } from '#app/domain/company/find-twin.server.ts'
import { toInstant } from '#db/codec.ts'
import { insertRows } from '#db/insert-rows.ts'
import type { CompanyImport } from '#db/queries/company-import.ts'
import { publishedIdsOfCompanies } from '#db/queries/import-undo.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { turns } from './check-rows.server.ts'
import { type ImportPlan, planImport, RegisterChanged } from './plan-import.server.ts'

/**
 * Writes the new and updated companies of an import: all of them, or, where anything fails or the
 * process ends, none. Everything is made ready first, so that the one transaction holds up other
 * writers no longer than it must. Throws `RegisterChanged` when the rows must be checked again.
 */
export async function applyImport(
  deps: Deps,
  one: CompanyImport,
  holder: string,
  progress: (done: number) => void,
): Promise<void> {
  const plan = await planImport(deps, one, (done) => progress(Math.floor(done / 2)))
  await notePlan(deps, one, plan, progress)
  try {
    await write(deps, one, holder, plan)
  } catch (error) {
    // A number that somebody registered in the same moment.
    if (isTaken(error)) throw new RegisterChanged('number')
    throw error
  }
}

/** Notes beside each row what it becomes and what undoing it needs: it counts once the import is applied. */
async function notePlan(
  deps: Deps,
  one: CompanyImport,
  plan: ImportPlan,
  progress: (done: number) => void,
): Promise<void> {
  const turn = turns()
  let noted = 0
  await insertRows(
    deps.db,
    deps.dialect,
    'company_import_row',
    plan.rows.map(({ row, companyId, undo }) => ({
      ...row,
      company_id: companyId,
      before: JSON.stringify(undo),
    })),
    {
      conflict: { on: ['import_id', 'row_number'], set: ['company_id', 'before'] },
      between: async () => {
        noted += 256
        progress(Math.min(one.row_count, Math.floor((plan.rows.length + noted) / 2)))
        if (turn.isOver()) await turn.next()
      },
    },
  )
}

async function write(
  deps: Deps,
  one: CompanyImport,
  holder: string,
  plan: ImportPlan,
): Promise<void> {
  const { dialect, now } = deps
  const between = () => setImmediate()
  await deps.db.transaction().execute(async (transaction) => {
    await oneRegistrationAtATime(transaction, dialect)
    const ended = await transaction
      .updateTable('company_import')
      .set({
        status: 'applied',
        applied_at: toInstant(now),
        done: one.row_count,
        error: null,
        holder: null,
        holder_at: null,
      })
      .where('id', '=', one.id)
      .where('status', '=', 'applying')
      .where('holder', '=', holder)
      .executeTakeFirst()
    if (ended.numUpdatedRows !== 1n) throw new Error('another process took the import over')
    await insertRows(transaction, dialect, 'company', plan.companies, { between })
    const updated = await insertRows(transaction, dialect, 'company', plan.updated, {
      between,
      conflict: {
        on: ['id'],
        set: Object.keys(plan.updated[0] ?? {}).filter((column) => column !== 'id'),
        version: 'version',
      },
    })
    if (updated !== plan.updated.length) throw new RegisterChanged('version')
    await insertRows(transaction, dialect, 'company_identifier', plan.identifiers, { between })
    await insertRows(transaction, dialect, 'site', plan.sites, { between })
    await insertRows(transaction, dialect, 'company_contact', plan.contacts, { between })
    await insertRows(transaction, dialect, 'relation', plan.relations, {
      between,
      conflict: { on: ['chamber_id', 'company_id'], set: [] },
    })
    await recordAudit(
      transaction,
      {
        // Who asked for it is on record already.
        actorId: null,
        action: 'import.applied',
        entityKind: one.chamber_id ? 'chamber' : 'platform',
        entityId: one.chamber_id ?? 'platform',
        detail: {
          importId: one.id,
          created: plan.companies.length,
          updated: plan.updated.length,
        },
      },
      now,
    )
    const ids = [...plan.companies, ...plan.updated].map((company) => company.id)
    const updatedIds = plan.updated.map((company) => company.id)
    const offers = await publishedIdsOfCompanies(transaction, updatedIds)
    // Last: on PostgreSQL whoever records a change waits for us from here on.
    await recordIndexChange(transaction, dialect, 'opportunity', offers, now)
    await recordIndexChange(transaction, dialect, 'company', ids, now)
  })
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || error.code === '23505'
}
