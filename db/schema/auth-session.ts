/** A signed-in browser. */
export interface AuthSessionTable {
  id: string
  userId: string
  token: string
  expiresAt: Date | string
  ipAddress: string | null
  userAgent: string | null
  createdAt: Date | string
  updatedAt: Date | string
}
