import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import type { Db } from '#db/open.ts'
import type { Organisation } from './team.ts'
import { viewTeam } from './view-team.server.ts'

/**
 * Takes an open invitation back. Throws `not-found` for an invitation of another team, `forbidden`
 * for viewers who may not invite, `conflict` for one that has been accepted or ended meanwhile.
 */
export async function withdrawInvitation(
  deps: { db: Db; now: Date },
  viewer: SignedIn,
  input: { org: Organisation; invitationId: string },
): Promise<void> {
  const { db, now } = deps
  const { org, invitationId } = input
  const team = await viewTeam(db, viewer, org, now)
  if (team.rights.invite.length === 0) throw new ExpectedError('forbidden')
  await db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('membership_invitation')
      .select(['id', 'role'])
      .where('id', '=', invitationId)
      .where('org_kind', '=', org.kind)
      .where('org_id', '=', org.id)
      .executeTakeFirst()
    if (!found) throw new ExpectedError('not-found')
    const result = await trx
      .updateTable('membership_invitation')
      .set({ withdrawn_at: toInstant(now) })
      .where('id', '=', found.id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (Number(result.numUpdatedRows) === 0) throw new ExpectedError('conflict')
    await recordAudit(
      trx,
      {
        actorId: viewer.userId,
        action: 'membership.invitation-withdrawn',
        entityKind: org.kind,
        entityId: org.id,
        detail: { invitation: found.id, role: found.role },
      },
      now,
    )
  })
}
