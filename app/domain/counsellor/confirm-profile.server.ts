import { timingSafeEqual } from 'node:crypto'
import { toInstant } from '#db/codec.ts'
import { profileById } from '#db/queries/profile.ts'
import type { Viewer } from '../access.ts'
import { FieldErrors } from '../errors.ts'
import { type ProfileDeps, recordProfileEvent } from '../profile/change-profile.server.ts'
import { mostAttempts } from './confirmation.ts'
import { hashCode } from './send-confirmation.server.ts'

/**
 * Confirms a profile with the code that its person received: typed by them, or by their counsellor
 * beside them. With `link`, a viewer who has an account and no profile takes it as their own. Field
 * errors: `code` when it is wrong, too old or tried too often. An unknown profile answers like a wrong
 * code, so that nobody learns which exist.
 */
export async function confirmProfile(
  deps: Pick<ProfileDeps, 'db' | 'now'> & { readonly secret: string },
  viewer: Viewer,
  input: { readonly profileId: string; readonly code: string; readonly link: boolean },
): Promise<void> {
  const { db, now, secret } = deps
  const { profileId } = input
  const right = await db.transaction().execute(async (trx) => {
    // Counted before it is compared, so that tries at the same moment count too.
    const counted = await trx
      .updateTable('profile_confirmation')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('profile_id', '=', profileId)
      .where('attempts', '<', mostAttempts)
      .where('expires_at', '>', toInstant(now))
      .returning('code_hash')
      .executeTakeFirst()
    const hash = hashCode(secret, profileId, input.code)
    if (!counted || !timingSafeEqual(Buffer.from(counted.code_hash), Buffer.from(hash)))
      return false
    const profile = await profileById(trx, profileId)
    const link = input.link && viewer.profileId === null && profile?.user_id === null
    await trx
      .updateTable('profile')
      .set((eb) => ({
        confirmed_at: toInstant(now),
        version: eb('version', '+', 1),
        ...(link ? { user_id: viewer.userId } : {}),
      }))
      .where('id', '=', profileId)
      .execute()
    await trx.deleteFrom('profile_confirmation').where('profile_id', '=', profileId).execute()
    await recordProfileEvent(trx, viewer, 'profile.confirmed', profileId, now)
    return true
  })
  if (!right) throw new FieldErrors({ code: 'counsellor.errors.wrongCode' })
}
