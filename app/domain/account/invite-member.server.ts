import type { MemberRole, SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { queueMessage } from '#app/domain/messages/queue-message.server.ts'
import { isLocale, type Locale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { accountByContact } from '#db/queries/account.ts'
import type { Contact } from './contact.ts'
import {
  hashInvitationToken,
  invitationDays,
  newInvitationToken,
} from './invitation-token.server.ts'
import type { Organisation } from './team.ts'
import { viewTeam } from './view-team.server.ts'

/** Open invitations an organisation may have at once. */
const mostOpen = 50

/**
 * Invites somebody to an organisation by e-mail or SMS, for 14 days. An earlier open invitation of
 * the same contact ends. Answers the id of the invitation and its token, which is kept nowhere.
 * Throws `not-found` or `forbidden` for teams and roles that are not the viewer's to give, and field
 * errors for somebody who belongs already.
 */
export async function inviteMember(
  deps: { db: Db; now: Date; appUrl: string; locale: Locale },
  viewer: SignedIn,
  input: { org: Organisation; contact: Contact; role: MemberRole },
): Promise<{ id: string; token: string }> {
  const { db, now } = deps
  const { org, contact, role } = input
  const team = await viewTeam(db, viewer, org, now)
  if (!team.rights.invite.includes(role)) throw new ExpectedError('forbidden')
  if (
    team.members.some(
      (one) => (contact.kind === 'email' ? one.email : one.phoneNumber) === contact.value,
    )
  ) {
    throw new FieldErrors({ contact: 'account.alreadyMember' })
  }
  if (team.invitations.length >= mostOpen) throw new ExpectedError('too-many')

  const account = await accountByContact(db, contact)
  const locale = account && isLocale(account.locale) ? account.locale : deps.locale
  const t = translator(locale)
  const token = newInvitationToken()
  const id = newId()
  const link = deps.appUrl + localePath(locale, `/join/${token}`)
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('membership_invitation')
      .set({ withdrawn_at: toInstant(now) })
      .where('org_kind', '=', org.kind)
      .where('org_id', '=', org.id)
      .where('contact', '=', contact.value)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    await trx
      .insertInto('membership_invitation')
      .values({
        id,
        org_kind: org.kind,
        org_id: org.id,
        role,
        contact: contact.value,
        token_hash: hashInvitationToken(token),
        invited_by: viewer.userId,
        created_at: toInstant(now),
        expires_at: toInstant(new Date(now.getTime() + invitationDays * 86_400_000)),
      })
      .execute()
    const values = { name: team.name, role: t(`account.roles.${role}`), link }
    await queueMessage(
      trx,
      contact.kind === 'email'
        ? {
            channel: 'email',
            recipient: contact.value,
            subject: t('account.inviteSubject', values),
            body: t('account.inviteBody', values),
          }
        : {
            channel: 'sms',
            recipient: contact.value,
            subject: null,
            body: t('account.inviteSms', values),
          },
      now,
    )
    await recordAudit(
      trx,
      {
        actorId: viewer.userId,
        action: 'membership.invited',
        entityKind: org.kind,
        entityId: org.id,
        detail: { invitation: id, role },
      },
      now,
    )
  })
  return { id, token }
}
