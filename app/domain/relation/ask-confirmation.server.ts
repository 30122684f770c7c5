import type { SignedIn } from '#app/domain/access.ts'
import {
  hashInvitationToken,
  newInvitationToken,
} from '#app/domain/account/invitation-token.server.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { queueMessage } from '#app/domain/messages/queue-message.server.ts'
import { formatDay, isolate } from '#app/i18n/format.ts'
import { type Locale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { confirmationDays } from './confirmation.ts'

/**
 * Makes the link by which a company confirms its record, for 30 days and one answer; an earlier one
 * ends. With `send` it goes to the company's address. Returns the link, which is kept nowhere. Throws
 * `FieldErrors` without an address, `ExpectedError('not-found')`.
 */
export async function askConfirmation(
  deps: { db: Db; now: Date; appUrl: string; locale: Locale },
  viewer: SignedIn,
  companyId: string,
  send: boolean,
): Promise<string> {
  const { db, now, locale } = deps
  const { company, chamber } = await chamberCompany(db, viewer, companyId)
  if (send && !company.email) throw new FieldErrors({ send: 'relation.confirm.noEmail' })
  const token = newInvitationToken()
  const link = deps.appUrl + localePath(locale, `/confirm-company/${token}`)
  const expires = new Date(now.getTime() + confirmationDays * 86_400_000)
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('company_confirmation')
      .set({ expires_at: toInstant(now) })
      .where('company_id', '=', companyId)
      .where('chamber_id', '=', chamber.id)
      .where('answered_at', 'is', null)
      .where('expires_at', '>', toInstant(now))
      .execute()
    await transaction
      .insertInto('company_confirmation')
      .values({
        id: newId(),
        chamber_id: chamber.id,
        company_id: companyId,
        token_hash: hashInvitationToken(token),
        sent_to: send ? company.email : null,
        created_by: viewer.userId,
        created_at: toInstant(now),
        expires_at: toInstant(expires),
        answered_at: null,
        answer: null,
      })
      .execute()
    if (send && company.email) {
      const t = translator(locale)
      const values = {
        company: isolate(company.trade_name ?? company.legal_name),
        chamber: isolate(chamber.name),
        link,
        day: formatDay(locale, toInstant(expires)),
      }
      await queueMessage(
        transaction,
        {
          channel: 'email',
          recipient: company.email,
          subject: t('relation.confirm.mailSubject', values),
          body: t('relation.confirm.mailBody', values),
        },
        now,
      )
    }
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: 'company.confirmation-asked',
        entityKind: 'company',
        entityId: companyId,
        detail: { chamberId: chamber.id, sent: send },
      },
      now,
    )
  })
  return link
}
