import { betterAuth } from 'better-auth'
import { emailOTP, phoneNumber, twoFactor } from 'better-auth/plugins'
import { newId } from '#db/id.ts'
import type { OpenDatabase } from '#db/open.ts'
import type { Config } from './config.server.ts'

/** How one-time codes leave: by message, in the reader's language where it is known. */
export interface CodeSender {
  sendCode(to: { channel: 'email' | 'sms'; recipient: string }, code: string): Promise<void>
}

const minutes = 60
const days = 24 * 60 * minutes

/** E-mail addresses end in this domain when somebody registered by phone alone; nothing is ever sent there. */
export const phoneOnlyDomain = 'phone.invalid'

/** The stand-in address of an account that has only a phone number (E.164). */
export function phoneOnlyEmail(phone: string): string {
  return `${phone.replace(/\D/g, '')}@${phoneOnlyDomain}`
}

/**
 * Accounts, sessions and codes by better-auth over our own connection. Only its server API is used,
 * from actions: its HTTP handler is not mounted, so there is no second way in.
 */
export function createAuth(
  config: Config,
  open: Pick<OpenDatabase, 'db' | 'dialect'>,
  codes: CodeSender,
) {
  return betterAuth({
    appName: 'Passerelle',
    baseURL: config.appUrl,
    secret: config.authSecret,
    database: { db: open.db, type: open.dialect },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: config.appUrl.startsWith('https:'),
      cookiePrefix: 'passerelle',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    user: {
      modelName: 'auth_user',
      additionalFields: { locale: { type: 'string', required: false, defaultValue: 'fr' } },
    },
    session: { modelName: 'auth_session', expiresIn: 30 * days, updateAge: 1 * days },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: 10 * minutes,
        allowedAttempts: 5,
        storeOTP: 'hashed',
        disableSignUp: true,
        sendVerificationOTP: ({ email, otp }) =>
          email.endsWith(`@${phoneOnlyDomain}`)
            ? Promise.resolve()
            : codes.sendCode({ channel: 'email', recipient: email }, otp),
      }),
      phoneNumber({
        otpLength: 6,
        expiresIn: 10 * minutes,
        allowedAttempts: 5,
        sendOTP: (data) =>
          codes.sendCode({ channel: 'sms', recipient: data.phoneNumber }, data.code),
        sendPasswordResetOTP: (data) =>
          codes.sendCode({ channel: 'sms', recipient: data.phoneNumber }, data.code),
      }),
      twoFactor({
        issuer: 'Passerelle',
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
