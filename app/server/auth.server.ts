import { betterAuth } from 'better-auth'
import { emailOTP, phoneNumber, twoFactor } from 'better-auth/plugins'
import { phoneOnlyDomain } from '#app/domain/account/contact.ts'
import { newId } from '#db/id.ts'
import type { OpenDatabase } from '#db/open.ts'
import type { Config } from './config.server.ts'

/** How one-time codes leave: by message, in the reader's language where it is known. */
export interface CodeSender {
  sendCode(to: { channel: 'email' | 'sms'; recipient: string }, code: string): Promise<void>
}

const minutes = 60
const days = 24 * 60 * minutes

export { phoneOnlyDomain, phoneOnlyEmail } from '#app/domain/account/contact.ts'

/** The phone number (E.164) of an account that has nothing else, null when the address is a real one. */
function phoneOfAddress(email: string): string | null {
  const digits = /^(\d+)@(.+)$/.exec(email)
  return digits?.[2] === phoneOnlyDomain ? `+${digits[1]}` : null
}

/** Signing in with a one-time code: the two-factor plugin by itself guards passwords only. */
const codeSignIns = new Set(['/sign-in/email-otp', '/phone-number/verify'])

/** A second factor at every sign-in, by password or by code. */
function secondFactor() {
  const plugin = twoFactor({
    issuer: 'Passerelle',
    schema: { twoFactor: { modelName: 'auth_two_factor' } },
  })
  for (const hook of plugin.hooks.after) {
    const guardsPassword = hook.matcher
    hook.matcher = (context) => guardsPassword(context) || codeSignIns.has(context.path ?? '')
  }
  return plugin
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
      // nothing here needs the address from which somebody signed in
      ipAddress: { disableIpTracking: true },
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
    databaseHooks: {
      user: {
        create: {
          before: async (user) => {
            const phone = phoneOfAddress(user.email)
            if (phone === null) return
            return { data: { ...user, phoneNumber: phone, phoneNumberVerified: false } }
          },
        },
      },
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
      secondFactor(),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
