import { createHash, randomBytes } from 'node:crypto'

/** How long an invitation can be accepted. */
export const invitationDays = 14

/** A new token for an invitation: 24 random bytes in base64url. */
export function newInvitationToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a token: its SHA-256 in hexadecimal. */
export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** True when the text can be a token at all. */
export function isInvitationToken(text: string): boolean {
  return /^[\w-]{32}$/.test(text)
}
