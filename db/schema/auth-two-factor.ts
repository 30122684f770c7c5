/** The second factor of staff. */
export interface AuthTwoFactorTable {
  id: string
  secret: string
  backupCodes: string
  userId: string
  verified: boolean | 0 | 1 | null
  failedVerificationCount: number | null
  lockedUntil: Date | string | null
}
