import type { Db } from '#db/open.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { identityOf } from '#db/queries/profile-identity.ts'
import type { Viewer } from '../access.ts'
import { ExpectedError } from '../errors.ts'
import { type ProfileDeps, recordProfileEvent } from './change-profile.server.ts'
import { editableProfile } from './editable-profile.server.ts'

/**
 * Erases a profile with everything that hangs on it: identity, experience, skills, codes, matches
 * that it or a company left out, messages sent to the person about it, and its document in the index. A hire stays counted, without the
 * person. A counsellor may erase only a profile whose person has no account: throws 'forbidden'
 * otherwise.
 */
export async function deleteProfile(
  deps: Pick<ProfileDeps, 'db' | 'dialect' | 'now'>,
  viewer: Viewer,
  target: string | 'own',
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { profile, as } = await editableProfile(trx, viewer, target)
    if (as === 'counsellor' && profile.user_id !== null) throw new ExpectedError('forbidden')
    await deleteMessages(trx, profile.id)
    // The parts go with it: their tables say so (on delete cascade).
    await trx.deleteFrom('profile').where('id', '=', profile.id).execute()
    await recordIndexChange(trx, deps.dialect, 'profile', [profile.id], deps.now)
    await recordProfileEvent(trx, viewer, 'profile.erased', profile.id, deps.now)
  })
}

async function deleteMessages(trx: Db, profileId: string): Promise<void> {
  const identity = await identityOf(trx, profileId)
  const recipients = [identity?.phone, identity?.email].filter((one) => typeof one === 'string')
  if (recipients.length === 0) return
  await trx
    .deleteFrom('message')
    .where('recipient', 'in', recipients)
    .where('sent_at', 'is not', null)
    .execute()
}
