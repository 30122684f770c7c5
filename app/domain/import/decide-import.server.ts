import type { SignedIn } from '#app/domain/access.ts'
import { type AuditAction, recordAudit } from '#app/domain/audit/record-audit.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { CompanyImport } from '#db/queries/company-import.ts'
import { ownImport } from './import-scope.server.ts'
import { undoUntil } from './plan-undo.server.ts'

/** Moves an import on, where nobody works on it; the work itself is done in the background. */
async function move(
  deps: Deps,
  viewer: SignedIn,
  one: CompanyImport,
  [from, to]: readonly [CompanyImport['status'], CompanyImport['status']],
  action: AuditAction | null,
): Promise<void> {
  await deps.db.transaction().execute(async (transaction) => {
    const moved = await transaction
      .updateTable('company_import')
      .set({ status: to, error: null, done: 0, holder: null, holder_at: null })
      .where('id', '=', one.id)
      .where('status', '=', from)
      .executeTakeFirst()
    if (moved.numUpdatedRows !== 1n) throw new ExpectedError('conflict')
    if (!action || !one.chamber_id) return
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action,
        entityKind: 'chamber',
        entityId: one.chamber_id,
        detail: { importId: one.id },
      },
      deps.now,
    )
  })
}

/** Asks for a checked import to be written. Throws `ExpectedError`: `not-found`, or `conflict` when nothing can go in. */
export async function askToApply(deps: Deps, viewer: SignedIn, importId: string): Promise<void> {
  const { one } = await ownImport(deps.db, viewer, importId)
  const counts = JSON.parse(one.counts)
  if (counts.new + counts.update === 0) throw new ExpectedError('conflict')
  await move(deps, viewer, one, ['checked', 'applying'], 'import.apply-asked')
}

/** Asks for an applied import to be taken back. Throws `ExpectedError`: `not-found`, or `conflict` after its time. */
export async function askToUndo(deps: Deps, viewer: SignedIn, importId: string): Promise<void> {
  const { one } = await ownImport(deps.db, viewer, importId)
  const until = undoUntil(one)
  if (!until || Date.parse(until) < deps.now.getTime()) throw new ExpectedError('conflict')
  await move(deps, viewer, one, ['applied', 'undoing'], 'import.undo-asked')
}

/** Says again what the columns hold: back to the mapping. Throws `ExpectedError`: `not-found`, `conflict`. */
export async function backToColumns(deps: Deps, viewer: SignedIn, importId: string): Promise<void> {
  const { one } = await ownImport(deps.db, viewer, importId)
  await move(deps, viewer, one, ['checked', 'uploaded'], null)
}

/** Throws a list away that was never applied, with its rows. Throws `ExpectedError`: `not-found`, `conflict`. */
export async function discardImport(deps: Deps, viewer: SignedIn, importId: string): Promise<void> {
  const { one } = await ownImport(deps.db, viewer, importId)
  const gone = await deps.db
    .deleteFrom('company_import')
    .where('id', '=', one.id)
    .where('status', 'in', ['uploaded', 'checked'])
    .executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw new ExpectedError('conflict')
}
