import { createHmac, randomInt } from 'node:crypto'
import { type Locale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { toInstant } from '#db/codec.ts'
import { identityOf } from '#db/queries/profile-identity.ts'
import type { Viewer } from '../access.ts'
import { ExpectedError } from '../errors.ts'
import { queueMessage } from '../messages/queue-message.server.ts'
import { type ProfileDeps, recordProfileEvent } from '../profile/change-profile.server.ts'
import { editableProfile } from '../profile/editable-profile.server.ts'
import { codeMinutes } from './confirmation.ts'

/** What is kept of a code: without the server's secret nobody can try all million codes against it. */
export function hashCode(secret: string, profileId: string, code: string): string {
  return createHmac('sha256', secret).update(`confirm ${profileId} ${code}`).digest('hex')
}

/**
 * Sends the person of a profile a six-digit code to their telephone or mail address; an earlier code
 * is void. Throws 'not-found' outside the viewer's scope, 'conflict' when the profile is confirmed or
 * has no such address. Returns the channel used.
 */
export async function sendConfirmation(
  deps: Pick<ProfileDeps, 'db' | 'now'> & { readonly secret: string; readonly appUrl: string },
  viewer: Viewer,
  input: { readonly profileId: string; readonly channel: 'sms' | 'email'; readonly locale: Locale },
): Promise<void> {
  const { db, now, secret, appUrl } = deps
  await db.transaction().execute(async (trx) => {
    const { profile } = await editableProfile(trx, viewer, input.profileId)
    if (profile.confirmed_at !== null) throw new ExpectedError('conflict')
    const identity = await identityOf(trx, profile.id)
    const contact = input.channel === 'sms' ? identity?.phone : identity?.email
    if (!contact) throw new ExpectedError('conflict')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const columns = {
      contact,
      code_hash: hashCode(secret, profile.id, code),
      attempts: 0,
      sent_at: toInstant(now),
      expires_at: toInstant(new Date(now.getTime() + codeMinutes * 60_000)),
    }
    await trx
      .insertInto('profile_confirmation')
      .values({ profile_id: profile.id, ...columns })
      .onConflict((conflict) => conflict.column('profile_id').doUpdateSet(columns))
      .execute()
    const t = translator(input.locale)
    await queueMessage(
      trx,
      {
        channel: input.channel,
        recipient: contact,
        subject: input.channel === 'email' ? t('counsellor.message.subject') : null,
        body: t('counsellor.message.body', {
          code,
          minutes: codeMinutes,
          url: `${appUrl}${localePath(input.locale, `/confirm/${profile.id}`)}`,
        }),
      },
      now,
    )
    await recordProfileEvent(trx, viewer, 'profile.code-sent', profile.id, now)
  })
}
