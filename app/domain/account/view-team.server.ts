import type { Viewer } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { type MemberRow, membersOf, organisationOf } from '#db/queries/membership.ts'
import { type OpenInvitationRow, openInvitationsOf } from '#db/queries/membership-invitation.ts'
import { keyRole, type Organisation, type TeamRights, teamRights } from './team.ts'

/** A team as its page shows it. */
export interface Team {
  readonly org: Organisation
  readonly name: string
  readonly rights: TeamRights
  readonly members: readonly MemberRow[]
  /** Empty for those who may not invite. */
  readonly invitations: readonly OpenInvitationRow[]
}

/** The team of an organisation. Throws `ExpectedError('not-found')` for a team that is not the viewer's business. */
export async function viewTeam(
  db: ReadDb,
  viewer: Viewer,
  org: Organisation,
  now: Date,
): Promise<Team> {
  const [found, members] = await Promise.all([
    organisationOf(db, org.kind, org.id),
    membersOf(db, org.kind, org.id),
  ])
  const rights =
    found &&
    teamRights(viewer, org, {
      chamberId: found.chamberId,
      hasKeyRole: members.some((member) => member.role === keyRole(org.kind)),
    })
  if (!found || !rights) throw new ExpectedError('not-found')
  const invitations =
    rights.invite.length > 0 ? await openInvitationsOf(db, org.kind, org.id, toInstant(now)) : []
  return { org, name: found.name, rights, members, invitations }
}
