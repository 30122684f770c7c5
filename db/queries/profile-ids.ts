import type { ReadDb } from '../open.ts'

/** The id of the user's own profile, null before one is begun. */
export async function profileIdOfUser(db: ReadDb, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('profile')
    .select('id')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.id ?? null
}
