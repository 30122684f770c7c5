import { symmetricDecrypt } from 'better-auth/crypto'
import type { SignedIn } from '#app/domain/access.ts'
import { contactsOf } from '#app/domain/account/contact.ts'
import { notifyAccount } from '#app/domain/account/notify-account.server.ts'
import { type AuditAction, recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { accountById, secondFactorOf } from '#db/queries/account.ts'
import { type AccountDeps, callAuth } from './auth-call.server.ts'
import { drawQrCode, type QrCode } from './qr-code.server.ts'

/** The secret of a second factor that is being set up, to scan or to type. */
export interface Enrolment {
  readonly qr: QrCode
  /** Base32 in groups of four. */
  readonly secret: string
}

const issuer = 'Passerelle'

/** Begins to set up a second factor. Throws field errors for `password`. */
export async function beginSecondFactor(
  deps: AccountDeps,
  password: string,
  headers: Headers,
): Promise<void> {
  const result = await callAuth(() =>
    deps.auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers,
      returnHeaders: true,
    }),
  )
  if (result.ok) return
  if (result.code === 'TOTP_ALREADY_ENABLED') throw new ExpectedError('conflict')
  throw new FieldErrors({ password: 'account.passwordWrong' })
}

/** The second factor that the viewer began to set up and has not confirmed yet, null without one. */
export async function pendingEnrolment(
  deps: Pick<AccountDeps, 'auth' | 'db'>,
  viewer: SignedIn,
): Promise<Enrolment | null> {
  const [factor, account] = await Promise.all([
    secondFactorOf(deps.db, viewer.userId),
    accountById(deps.db, viewer.userId),
  ])
  if (!factor || factor.verified || !account) return null
  const { secretConfig } = await deps.auth.$context
  const plain = await symmetricDecrypt({ key: secretConfig, data: factor.secret })
  const secret = toBase32(Buffer.from(plain, 'utf8'))
  const label = encodeURIComponent(`${issuer}:${contactsOf(account)[0]?.value ?? ''}`)
  const uri = `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer, digits: '6', period: '30' })}`
  return { qr: drawQrCode(uri), secret: secret.replace(/(.{4})(?=.)/g, '$1 ') }
}

/**
 * Turns the second factor on with the first code of the app. Answers the cookies of the new session
 * and the backup codes, to be shown once. Throws field errors for `code`.
 */
export async function confirmSecondFactor(
  deps: AccountDeps,
  viewer: SignedIn,
  code: string,
  headers: Headers,
): Promise<{ headers: Headers; backupCodes: readonly string[] }> {
  const { api } = deps.auth
  const result = await callAuth(() =>
    api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  )
  if (!result.ok) throw new FieldErrors({ code: 'account.secondCodeWrong' })
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: viewer.userId } })
  await recordSecondFactor(deps, viewer, 'account.two-factor-on')
  return { headers: result.headers, backupCodes }
}

/** Turns the second factor off. Answers the cookies of the new session. Throws field errors for `password`. */
export async function endSecondFactor(
  deps: AccountDeps,
  viewer: SignedIn,
  password: string,
  headers: Headers,
): Promise<Headers> {
  const result = await callAuth(() =>
    deps.auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
  if (!result.ok) throw new FieldErrors({ password: 'account.passwordWrong' })
  await recordSecondFactor(deps, viewer, 'account.two-factor-off')
  return result.headers
}

/** Makes new backup codes, to be shown once; the old ones end. Throws field errors for `password`. */
export async function renewBackupCodes(
  deps: AccountDeps,
  viewer: SignedIn,
  password: string,
  headers: Headers,
): Promise<readonly string[]> {
  const result = await callAuth(() =>
    deps.auth.api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
  )
  if (!result.ok) throw new FieldErrors({ password: 'account.passwordWrong' })
  await recordSecondFactor(deps, viewer, 'account.backup-codes-renewed')
  return result.value.backupCodes
}

/** The second step of a sign-in. Answers the cookies to set, and who it is. */
export async function passSecondFactor(
  deps: AccountDeps,
  code: string,
  headers: Headers,
): Promise<{ headers: Headers; userId: string } | 'start-again'> {
  const { api } = deps.auth
  const body = { code: code.length > 6 ? code.replace(/^(.{5})-?(.{5})$/, '$1-$2') : code }
  const result =
    code.length > 6
      ? await callAuth(() => api.verifyBackupCode({ body, headers, returnHeaders: true }))
      : await callAuth(() => api.verifyTOTP({ body, headers, returnHeaders: true }))
  if (result.ok) return { headers: result.headers, userId: result.value.user.id }
  switch (result.code) {
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return 'start-again'
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      throw new ExpectedError('too-many')
    default:
      throw new FieldErrors({ code: 'account.secondCodeWrong' })
  }
}

async function recordSecondFactor(
  deps: AccountDeps,
  viewer: SignedIn,
  action: AuditAction,
): Promise<void> {
  const now = deps.now()
  const account = await accountById(deps.db, viewer.userId)
  await deps.db.transaction().execute(async (trx) => {
    await recordAudit(
      trx,
      { actorId: viewer.userId, action, entityKind: 'account', entityId: viewer.userId },
      now,
    )
    if (!account || action === 'account.backup-codes-renewed') return
    const notice = action === 'account.two-factor-on' ? 'twoFactorOn' : 'twoFactorOff'
    await notifyAccount({ db: trx, now, appUrl: deps.config.appUrl }, account, notice)
  })
}

/** Base32 of RFC 4648, without padding, as apps expect a secret. */
function toBase32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((part) => alphabet[Number.parseInt(part.padEnd(5, '0'), 2)])
    .join('')
}
