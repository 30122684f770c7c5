import { describe, expect, it } from 'vitest'
import { visitor } from '#app/domain/access.ts'
import { phoneOnlyEmail } from '#app/domain/account/contact.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { sendCode, signInByCode, verifyContact } from '#app/server/account/codes.server.ts'
import {
  changePassword,
  requestPasswordReset,
  resetPassword,
  signInByPassword,
} from '#app/server/account/passwords.server.ts'
import { registerAccount } from '#app/server/account/register-account.server.ts'
import { createAuth } from '#app/server/auth.server.ts'
import { readConfig } from '#app/server/config.server.ts'
import { readViewer } from '#app/server/viewer.server.ts'
import { hasPassword, sessionsOf } from '#db/queries/account.ts'
import { dialects } from '#tests/support/database.ts'
import { accountBench, browser } from './account-support.ts'

const email = { kind: 'email', value: 'awa@exemple.ci' } as const
const phone = { kind: 'phone', value: '+2250707123456' } as const
const password = 'le pont du soir'
const stranger = new Headers({ 'user-agent': 'Mozilla/5.0 (Linux; Android 11) Chrome/120' })

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof FieldErrors ? error.fields : error
}

describe.each(dialects)('accounts on %s', (dialect) => {
  const bench = () => accountBench(dialect)
  type Bench = Awaited<ReturnType<typeof bench>>
  const register = (at: Bench, contact: typeof email | typeof phone, locale: 'fr' | 'ar' = 'fr') =>
    registerAccount(at.deps, { contact, password, locale }, stranger)

  it('registers by e-mail, signs in at once and confirms by code', async () => {
    const at = await bench()
    const here = browser(await register(at, email))
    const account = await at.account(email.value)
    expect(account).toMatchObject({ emailVerified: false, phoneNumber: null, locale: 'fr' })
    expect(await at.userOf(here)).toBe(account?.id)
    expect(await refusal(verifyContact(at.deps, email, '000000', here))).toEqual({
      code: 'account.codeWrong',
    })
    await verifyContact(at.deps, email, await at.codeSentTo(email.value), here)
    expect((await at.account(email.value))?.emailVerified).toBe(true)
    const audit = await at.db.selectFrom('audit_event').select(['action', 'detail']).execute()
    expect(audit).toEqual([{ action: 'account.registered', detail: '{}' }])
    const stored = await at.db.selectFrom('auth_session').select('ipAddress').execute()
    expect(stored.every((one) => !one.ipAddress)).toBe(true)
  })

  it('registers by phone alone, in the reader’s language', async () => {
    const at = await bench()
    const here = browser(await register(at, phone, 'ar'))
    const account = await at.account(phone.value)
    expect(account).toMatchObject({ email: phoneOnlyEmail(phone.value), phoneVerified: false })
    const [sms] = await at.messagesTo(phone.value)
    expect(sms).toMatchObject({ channel: 'sms', subject: null })
    expect(sms?.body).toContain('رمزك')
    await verifyContact(at.deps, phone, await at.codeSentTo(phone.value), here)
    expect((await at.account(phone.value))?.phoneVerified).toBe(true)
    const back = await signInByPassword(at.deps, { contact: phone, password }, stranger)
    expect(await at.userOf(browser(back.headers))).toBe(account?.id)
  })

  it('tells the owner, not the stranger, that a contact has an account', async () => {
    const at = await bench()
    const first = browser(await register(at, email))
    await verifyContact(at.deps, email, await at.codeSentTo(email.value), first)
    const answer = await registerAccount(
      at.deps,
      { contact: email, password: 'another sentence', locale: 'fr' },
      stranger,
    )
    expect(answer.getSetCookie()).toEqual([])
    const sent = await at.messagesTo(email.value)
    expect(sent.some((one) => one.subject === 'Vous avez déjà un compte Passerelle')).toBe(true)
    expect(
      await refusal(
        signInByPassword(at.deps, { contact: email, password: 'another sentence' }, stranger),
      ),
    ).toEqual({ contact: 'account.wrongPassword' })
    const owner = await signInByCode(at.deps, email, await at.codeSentTo(email.value), stranger)
    expect(owner.userId).toBe((await at.account(email.value))?.id)
    expect(await hasPassword(at.db, owner.userId ?? '')).toBe(true)
  })

  it('marks its cookies as secure on https, and knows them again', async () => {
    const at = await bench()
    const config = readConfig({ APP_MODE: 'test', APP_URL: 'https://passerelle.example' })
    const auth = createAuth(config, at, { sendCode: async () => {} })
    const input = { contact: email, password, locale: 'fr' } as const
    const answer = await registerAccount({ ...at.deps, auth, config }, input, stranger)
    const session = answer.getSetCookie().find((one) => one.includes('session_token'))
    expect(session).toMatch(
      /^__Secure-passerelle\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/,
    )
    const viewer = await readViewer({ auth, db: at.db }, browser(answer))
    expect(viewer.userId).toBe((await at.account(email.value))?.id)
    expect(await readViewer({ auth, db: at.db }, new Headers({ cookie: 'a=b' }))).toBe(visitor)
  })

  it('refuses the contact as a password', async () => {
    const at = await bench()
    const input = { contact: phone, password: '0707123456', locale: 'fr' } as const
    expect(await refusal(registerAccount(at.deps, input, stranger))).toEqual({
      password: 'account.passwordContact',
    })
  })

  it('gives an unknown contact and a wrong password the same answer, and sends nothing', async () => {
    const at = await bench()
    for (const contact of [email, phone]) {
      expect(await refusal(signInByPassword(at.deps, { contact, password }, stranger))).toEqual({
        contact: 'account.wrongPassword',
      })
      await sendCode(at.deps, 'sign-in', contact)
      await requestPasswordReset(at.deps, contact)
      expect(await at.messagesTo(contact.value)).toEqual([])
      expect(await refusal(signInByCode(at.deps, contact, '123456', stranger))).toEqual({
        code: 'account.codeWrong',
      })
    }
  })

  it.each([email, phone])('signs in by code once, at $value', async (contact) => {
    const at = await bench()
    const here = browser(await register(at, contact))
    await verifyContact(at.deps, contact, await at.codeSentTo(contact.value), here)
    await sendCode(at.deps, 'sign-in', contact)
    const code = await at.codeSentTo(contact.value)
    const signIn = await signInByCode(at.deps, contact, code, stranger)
    expect(await at.userOf(browser(signIn.headers))).toBe(signIn.userId)
    expect(await refusal(signInByCode(at.deps, contact, code, stranger))).toEqual({
      code: 'account.codeWrong',
    })
  })

  it.each([email, phone])(
    'takes five wrong codes and then no right one, at $value',
    async (contact) => {
      const at = await bench()
      await register(at, contact)
      await sendCode(at.deps, 'sign-in', contact)
      const code = await at.codeSentTo(contact.value)
      const wrong = code === '111111' ? '222222' : '111111'
      for (let time = 0; time < 5; time += 1) {
        expect(await refusal(signInByCode(at.deps, contact, wrong, stranger))).toEqual({
          code: 'account.codeWrong',
        })
      }
      expect(await refusal(signInByCode(at.deps, contact, code, stranger))).toEqual({
        code: 'account.codeTooMany',
      })
    },
  )

  it.each([email, phone])(
    'gives an account never confirmed to its owner, at $value',
    async (contact) => {
      const at = await bench()
      const squatter = browser(await register(at, contact))
      await sendCode(at.deps, 'sign-in', contact)
      const owner = await signInByCode(
        at.deps,
        contact,
        await at.codeSentTo(contact.value),
        stranger,
      )
      expect(await at.userOf(browser(owner.headers))).toBe(owner.userId)
      expect(await at.userOf(squatter)).toBeNull()
      expect(await hasPassword(at.db, owner.userId ?? '')).toBe(false)
    },
  )

  it.each([email, phone])(
    'resets a password and ends every session, at $value',
    async (contact) => {
      const at = await bench()
      const here = browser(await register(at, contact))
      await requestPasswordReset(at.deps, contact)
      const code = await at.codeSentTo(contact.value)
      const fresh = 'une phrase toute neuve'
      expect(
        await refusal(resetPassword(at.deps, { contact, code: '000000', password: fresh })),
      ).toEqual({ code: 'account.codeWrong' })
      await resetPassword(at.deps, { contact, code, password: fresh })
      expect(await at.userOf(here)).toBeNull()
      expect(await refusal(signInByPassword(at.deps, { contact, password }, stranger))).toEqual({
        contact: 'account.wrongPassword',
      })
      const back = await signInByPassword(at.deps, { contact, password: fresh }, stranger)
      expect(back.userId).not.toBeNull()
      expect(await refusal(resetPassword(at.deps, { contact, code, password: fresh }))).toEqual({
        code: 'account.codeWrong',
      })
      const actions = await at.db.selectFrom('audit_event').select('action').orderBy('id').execute()
      expect(actions.map((one) => one.action)).toEqual([
        'account.registered',
        'account.password-reset',
      ])
    },
  )

  it('changes a password, keeps this browser and ends the others', async () => {
    const at = await bench()
    const here = browser(await register(at, email))
    const other = await signInByPassword(at.deps, { contact: email, password }, stranger)
    const userId = other.userId ?? ''
    expect(await sessionsOf(at.db, userId, new Date())).toHaveLength(2)
    const viewer = await at.viewer(userId)
    const fresh = 'une phrase toute neuve'
    expect(
      await refusal(
        changePassword(at.deps, viewer, { currentPassword: 'wrong', newPassword: fresh }, here),
      ),
    ).toEqual({ currentPassword: 'account.passwordWrong' })
    const answer = await changePassword(
      at.deps,
      viewer,
      { currentPassword: password, newPassword: fresh },
      here,
    )
    expect(await at.userOf(browser(answer))).toBe(userId)
    expect(await at.userOf(browser(other.headers))).toBeNull()
    const [notice] = await at.messagesTo(email.value)
    expect(notice?.subject).toBe('Votre mot de passe Passerelle a changé')
  })
})
