import { sql } from 'kysely'
import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { Dialect } from '#db/dialect.ts'
import type { Db } from '#db/open.ts'
import { membersOf } from '#db/queries/membership.ts'
import { keyRole, type Organisation } from './team.ts'
import { viewTeam } from './view-team.server.ts'

/**
 * Ends a membership: somebody else's by those who run the team, one's own by anybody. Throws
 * `not-found` for a member of another team, `forbidden` for viewers who may not remove, and
 * `conflict` when nobody with the deciding role would be left.
 */
export async function removeMember(
  deps: { db: Db; dialect: Dialect; now: Date },
  viewer: SignedIn,
  input: { org: Organisation; membershipId: string },
): Promise<{ own: boolean }> {
  const { db, dialect, now } = deps
  const { org, membershipId } = input
  const team = await viewTeam(db, viewer, org, now)
  const member = team.members.find((one) => one.id === membershipId)
  if (!member) throw new ExpectedError('not-found')
  const own = member.userId === viewer.userId
  if (!own && !team.rights.remove) throw new ExpectedError('forbidden')
  await db.transaction().execute(async (trx) => {
    // Two owners who remove each other at once must not both succeed; SQLite has one writer anyway.
    if (dialect === 'postgres') {
      await sql`select pg_advisory_xact_lock(7278, hashtext(${org.id}))`.execute(trx)
    }
    const members = await membersOf(trx, org.kind, org.id)
    const left = members.filter((one) => one.id !== membershipId)
    if (!left.some((one) => one.role === keyRole(org.kind))) throw new ExpectedError('conflict')
    await trx.deleteFrom('membership').where('id', '=', membershipId).execute()
    await recordAudit(
      trx,
      {
        actorId: viewer.userId,
        action: 'membership.removed',
        entityKind: org.kind,
        entityId: org.id,
        detail: { user: member.userId, role: member.role },
      },
      now,
    )
  })
  return { own }
}
