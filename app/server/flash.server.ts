import type { Translate } from '#app/i18n/translate.ts'
import { translateKey } from '#app/i18n/translate.ts'

const name = 'passerelle.flash'

/** Things that the next page can say once. The cookie carries only one of these words, never text. */
export const flashKeys = [
  'saved',
  'published',
  'paused',
  'resumed',
  'deleted',
  'signedIn',
  'signedOut',
  'registered',
  'passwordChanged',
  'sessionEnded',
  'invited',
  'invitationWithdrawn',
  'joined',
  'verified',
  'claimed',
  'claimDecided',
  'closed',
  'confirmed',
  'codeSent',
  'twoFactorOn',
  'twoFactorOff',
  'shownAgain',
  'begun',
  'mergeUndone',
] as const
export type FlashKey = (typeof flashKeys)[number]

/** A `Set-Cookie` header by which the next page says the message `flash.<key>` once. */
export function flashHeaders(key: FlashKey): Headers {
  return new Headers({ 'Set-Cookie': `${name}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60` })
}

/** The message to show now, and the header that forgets it. */
export function takeFlash(
  headers: Headers,
  t: Translate,
): { message: string | null; headers: Headers } {
  const key = new RegExp(`(?:^|;\\s*)${name}=(\\w+)`).exec(headers.get('cookie') ?? '')?.[1]
  if (!key) return { message: null, headers: new Headers() }
  const known = flashKeys.find((one) => one === key)
  return {
    message: known ? translateKey(t, `common.flash.${known}`) : null,
    headers: new Headers({ 'Set-Cookie': `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` }),
  }
}
