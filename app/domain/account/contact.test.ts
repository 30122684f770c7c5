import { describe, expect, it } from 'vitest'
import { contactsOf, formatContact, parseContact, phoneOnlyEmail } from './contact.ts'

const read = (text: string) => {
  const result = parseContact(text, 'CI')
  return result.ok ? `${result.contact.kind} ${result.contact.value}` : result.error
}

describe('parseContact', () => {
  it.each([
    [' Awa@Exemple.CI ', 'email awa@exemple.ci'],
    ['07 07 12 34 56', 'phone +2250707123456'],
    ['+225 07 07 12 34 56', 'phone +2250707123456'],
    ['002250707123456', 'phone +2250707123456'],
    ['+216 20 123 456', 'phone +21620123456'],
    ['+33 6 12 34 56 78', 'phone +33612345678'],
  ])('reads %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['awa', 'account.contactInvalid'],
    ['awa@', 'account.contactInvalid'],
    ['2250707123456@phone.invalid', 'account.contactInvalid'],
    ['07 07 12', 'account.phoneInvalid'],
    ['+33 6 12', 'account.phoneInvalid'],
    ['+999 123456789', 'account.phoneInvalid'],
    ['27 20 30 40 50', 'account.phoneFixed'],
  ])('refuses %s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('contactsOf', () => {
  it('hides the stand-in address of an account by phone alone', () => {
    const account = { email: phoneOnlyEmail('+2250707123456'), phoneNumber: '+2250707123456' }
    expect(account.email).toBe('2250707123456@phone.invalid')
    expect(contactsOf(account)).toEqual([{ kind: 'phone', value: '+2250707123456' }])
    expect(contactsOf(account).map((one) => formatContact(one, 'CI'))).toEqual([
      '+225 07 07 12 34 56',
    ])
  })
})
