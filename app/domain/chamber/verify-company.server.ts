import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'

/**
 * Says that a company is real, with what shows it, or takes that back (`evidence` null). Only for
 * staff of a chamber that looks after it. Throws `ExpectedError`: `not-found`, `stale`.
 */
export async function verifyCompany(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: { evidence: string | null; version: number },
): Promise<void> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  const at = toInstant(deps.now)
  const verifies = input.evidence !== null
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('company')
      .set({
        verified_at: verifies ? at : null,
        verified_by: verifies ? viewer.userId : null,
        verified_evidence: input.evidence,
        updated_at: at,
        version: input.version + 1,
      })
      .where('id', '=', companyId)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('stale')
    await recordIndexChange(transaction, deps.dialect, 'company', [companyId], deps.now)
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: verifies ? 'company.verified' : 'company.unverified',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id },
      },
      deps.now,
    )
  })
}
