import { type Viewer, visitor } from '#app/domain/access.ts'
import { membershipsOf } from '#db/queries/membership.ts'
import { profileIdOfUser } from '#db/queries/profile-ids.ts'
import type { Services } from './services.server.ts'

/** Who sends the request, from its session cookie. A broken or ended session is a visitor. */
export async function readViewer(
  services: Pick<Services, 'auth' | 'db'>,
  headers: Headers,
): Promise<Viewer> {
  // on https the name begins with `__Secure-`
  if (!headers.get('cookie')?.includes('passerelle.session_token')) return visitor
  const session = await services.auth.api.getSession({ headers })
  if (!session) return visitor
  const userId = session.user.id
  const [memberships, profileId] = await Promise.all([
    membershipsOf(services.db, userId),
    profileIdOfUser(services.db, userId),
  ])
  return { userId, memberships, profileId, twoFactor: Boolean(session.user.twoFactorEnabled) }
}
