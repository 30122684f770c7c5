import type { SignedIn } from '#app/domain/access.ts'
import { queueCode } from '#app/domain/messages/queue-message.server.ts'
import { createAuth } from '#app/server/auth.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { createLimits } from '#app/server/limits.server.ts'
import type { Dialect } from '#db/dialect.ts'
import { accountByContact } from '#db/queries/account.ts'
import { membershipsOf } from '#db/queries/membership.ts'
import { testDatabase } from '#tests/support/database.ts'

/** Accounts over a database of their own, and a look into what was sent. */
export async function accountBench(dialect: Dialect) {
  const open = await testDatabase(dialect)
  const config = readConfig({ APP_MODE: 'test', APP_URL: 'http://localhost:3000' })
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const { db } = open
  const auth = createAuth(config, open, {
    sendCode: (to, code) => queueCode(db, { ...to, code, now: now() }),
  })
  const deps = { auth, db, config, limits: createLimits(1000), now }

  const messagesTo = async (recipient: string) =>
    db
      .selectFrom('message')
      .select(['channel', 'subject', 'body'])
      .where('recipient', '=', recipient)
      .orderBy('id', 'desc')
      .execute()

  return {
    ...open,
    deps,
    /** Moves the clock of our own use cases; better-auth keeps the real one. */
    skip(milliseconds: number) {
      ahead += milliseconds
    },
    messagesTo,
    /** The code in the newest message that has one. */
    async codeSentTo(recipient: string) {
      for (const { body } of await messagesTo(recipient)) {
        const code = /\b\d{6}\b/.exec(body)?.[0]
        if (code) return code
      }
      throw new Error('no code was sent')
    },
    /** Who a browser with these cookies is, null when nobody. */
    async userOf(headers: Headers) {
      const session = await auth.api.getSession({ headers })
      return session?.user.id ?? null
    },
    /** A person who registered long ago and owns the address. */
    async person(email: string): Promise<SignedIn> {
      const { user } = await auth.api.signUpEmail({
        body: { name: '', email, password: 'le pont du soir', locale: 'fr' },
      })
      return this.viewer(user.id)
    },
    async viewer(userId: string): Promise<SignedIn> {
      const memberships = await membershipsOf(db, userId)
      return { userId, memberships, profileId: null, twoFactor: false }
    },
    account: (value: string) =>
      accountByContact(db, { kind: value.includes('@') ? 'email' : 'phone', value }),
  }
}

/** The cookies that an answer set, as a browser sends them back. */
export function browser(...answers: Headers[]): Headers {
  const jar = new Map<string, string>()
  for (const cookie of answers.flatMap((answer) => answer.getSetCookie())) {
    const [pair = ''] = cookie.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    if (/Max-Age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, pair)
  }
  return new Headers({ cookie: [...jar.values()].join('; ') })
}
