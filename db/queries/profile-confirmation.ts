import type { ReadDb } from '../open.ts'

/** How a confirmation code on its way stands, without the code. */
export function pendingConfirmation(db: ReadDb, profileId: string) {
  return db
    .selectFrom('profile_confirmation')
    .select(['attempts', 'sent_at', 'expires_at'])
    .where('profile_id', '=', profileId)
    .executeTakeFirst()
}
