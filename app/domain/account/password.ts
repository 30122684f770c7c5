import { z } from 'zod'
import type { Contact } from './contact.ts'

/** Length counts for more than symbols: ten characters, as long as one likes up to 128. */
export const newPassword = z
  .string('account.passwordShort')
  .min(10, 'account.passwordShort')
  .max(128)
  .refine((text) => new Set(text).size >= 4, 'account.passwordSimple')

/** A password typed to prove who one is. */
export const typedPassword = z
  .string('account.passwordMissing')
  .min(1, 'account.passwordMissing')
  .max(128)

/** True when the password is the contact itself, which is what others try first. */
export function repeatsContact(password: string, contact: Contact): boolean {
  const squeeze = (text: string) => text.toLowerCase().replace(/[\s+.-]/g, '')
  const secret = squeeze(password)
  const value = squeeze(contact.value)
  return contact.kind === 'email'
    ? secret === value || secret === value.split('@')[0]
    : value.endsWith(secret)
}

/** A one-time code of six digits; spaces and Arabic digits that came along are put right. */
export const oneTimeCode = z
  .string('account.codeShape')
  .max(40)
  .transform(plainDigits)
  .refine((text) => /^\d{6}$/.test(text), 'account.codeShape')

/** Six digits of an app, or a backup code (ten letters and digits in two halves). */
export const secondFactorCode = z
  .string('account.secondCodeShape')
  .max(40)
  .transform(plainDigits)
  .refine((text) => /^(\d{6}|[\dA-Za-z]{5}-?[\dA-Za-z]{5})$/.test(text), 'account.secondCodeShape')

function plainDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\s\u200e\u200f]/g, '')
}
