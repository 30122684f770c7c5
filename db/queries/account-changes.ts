import type { Db } from '../open.ts'

/** Ends a user's sessions, all but one when its token is given. */
export async function endSessions(db: Db, userId: string, butToken?: string): Promise<void> {
  await db
    .deleteFrom('auth_session')
    .where('userId', '=', userId)
    .$if(butToken !== undefined, (query) => query.where('token', '!=', butToken ?? ''))
    .execute()
}

/** Takes a user's password away: whoever chose it had not proved to own the contact. */
export async function dropPassword(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('auth_account').where('userId', '=', userId).execute()
}

/** Sets the language in which messages are written to a user. */
export async function setAccountLocale(db: Db, userId: string, locale: string): Promise<void> {
  await db.updateTable('auth_user').set({ locale }).where('id', '=', userId).execute()
}

/** Notes that a user proved to own the e-mail address or the phone number of the account. */
export async function markContactVerified(
  db: Db,
  userId: string,
  kind: 'email' | 'phone',
): Promise<void> {
  await db
    .updateTable('auth_user')
    .set(kind === 'email' ? { emailVerified: 1 } : { phoneNumberVerified: 1 })
    .where('id', '=', userId)
    .execute()
}
