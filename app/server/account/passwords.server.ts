import type { SignedIn } from '#app/domain/access.ts'
import { type Contact, contactsOf, phoneOnlyEmail } from '#app/domain/account/contact.ts'
import { notifyAccount } from '#app/domain/account/notify-account.server.ts'
import { repeatsContact } from '#app/domain/account/password.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { type AccountRow, accountByContact, accountById } from '#db/queries/account.ts'
import { markContactVerified } from '#db/queries/account-changes.ts'
import { type AccountDeps, callAuth, codeRefusal } from './auth-call.server.ts'
import { type SignIn, toSignIn } from './codes.server.ts'

/**
 * Signs in by password. An unknown contact and a wrong password get the same answer in the same
 * time: field errors for `contact`.
 */
export async function signInByPassword(
  deps: AccountDeps,
  input: { contact: Contact; password: string },
  headers: Headers,
): Promise<SignIn> {
  const { contact, password } = input
  const account = await accountByContact(deps.db, contact)
  // better-auth spends the time of a hash on an unknown address, but not on an unknown phone number
  const email =
    account?.email ?? (contact.kind === 'email' ? contact.value : phoneOnlyEmail(contact.value))
  const result = await callAuth(() =>
    deps.auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
  )
  if (!result.ok) throw new FieldErrors({ contact: 'account.wrongPassword' })
  return toSignIn(result.headers, result.value)
}

/** Sends a code for a new password to the owner of a contact; nothing leaves for a contact without account. */
export async function requestPasswordReset(deps: AccountDeps, contact: Contact): Promise<void> {
  const { api } = deps.auth
  if (contact.kind === 'email') {
    await api.requestPasswordResetEmailOTP({ body: { email: contact.value } })
  } else {
    await api.requestPasswordResetPhoneNumber({ body: { phoneNumber: contact.value } })
  }
}

/**
 * Sets a new password by a code, and ends every session of the account. Throws field errors for
 * `code` or `password`.
 */
export async function resetPassword(
  deps: AccountDeps,
  input: { contact: Contact; code: string; password: string },
): Promise<void> {
  const { contact, code, password } = input
  const { api } = deps.auth
  if (repeatsContact(password, contact)) {
    throw new FieldErrors({ password: 'account.passwordContact' })
  }
  const result =
    contact.kind === 'email'
      ? await callAuth(() =>
          api.resetPasswordEmailOTP({
            body: { email: contact.value, otp: code, password },
            returnHeaders: true,
          }),
        )
      : await callAuth(() =>
          api.resetPasswordPhoneNumber({
            body: { phoneNumber: contact.value, otp: code, newPassword: password },
            returnHeaders: true,
          }),
        )
  if (!result.ok) throw new FieldErrors({ code: codeRefusal(result.code) })
  const account = await accountByContact(deps.db, contact)
  if (!account) return
  await markContactVerified(deps.db, account.id, contact.kind)
  await recordPasswordChange(deps, account, 'account.password-reset')
}

/**
 * Changes the password of somebody signed in, and ends the other sessions. Answers the cookies of
 * the new session. Throws field errors for `currentPassword` or `newPassword`.
 */
export async function changePassword(
  deps: AccountDeps,
  viewer: SignedIn,
  input: { currentPassword: string; newPassword: string },
  headers: Headers,
): Promise<Headers> {
  const account = await accountById(deps.db, viewer.userId)
  if (account && contactsOf(account).some((one) => repeatsContact(input.newPassword, one))) {
    throw new FieldErrors({ newPassword: 'account.passwordContact' })
  }
  const result = await callAuth(() =>
    deps.auth.api.changePassword({
      body: { ...input, revokeOtherSessions: true },
      headers,
      returnHeaders: true,
    }),
  )
  if (!result.ok) throw new FieldErrors({ currentPassword: 'account.passwordWrong' })
  if (account) await recordPasswordChange(deps, account, 'account.password-changed')
  return result.headers
}

async function recordPasswordChange(
  deps: AccountDeps,
  account: AccountRow,
  action: 'account.password-reset' | 'account.password-changed',
): Promise<void> {
  const now = deps.now()
  await deps.db.transaction().execute(async (trx) => {
    await recordAudit(
      trx,
      { actorId: account.id, action, entityKind: 'account', entityId: account.id },
      now,
    )
    await notifyAccount({ db: trx, now, appUrl: deps.config.appUrl }, account, 'passwordChanged')
  })
}
