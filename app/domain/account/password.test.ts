import { describe, expect, it } from 'vitest'
import { newPassword, oneTimeCode, repeatsContact, secondFactorCode } from './password.ts'

describe('passwords', () => {
  it('asks for ten characters that are not nearly all the same', () => {
    expect(newPassword.safeParse('court').error?.issues[0]?.message).toBe('account.passwordShort')
    expect(newPassword.safeParse('aaaaaaaaaaaa').error?.issues[0]?.message).toBe(
      'account.passwordSimple',
    )
    expect(newPassword.safeParse('le pont du soir').success).toBe(true)
  })

  it('sees a contact used as password', () => {
    const phone = { kind: 'phone', value: '+2250707123456' } as const
    expect(repeatsContact('0707 12 34 56', phone)).toBe(true)
    expect(repeatsContact('le pont du soir', phone)).toBe(false)
    const email = { kind: 'email', value: 'awa.kone@exemple.ci' } as const
    expect(repeatsContact('Awa.Kone@exemple.ci', email)).toBe(true)
  })
})

describe('codes', () => {
  it('takes digits as they are typed', () => {
    expect(oneTimeCode.parse(' 123 456 ')).toBe('123456')
    expect(oneTimeCode.parse('١٢٣٤٥٦')).toBe('123456')
    expect(oneTimeCode.safeParse('12345').success).toBe(false)
    expect(secondFactorCode.parse('abcDE-12345')).toBe('abcDE-12345')
    expect(secondFactorCode.safeParse('abc').success).toBe(false)
  })
})
