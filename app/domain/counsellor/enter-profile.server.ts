import { toInstant, toList } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { programmeById } from '#db/queries/profile-programme.ts'
import { isMember, type SignedIn } from '../access.ts'
import { ExpectedError } from '../errors.ts'
import { freeProfileCode } from '../profile/begin-profile.server.ts'
import { type ProfileDeps, recordProfileEvent } from '../profile/change-profile.server.ts'
import type { IdentityInput } from '../profile/profile-forms.ts'
import { checkIdentity, writeIdentity } from '../profile/save-identity.server.ts'

/**
 * Begins a profile for somebody, identity first, in a programme of the counsellor's and its country,
 * and returns its id. The person has yet to confirm it. Throws 'not-found' for another programme, and
 * field errors as `checkIdentity`.
 */
export async function enterProfile(
  deps: Pick<ProfileDeps, 'db' | 'now'>,
  viewer: SignedIn,
  programmeId: string,
  input: IdentityInput,
): Promise<string> {
  if (!isMember(viewer, 'programme', programmeId)) throw new ExpectedError('not-found')
  return deps.db.transaction().execute(async (trx) => {
    const programme = await programmeById(trx, programmeId)
    if (!programme) throw new ExpectedError('not-found')
    const identity = checkIdentity(input, programme.country, deps.now)
    const id = newId()
    const at = toInstant(deps.now)
    await trx
      .insertInto('profile')
      .values({
        id,
        code: await freeProfileCode(trx, programme.country),
        country: programme.country,
        programme_id: programme.id,
        entered_by: viewer.userId,
        status: 'draft',
        steps_done: toList(['identity']),
        created_at: at,
        updated_at: at,
        version: 1,
      })
      .execute()
    await writeIdentity(trx, id, identity, deps.now)
    await recordProfileEvent(trx, viewer, 'profile.entered', id, deps.now)
    return id
  })
}
