import { symmetricDecrypt } from 'better-auth/crypto'
import { describe, expect, it } from 'vitest'
import { FieldErrors } from '#app/domain/errors.ts'
import { sendCode, signInByCode, verifyContact } from '#app/server/account/codes.server.ts'
import { signInByPassword } from '#app/server/account/passwords.server.ts'
import { registerAccount } from '#app/server/account/register-account.server.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  passSecondFactor,
  pendingEnrolment,
} from '#app/server/account/second-factor.server.ts'
import { secondFactorOf } from '#db/queries/account.ts'
import { dialects } from '#tests/support/database.ts'
import { accountBench, browser } from './account-support.ts'

const phone = { kind: 'phone', value: '+2250707123456' } as const
const email = { kind: 'email', value: 'awa@exemple.ci' } as const
const password = 'le pont du soir'

describe.each(dialects)('the second factor on %s', (dialect) => {
  async function enrolled(contact: typeof email | typeof phone) {
    const at = await accountBench(dialect)
    const stranger = new Headers()
    const here = browser(
      await registerAccount(at.deps, { contact, password, locale: 'fr' }, stranger),
    )
    await verifyContact(at.deps, contact, await at.codeSentTo(contact.value), here)
    const viewer = await at.viewer((await at.userOf(here)) ?? '')
    await expect(beginSecondFactor(at.deps, 'wrong', here)).rejects.toThrow(FieldErrors)
    await beginSecondFactor(at.deps, password, here)
    const totp = async () => {
      const factor = await secondFactorOf(at.db, viewer.userId)
      const { secretConfig } = await at.deps.auth.$context
      const secret = await symmetricDecrypt({ key: secretConfig, data: factor?.secret ?? '' })
      return (await at.deps.auth.api.generateTOTP({ body: { secret } })).code
    }
    const shown = await pendingEnrolment(at.deps, viewer)
    expect(shown?.secret).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/)
    await expect(confirmSecondFactor(at.deps, viewer, 'abcdef', here)).rejects.toThrow(FieldErrors)
    const { headers, backupCodes } = await confirmSecondFactor(at.deps, viewer, await totp(), here)
    expect(backupCodes).toHaveLength(10)
    expect(await pendingEnrolment(at.deps, viewer)).toBeNull()
    return { at, viewer, totp, backupCodes, here: browser(headers), stranger }
  }

  it('is asked for after a password and after a code', async () => {
    for (const contact of [email, phone]) {
      const { at, viewer, totp, stranger } = await enrolled(contact)
      const byPassword = await signInByPassword(at.deps, { contact, password }, stranger)
      await sendCode(at.deps, 'sign-in', contact)
      const code = await at.codeSentTo(contact.value)
      const byCode = await signInByCode(at.deps, contact, code, stranger)
      for (const signIn of [byPassword, byCode]) {
        expect(signIn).toMatchObject({ secondFactor: true, userId: null })
        const half = browser(signIn.headers)
        expect(await at.userOf(half)).toBeNull()
        await expect(passSecondFactor(at.deps, '000000', half)).rejects.toThrow(FieldErrors)
        const passed = await passSecondFactor(at.deps, await totp(), half)
        expect(passed).toMatchObject({ userId: viewer.userId })
        if (passed !== 'start-again') {
          expect(await at.userOf(browser(passed.headers))).toBe(viewer.userId)
        }
      }
    }
  })

  it('takes each backup code once, with or without its dash', async () => {
    const { at, viewer, backupCodes, stranger } = await enrolled(email)
    const challenge = async () =>
      browser((await signInByPassword(at.deps, { contact: email, password }, stranger)).headers)
    const code = (backupCodes[0] ?? '').replace('-', '')
    const passed = await passSecondFactor(at.deps, code, await challenge())
    expect(passed).toMatchObject({ userId: viewer.userId })
    await expect(passSecondFactor(at.deps, code, await challenge())).rejects.toThrow(FieldErrors)
    expect(await passSecondFactor(at.deps, code, stranger)).toBe('start-again')
  })

  it('is turned off by the password, with a notice and a trace', async () => {
    const { at, viewer, here, stranger } = await enrolled(email)
    await expect(endSecondFactor(at.deps, viewer, 'wrong', here)).rejects.toThrow(FieldErrors)
    await endSecondFactor(at.deps, viewer, password, here)
    const signIn = await signInByPassword(at.deps, { contact: email, password }, stranger)
    expect(signIn.secondFactor).toBe(false)
    const actions = await at.db.selectFrom('audit_event').select('action').orderBy('id').execute()
    expect(actions.map((one) => one.action)).toEqual([
      'account.registered',
      'account.two-factor-on',
      'account.two-factor-off',
    ])
    const subjects = (await at.messagesTo(email.value)).map((one) => one.subject)
    expect(subjects).toContain('La double vérification est désactivée')
  })
})
