import { isAPIError } from 'better-auth/api'
import type { Contact } from '#app/domain/account/contact.ts'
import type { Services } from '#app/server/services.server.ts'

/** What the account flows need of the services. */
export type AccountDeps = Pick<Services, 'auth' | 'db' | 'config' | 'limits' | 'now'>

/** How a call of better-auth ended: its answer and the cookies to set, or the code of its refusal. */
export type AuthResult<T> =
  | { readonly ok: true; readonly value: T; readonly headers: Headers }
  | { readonly ok: false; readonly code: string }

/** Runs a call made with `returnHeaders: true`. Refusals (4xx) come back as a value; faults rise. */
export async function callAuth<T>(
  call: () => Promise<{ headers: Headers; response: T }>,
): Promise<AuthResult<T>> {
  try {
    const { headers, response } = await call()
    return { ok: true, value: response, headers }
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    return { ok: false, code: String(error.body?.code ?? error.status) }
  }
}

/** The message key for a one-time code that was not accepted. */
export function codeRefusal(
  code: string,
): 'account.codeTooMany' | 'account.codeExpired' | 'account.codeWrong' {
  if (code === 'TOO_MANY_ATTEMPTS') return 'account.codeTooMany'
  if (code === 'OTP_EXPIRED') return 'account.codeExpired'
  return 'account.codeWrong'
}

/** Counts one try of a secret, by address and by contact or account. Throws `too-many`. */
export async function countTry(deps: Pick<AccountDeps, 'limits'>, ip: string, whom: string) {
  await deps.limits.use('signIn', `ip ${ip}`)
  await deps.limits.use('signIn', `of ${whom}`)
}

/** Counts one message to a contact, by address and by contact. Throws `too-many`. */
export async function countCode(deps: Pick<AccountDeps, 'limits'>, ip: string, contact: Contact) {
  await deps.limits.use('signIn', `ip ${ip}`)
  await deps.limits.use('sendCode', contact.value)
}
