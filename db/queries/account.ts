import type { ReadDb } from '../open.ts'

/** What is known of somebody's account. */
export interface AccountRow {
  readonly id: string
  readonly email: string
  readonly emailVerified: boolean
  readonly phoneNumber: string | null
  readonly phoneVerified: boolean
  readonly twoFactor: boolean
  readonly locale: string
}

function accounts(db: ReadDb) {
  return db
    .selectFrom('auth_user')
    .select([
      'id',
      'email',
      'emailVerified',
      'phoneNumber',
      'phoneNumberVerified',
      'twoFactorEnabled',
      'locale',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]

function toAccount(row: Row | undefined): AccountRow | null {
  if (!row) return null
  return {
    id: row.id,
    email: row.email,
    emailVerified: Boolean(row.emailVerified),
    phoneNumber: row.phoneNumber,
    phoneVerified: Boolean(row.phoneNumberVerified),
    twoFactor: Boolean(row.twoFactorEnabled),
    locale: row.locale,
  }
}

/** The account that signs in with an e-mail address (small letters) or a phone number (E.164). */
export async function accountByContact(
  db: ReadDb,
  contact: { readonly kind: 'email' | 'phone'; readonly value: string },
): Promise<AccountRow | null> {
  const column = contact.kind === 'email' ? 'email' : 'phoneNumber'
  return toAccount(await accounts(db).where(column, '=', contact.value).executeTakeFirst())
}

/** An account by its id. */
export async function accountById(db: ReadDb, userId: string): Promise<AccountRow | null> {
  return toAccount(await accounts(db).where('id', '=', userId).executeTakeFirst())
}

/** True when the account has a password; one that was only ever entered by code has none. */
export async function hasPassword(db: ReadDb, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth_account')
    .select('id')
    .where('userId', '=', userId)
    .where('password', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** A signed-in browser of a user. */
export interface SessionRow {
  readonly id: string
  readonly token: string
  readonly userAgent: string | null
  /** ISO 8601, exact to a day: sessions are prolonged once a day. */
  readonly lastSeen: string
}

/** The sessions of a user that have not run out, most recently seen first. */
export async function sessionsOf(db: ReadDb, userId: string, now: Date): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom('auth_session')
    .select(['id', 'token', 'userAgent', 'updatedAt', 'expiresAt'])
    .where('userId', '=', userId)
    .execute()
  return rows
    .filter((row) => new Date(row.expiresAt) > now)
    .map((row) => ({
      id: row.id,
      token: row.token,
      userAgent: row.userAgent,
      lastSeen: new Date(row.updatedAt).toISOString(),
    }))
    .sort((a, b) => b.lastSeen.localeCompare(a.lastSeen))
}

/** The second factor that a user began to set up, null without one; its secret is encrypted. */
export async function secondFactorOf(
  db: ReadDb,
  userId: string,
): Promise<{ secret: string; verified: boolean } | null> {
  const row = await db
    .selectFrom('auth_two_factor')
    .select(['secret', 'verified'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  return row ? { secret: row.secret, verified: Boolean(row.verified) } : null
}
