import type { ReadDb } from '../open.ts'
import type { MembershipInvitationTable } from '../schema/membership-invitation.ts'

/** An invitation that can still be accepted. */
export interface OpenInvitationRow {
  readonly id: string
  readonly role: MembershipInvitationTable['role']
  readonly contact: string
  readonly expiresAt: string
}

/** The open invitations of an organisation, newest first. `now` is an instant. */
export async function openInvitationsOf(
  db: ReadDb,
  kind: MembershipInvitationTable['org_kind'],
  orgId: string,
  now: string,
): Promise<OpenInvitationRow[]> {
  return db
    .selectFrom('membership_invitation')
    .select(['id', 'role', 'contact', 'expires_at as expiresAt'])
    .where('org_kind', '=', kind)
    .where('org_id', '=', orgId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The invitation whose token has this hash, whatever its state. */
export async function invitationByTokenHash(
  db: ReadDb,
  tokenHash: string,
): Promise<MembershipInvitationTable | null> {
  const row = await db
    .selectFrom('membership_invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row ?? null
}
