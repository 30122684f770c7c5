import { rolesOf } from '#app/domain/access.ts'
import type { ReadDb } from '#db/open.ts'
import { membershipsOf } from '#db/queries/membership.ts'
import { profileIdOfUser } from '#db/queries/profile-ids.ts'

/** The page where somebody goes on after signing in, without its language: the desk of their work, else their matches. */
export async function landingPath(db: ReadDb, userId: string): Promise<string> {
  const [memberships, profileId] = await Promise.all([
    membershipsOf(db, userId),
    profileIdOfUser(db, userId),
  ])
  const roles = rolesOf({ userId, memberships, profileId, twoFactor: false })
  if (roles.has('chamber')) return '/chamber'
  if (roles.has('counsellor')) return '/counsellor'
  if (roles.has('employer')) return '/employer'
  if (roles.has('administrator')) return '/admin'
  return profileId === null ? '/profile' : '/matches'
}
