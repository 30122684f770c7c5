import { type Contact, phoneOnlyEmail } from '#app/domain/account/contact.ts'
import { notifyAccount } from '#app/domain/account/notify-account.server.ts'
import { repeatsContact } from '#app/domain/account/password.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { type AccountRow, accountByContact } from '#db/queries/account.ts'
import { type AccountDeps, callAuth } from './auth-call.server.ts'
import { sendCode } from './codes.server.ts'

/**
 * Creates an account, signs it in and sends a code that confirms the contact. Where the contact has
 * an account already, its owner gets a notice and a code that signs in: the answer looks the same.
 * Answers the cookies to set. Throws field errors for a password that is the contact itself.
 */
export async function registerAccount(
  deps: AccountDeps,
  input: { contact: Contact; password: string; locale: Locale },
  headers: Headers,
): Promise<Headers> {
  const { auth, db } = deps
  const { contact, password, locale } = input
  if (repeatsContact(password, contact)) {
    throw new FieldErrors({ password: 'account.passwordContact' })
  }
  const existing = await accountByContact(db, contact)
  if (existing) {
    // as long as hashing a new account's password takes, so that the time tells nothing
    await (await auth.$context).password.hash(password)
    return greetOwner(deps, existing, contact)
  }
  const email = contact.kind === 'email' ? contact.value : phoneOnlyEmail(contact.value)
  const result = await callAuth(() =>
    auth.api.signUpEmail({
      body: { name: '', email, password, locale },
      headers,
      returnHeaders: true,
    }),
  )
  if (!result.ok) {
    const other = await accountByContact(db, contact)
    if (other) return greetOwner(deps, other, contact)
    throw new FieldErrors({ contact: 'account.contactInvalid' })
  }
  const userId = result.value.user.id
  await recordAudit(
    db,
    { actorId: userId, action: 'account.registered', entityKind: 'account', entityId: userId },
    deps.now(),
  )
  await sendCode(deps, 'verify', contact)
  return result.headers
}

async function greetOwner(
  deps: AccountDeps,
  account: AccountRow,
  contact: Contact,
): Promise<Headers> {
  await notifyAccount(
    { db: deps.db, now: deps.now(), appUrl: deps.config.appUrl },
    account,
    'alreadyRegistered',
  )
  await sendCode(deps, 'sign-in', contact)
  return new Headers()
}
