import { redirect } from 'react-router'
import type { Contact } from '#app/domain/account/contact.ts'
import { contactText, parseContact } from '#app/domain/account/contact.ts'
import { landingPath } from '#app/domain/account/landing-path.server.ts'
import { safeNext } from '#app/domain/account/safe-next.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { type Locale, localePath } from '#app/i18n/locales.ts'
import type { Config } from '#app/server/config.server.ts'
import type { Services } from '#app/server/services.server.ts'

const pendingName = 'passerelle.pending'
const pendingPattern = new RegExp(`(?:^|;\\s*)${pendingName}=([\\w-]+)`)

/** A redirect that carries the cookies of several answers. */
export function leaveTo(path: string, ...answers: Headers[]): Response {
  const headers = new Headers()
  for (const answer of answers) {
    for (const cookie of answer.getSetCookie()) headers.append('Set-Cookie', cookie)
  }
  return redirect(path, { headers })
}

/**
 * Remembers for 15 minutes the contact to which a code was sent, so that it need not be typed again
 * and never stands in an address. Null forgets it.
 */
export function pendingHeaders(contact: Contact | null, config: Config): Headers {
  const value = contact ? Buffer.from(contact.value).toString('base64url') : ''
  const secure = config.appUrl.startsWith('https:') ? '; Secure' : ''
  const age = contact ? 900 : 0
  return new Headers({
    'Set-Cookie': `${pendingName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`,
  })
}

/** The contact that `pendingHeaders` remembered, null when there is none. */
export function readPending(request: Request, config: Config): Contact | null {
  const value = pendingPattern.exec(request.headers.get('cookie') ?? '')?.[1]
  if (!value) return null
  const text = contactText.safeParse(Buffer.from(value, 'base64url').toString())
  const parsed = text.success ? parseContact(text.data, config.country) : null
  return parsed?.ok ? parsed.contact : null
}

/** The contact that was typed into the field `contact`. Throws field errors for it. */
export function readContact(text: string, config: Config): Contact {
  const parsed = parseContact(text, config.country)
  if (!parsed.ok) throw new FieldErrors({ contact: parsed.error })
  return parsed.contact
}

/** The page that was asked for before signing in, when it is one of ours. */
export function nextOf(url: URL, locale: Locale): string | null {
  return safeNext(url.searchParams.get('next'), locale)
}

/** Where somebody who has just signed in goes: the page that was asked for, else their own desk. */
export async function afterSignIn(
  services: Pick<Services, 'db'>,
  userId: string | null,
  next: string | null,
  locale: Locale,
): Promise<string> {
  return next ?? localePath(locale, userId ? await landingPath(services.db, userId) : '/')
}
