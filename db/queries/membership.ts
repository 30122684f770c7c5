import type { ReadDb } from '../open.ts'
import type { MembershipTable } from '../schema/membership.ts'

type OrgKind = MembershipTable['org_kind']
type MemberRole = MembershipTable['role']

/** The organisations that a user belongs to. */
export async function membershipsOf(
  db: ReadDb,
  userId: string,
): Promise<{ orgKind: OrgKind; orgId: string; role: MemberRole }[]> {
  return db
    .selectFrom('membership')
    .select(['org_kind as orgKind', 'org_id as orgId', 'role'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
}

/** Somebody who belongs to an organisation, with the contacts of the account. */
export interface MemberRow {
  readonly id: string
  readonly userId: string
  readonly role: MemberRole
  readonly email: string
  readonly phoneNumber: string | null
  readonly since: string
}

/** The members of an organisation, the first to join first. */
export async function membersOf(db: ReadDb, kind: OrgKind, orgId: string): Promise<MemberRow[]> {
  return db
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .select([
      'membership.id as id',
      'membership.user_id as userId',
      'membership.role as role',
      'auth_user.email as email',
      'auth_user.phoneNumber as phoneNumber',
      'membership.created_at as since',
    ])
    .where('membership.org_kind', '=', kind)
    .where('membership.org_id', '=', orgId)
    .orderBy('membership.created_at')
    .orderBy('membership.id')
    .execute()
}

/** An organisation's name, and the chamber that follows it when it is a company; null when there is none. */
export async function organisationOf(
  db: ReadDb,
  kind: OrgKind,
  orgId: string,
): Promise<{ name: string; chamberId: string | null } | null> {
  switch (kind) {
    case 'company': {
      const row = await db
        .selectFrom('company')
        .select(['legal_name', 'trade_name', 'chamber_id'])
        .where('id', '=', orgId)
        .executeTakeFirst()
      return row ? { name: row.trade_name ?? row.legal_name, chamberId: row.chamber_id } : null
    }
    case 'chamber':
    case 'programme': {
      const row = await db
        .selectFrom(kind)
        .select('name')
        .where('id', '=', orgId)
        .executeTakeFirst()
      return row ? { name: row.name, chamberId: null } : null
    }
    case 'platform':
      return { name: 'Passerelle', chamberId: null }
  }
}
