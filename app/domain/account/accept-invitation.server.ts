import type { MemberRole, SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db, ReadDb } from '#db/open.ts'
import { accountById } from '#db/queries/account.ts'
import { markContactVerified } from '#db/queries/account-changes.ts'
import { organisationOf } from '#db/queries/membership.ts'
import { invitationByTokenHash } from '#db/queries/membership-invitation.ts'
import { hashInvitationToken, isInvitationToken } from './invitation-token.server.ts'
import { keyRole, type Organisation } from './team.ts'

/** What an invitation offers. */
export interface InvitationOffer {
  readonly org: Organisation
  readonly name: string
  readonly role: MemberRole
  /** False once it was accepted, withdrawn or ran out. */
  readonly open: boolean
}

/** The invitation behind a token. Throws `ExpectedError('not-found')` for a token that never was. */
export async function readInvitation(
  db: ReadDb,
  token: string,
  now: Date,
): Promise<InvitationOffer> {
  const row = isInvitationToken(token)
    ? await invitationByTokenHash(db, hashInvitationToken(token))
    : null
  const org = row && (await organisationOf(db, row.org_kind, row.org_id))
  if (!row || !org) throw new ExpectedError('not-found')
  return {
    org: { kind: row.org_kind, id: row.org_id },
    name: org.name,
    role: row.role,
    open: row.accepted_at === null && row.withdrawn_at === null && row.expires_at > toInstant(now),
  }
}

/**
 * Makes the viewer a member by an invitation, once. Somebody who belongs already keeps the role, or
 * rises to the deciding one when that was offered. The token came by the invited contact: when the
 * account has it, it counts as confirmed. Throws `not-found` for an unknown token and `gone` for one
 * that was accepted, withdrawn or ran out.
 */
export async function acceptInvitation(
  deps: { db: Db; now: Date },
  viewer: SignedIn,
  token: string,
): Promise<Organisation> {
  const { db, now } = deps
  const { org } = await readInvitation(db, token, now)
  const { userId } = viewer
  await db.transaction().execute(async (trx) => {
    const taken = await trx
      .updateTable('membership_invitation')
      .set({ accepted_at: toInstant(now) })
      .where('token_hash', '=', hashInvitationToken(token))
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', toInstant(now))
      .returning(['id', 'role', 'contact'])
      .executeTakeFirst()
    if (!taken) throw new ExpectedError('gone')
    await trx
      .insertInto('membership')
      .values({
        id: newId(),
        user_id: userId,
        org_kind: org.kind,
        org_id: org.id,
        role: taken.role,
        created_at: toInstant(now),
      })
      .onConflict((conflict) => conflict.columns(['user_id', 'org_kind', 'org_id']).doNothing())
      .execute()
    if (taken.role === keyRole(org.kind)) {
      await trx
        .updateTable('membership')
        .set({ role: taken.role })
        .where('user_id', '=', userId)
        .where('org_kind', '=', org.kind)
        .where('org_id', '=', org.id)
        .execute()
    }
    await confirmInvited(trx, userId, taken.contact)
    await recordAudit(
      trx,
      {
        actorId: userId,
        action: 'membership.joined',
        entityKind: org.kind,
        entityId: org.id,
        detail: { invitation: taken.id, role: taken.role },
      },
      now,
    )
  })
  return org
}

async function confirmInvited(db: Db, userId: string, contact: string): Promise<void> {
  const account = await accountById(db, userId)
  if (account?.email === contact) await markContactVerified(db, userId, 'email')
  else if (account?.phoneNumber === contact) await markContactVerified(db, userId, 'phone')
}
