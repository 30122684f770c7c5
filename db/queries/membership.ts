import type { ReadDb } from '../open.ts'
import type { MembershipTable } from '../schema/membership.ts'

/** The organisations that a user belongs to. */
export async function membershipsOf(
  db: ReadDb,
  userId: string,
): Promise<
  { orgKind: MembershipTable['org_kind']; orgId: string; role: MembershipTable['role'] }[]
> {
  return db
    .selectFrom('membership')
    .select(['org_kind as orgKind', 'org_id as orgId', 'role'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()
}
