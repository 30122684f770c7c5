import { randomInt } from 'node:crypto'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import { profileIdOfUser } from '#db/queries/profile-ids.ts'
import type { SignedIn } from '../access.ts'
import { recordProfileEvent } from './change-profile.server.ts'
import { makeProfileCode } from './profile-code.ts'

/**
 * Begins the viewer's own profile, an empty draft in the deployment's country, and returns its id;
 * the one they have when they began before.
 */
export async function beginProfile(
  deps: { readonly db: Db; readonly now: Date },
  viewer: SignedIn,
  country: string,
): Promise<string> {
  return deps.db.transaction().execute(async (trx) => {
    const known = await profileIdOfUser(trx, viewer.userId)
    if (known) return known
    const at = toInstant(deps.now)
    const id = newId()
    await trx
      .insertInto('profile')
      .values({
        id,
        code: await freeProfileCode(trx, country),
        country,
        user_id: viewer.userId,
        // Who enters a profile for themselves needs nobody's confirmation.
        confirmed_at: at,
        status: 'draft',
        created_at: at,
        updated_at: at,
        version: 1,
      })
      .onConflict((conflict) => conflict.column('user_id').doNothing())
      .execute()
    const begun = (await profileIdOfUser(trx, viewer.userId)) ?? id
    if (begun === id) await recordProfileEvent(trx, viewer, 'profile.begun', id, deps.now)
    return begun
  })
}

/** A public code that no profile has yet. */
export async function freeProfileCode(db: Db, country: string): Promise<string> {
  for (;;) {
    const code = makeProfileCode(country, randomInt)
    const taken = await db
      .selectFrom('profile')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirst()
    if (!taken) return code
  }
}
