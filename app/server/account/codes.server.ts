import type { Contact } from '#app/domain/account/contact.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { accountByContact } from '#db/queries/account.ts'
import { dropPassword, endSessions } from '#db/queries/account-changes.ts'
import { type AccountDeps, callAuth, codeRefusal } from './auth-call.server.ts'

/** What a code is good for: to confirm a contact, or to sign in. A new password has its own. */
export type CodePurpose = 'verify' | 'sign-in'

/** Sends a code of six digits to the owner of a contact; nothing leaves for a contact without account. */
export async function sendCode(
  deps: AccountDeps,
  purpose: CodePurpose,
  contact: Contact,
): Promise<void> {
  const { auth, db } = deps
  if (contact.kind === 'email') {
    const type = purpose === 'verify' ? 'email-verification' : 'sign-in'
    await auth.api.sendVerificationOTP({ body: { email: contact.value, type } })
  } else if (await accountByContact(db, contact)) {
    await auth.api.sendPhoneNumberOTP({ body: { phoneNumber: contact.value } })
  }
}

/** Confirms that the account with this contact owns it. Throws field errors for `code`. */
export async function verifyContact(
  deps: AccountDeps,
  contact: Contact,
  code: string,
  headers: Headers,
): Promise<Headers> {
  const { api } = deps.auth
  const result =
    contact.kind === 'email'
      ? await callAuth(() =>
          api.verifyEmailOTP({
            body: { email: contact.value, otp: code },
            headers,
            returnHeaders: true,
          }),
        )
      : await callAuth(() =>
          api.verifyPhoneNumber({
            body: { phoneNumber: contact.value, code, disableSession: true },
            headers,
            returnHeaders: true,
          }),
        )
  if (!result.ok) throw new FieldErrors({ code: codeRefusal(result.code) })
  return result.headers
}

/** A sign-in that went well so far; `secondFactor` says that a code of the second factor is still due. */
export interface SignIn {
  readonly headers: Headers
  readonly secondFactor: boolean
  readonly userId: string | null
}

/**
 * Signs in by a one-time code. Whoever proves to own a contact that was never confirmed takes the
 * account over from whoever may have registered it: password and other sessions end. Throws field
 * errors for `code`.
 */
export async function signInByCode(
  deps: AccountDeps,
  contact: Contact,
  code: string,
  headers: Headers,
): Promise<SignIn> {
  const { auth, db } = deps
  const before = await accountByContact(db, contact)
  const result =
    contact.kind === 'email'
      ? await callAuth(() =>
          auth.api.signInEmailOTP({
            body: { email: contact.value, otp: code },
            headers,
            returnHeaders: true,
          }),
        )
      : await callAuth(() =>
          auth.api.verifyPhoneNumber({
            body: { phoneNumber: contact.value, code },
            headers,
            returnHeaders: true,
          }),
        )
  if (!result.ok) throw new FieldErrors({ code: codeRefusal(result.code) })
  const signIn = toSignIn(result.headers, result.value)
  const token = 'token' in result.value ? result.value.token : null
  if (contact.kind === 'phone' && before && !before.phoneVerified && token) {
    await dropPassword(db, before.id)
    await endSessions(db, before.id, token)
  }
  return signIn
}

/** Reads what a sign-in answered: the two-factor plugin puts its own answer in place of the user. */
export function toSignIn(headers: Headers, value: object): SignIn {
  const secondFactor = 'twoFactorRedirect' in value && value.twoFactorRedirect === true
  const user = 'user' in value && typeof value.user === 'object' ? value.user : null
  const userId = user && 'id' in user && typeof user.id === 'string' ? user.id : null
  return { headers, secondFactor, userId: secondFactor ? null : userId }
}
