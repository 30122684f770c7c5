/** One-time codes under way. */
export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: Date | string
  createdAt: Date | string | null
  updatedAt: Date | string | null
}
