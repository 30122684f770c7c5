import { setImmediate } from 'node:timers/promises'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { oneRegistrationAtATime } from '#app/domain/company/find-twin.server.ts'
import { toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import type { CompanyImport } from '#db/queries/company-import.ts'
import { inBatches, publishedIdsOfCompanies } from '#db/queries/import-undo.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { planUndo, type UndoneRow } from './plan-undo.server.ts'

/**
 * Takes an import back, in one transaction: companies that it made and nobody has built upon go,
 * values that it changed and nobody has changed since are as before. Rows that stay are those that
 * `planUndo` names.
 */
export async function undoImport(deps: Deps, one: CompanyImport, holder: string): Promise<void> {
  const { dialect, now } = deps
  await deps.db.transaction().execute(async (transaction) => {
    await oneRegistrationAtATime(transaction, dialect)
    const ended = await transaction
      .updateTable('company_import')
      .set({
        status: 'undone',
        undone_at: toInstant(now),
        error: null,
        holder: null,
        holder_at: null,
      })
      .where('id', '=', one.id)
      .where('status', '=', 'undoing')
      .where('holder', '=', holder)
      .executeTakeFirst()
    if (ended.numUpdatedRows !== 1n) throw new Error('another process took the import over')
    // Looked at once more: a visit may have been logged since somebody confirmed.
    const plan = await planUndo(transaction, one.id)
    const taken = plan.rows.filter((row) => row.state !== 'kept')
    const removed = taken.filter((row) => row.kind === 'new').map((row) => row.companyId)
    await inBatches(removed, async (part) => {
      await transaction.deleteFrom('company').where('id', 'in', part).execute()
      await setImmediate()
      return []
    })
    for (const row of taken) if (row.kind === 'update') await restore(transaction, deps, one, row)
    const restored = taken.filter((row) => row.kind === 'update').map((row) => row.companyId)
    await recordAudit(
      transaction,
      {
        // Who asked for it is on record already.
        actorId: null,
        action: 'import.undone',
        entityKind: one.chamber_id ? 'chamber' : 'platform',
        entityId: one.chamber_id ?? 'platform',
        detail: {
          importId: one.id,
          removed: plan.removed,
          restored: plan.restored,
          kept: plan.kept,
        },
      },
      now,
    )
    const offers = await publishedIdsOfCompanies(transaction, restored)
    await recordIndexChange(transaction, dialect, 'opportunity', offers, now)
    await recordIndexChange(transaction, dialect, 'company', [...removed, ...restored], now)
  })
}

async function restore(
  transaction: Db,
  deps: Deps,
  one: CompanyImport,
  { companyId, undo, restored }: UndoneRow,
): Promise<void> {
  const values = Object.fromEntries(
    restored.map((column) => [column, undo.changes[column]?.[0] ?? null]),
  )
  if (restored.length > 0) {
    await transaction
      .updateTable('company')
      .set((eb) => ({
        ...values,
        updated_at: toInstant(deps.now),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', companyId)
      .execute()
  }
  for (const { scheme, value } of undo.identifiers) {
    await transaction
      .deleteFrom('company_identifier')
      .where('country', '=', one.country)
      .where('scheme', '=', scheme)
      .where('value', '=', value)
      .where('company_id', '=', companyId)
      .execute()
  }
  if (undo.siteId) {
    await transaction
      .deleteFrom('site')
      .where('id', '=', undo.siteId)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('opportunity')
              .select('opportunity.id')
              .whereRef('opportunity.site_id', '=', 'site.id'),
          ),
        ),
      )
      .execute()
  }
  if (undo.contactId) {
    await transaction
      .deleteFrom('company_contact')
      .where('id', '=', undo.contactId)
      .where('version', '=', 1)
      .execute()
  }
  if (undo.relation && one.chamber_id) {
    await transaction
      .deleteFrom('relation')
      .where('chamber_id', '=', one.chamber_id)
      .where('company_id', '=', companyId)
      .where('stage', '=', 'prospect')
      .where('owner_id', 'is', null)
      .where('version', '=', 1)
      .execute()
  }
}
