import type { SignedIn } from '#app/domain/access.ts'
import { phoneOnlyDomain } from '#app/domain/account/contact.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { queueMessage } from '#app/domain/messages/queue-message.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import { belongsToCompany, claimById } from '#db/queries/company.ts'
import type { ClaimDecision } from './company.ts'
import { managedCompany } from './company-scope.server.ts'
import type { Deps } from './deps.server.ts'
import { addMember } from './register-company.server.ts'

/**
 * Grants or refuses the claim that somebody filed on a company; granting makes them a member. The
 * person is told. Throws `ExpectedError`: `not-found` for a claim on a company of others, `conflict`
 * when it has been decided already.
 */
export async function decideClaim(
  deps: Deps,
  viewer: SignedIn,
  companyId: string,
  input: ClaimDecision,
): Promise<void> {
  const { company } = await managedCompany(deps.db, viewer, companyId)
  await deps.db.transaction().execute(async (transaction) => {
    const claim = await claimById(transaction, input.claimId)
    if (!claim || claim.company_id !== companyId) throw new ExpectedError('not-found')
    // Nobody decides about themselves: a chamber's staff may also claim a firm of their own.
    if (claim.user_id === viewer.userId) throw new ExpectedError('forbidden')
    const granted = input.decision !== 'refuse'
    const updated = await transaction
      .updateTable('company_claim')
      .set({
        status: granted ? 'granted' : 'refused',
        decided_at: toInstant(deps.now),
        decided_by: viewer.userId,
      })
      .where('id', '=', claim.id)
      .where('status', '=', 'open')
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new ExpectedError('conflict')
    if (
      input.decision !== 'refuse' &&
      !(await belongsToCompany(transaction, companyId, claim.user_id))
    ) {
      await addMember(transaction, companyId, claim.user_id, input.decision, deps.now)
    }
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: granted ? 'company.claim-granted' : 'company.claim-refused',
        entityKind: 'company_claim',
        entityId: claim.id,
        detail: { companyId, role: granted ? input.decision : null },
      },
      deps.now,
    )
    await tell(transaction, deps.now, claim.user_id, granted, company.legal_name)
  })
}

async function tell(
  transaction: Db,
  now: Date,
  userId: string,
  granted: boolean,
  company: string,
): Promise<void> {
  const user = await transaction
    .selectFrom('auth_user')
    .select(['email', 'phoneNumber', 'locale'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) return
  const t = translator(isLocale(user.locale) ? user.locale : 'fr')
  const body = granted
    ? t('company.claimGrantedBody', { company })
    : t('company.claimRefusedBody', { company })
  const byPhone = user.email.endsWith(`@${phoneOnlyDomain}`)
  if (byPhone && !user.phoneNumber) return
  await queueMessage(
    transaction,
    byPhone
      ? { channel: 'sms', recipient: user.phoneNumber ?? '', subject: null, body }
      : { channel: 'email', recipient: user.email, subject: t('company.claimSubject'), body },
    now,
  )
}
