import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { applyEvent } from '#app/domain/relation/move-relation.server.ts'
import { addDays } from '#app/domain/relation/relation.ts'
import { toDay, toInstant } from '#db/codec.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'

/** How long a verification holds, in days. */
const verificationDays = 365

/**
 * Says that a company is real, with what shows it, for a year unless told until when; said again, it
 * is renewed. Takes it back when `evidence` is null. Only for staff of a chamber that looks after it. Throws `ExpectedError`: `not-found`, `stale`.
 */
export async function verifyCompany(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: { evidence: string | null; until?: string | undefined; version: number },
): Promise<void> {
  const { chamber } = await chamberCompany(deps.db, viewer, companyId)
  const at = toInstant(deps.now)
  const verifies = input.evidence !== null
  const today = toDay(deps.now)
  const until = input.until ?? addDays(today, verificationDays)
  if (verifies && (until <= today || until > addDays(today, 3 * verificationDays))) {
    throw new FieldErrors({ until: 'chamber.verify.untilWrong' })
  }
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('company')
      .set({
        verified_at: verifies ? at : null,
        verified_by: verifies ? viewer.userId : null,
        verified_evidence: input.evidence,
        verified_until: verifies ? until : null,
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
        detail: { chamberId: chamber.id, ...(verifies && { until }) },
      },
      deps.now,
    )
    if (verifies) {
      const event = { what: 'verified' } as const
      await applyEvent(transaction, deps.now, viewer.userId, chamber.id, companyId, event)
    }
  })
}
