import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { chamberCompany } from './company-scope.server.ts'
import type { Deps } from './deps.server.ts'
import { liesAmong, parsePoint } from './record.ts'

/**
 * Says where a site stands exactly, or that only its place is known (no text). Throws `FieldErrors`
 * for a point that is none or lies outside the country, `ExpectedError('not-found')`.
 */
export async function locateSite(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: { siteId: string; point?: string | undefined },
): Promise<void> {
  const { company, chamber } = await chamberCompany(deps.db, viewer, companyId)
  const point = input.point ? parsePoint(input.point) : null
  const field = `point-${input.siteId}`
  if (input.point && !point) throw new FieldErrors({ [field]: 'relation.record.pointWrong' })
  if (point && !liesAmong(deps.reference.placesOf(company.country), point)) {
    throw new FieldErrors({ [field]: 'relation.record.pointAbroad' })
  }
  await deps.db.transaction().execute(async (transaction) => {
    const updated = await transaction
      .updateTable('site')
      .set({ lat: point?.lat ?? null, lng: point?.lng ?? null })
      .where('id', '=', input.siteId)
      .where('company_id', '=', companyId)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('not-found')
    await recordIndexChange(transaction, deps.dialect, 'company', [companyId], deps.now)
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'company.site-located',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id, site: input.siteId, located: point !== null },
      },
      deps.now,
    )
  })
}
