import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'

/** How somebody is reached and signs in: an e-mail address in small letters, or a phone number in E.164. */
export interface Contact {
  readonly kind: 'email' | 'phone'
  readonly value: string
}

/** E-mail addresses end in this domain when somebody registered by phone alone; nothing is ever sent there. */
export const phoneOnlyDomain = 'phone.invalid'

/** The stand-in address of an account that has only a phone number (E.164). */
export function phoneOnlyEmail(phone: string): string {
  return `${phone.replace(/\D/g, '')}@${phoneOnlyDomain}`
}

/** What a form takes for a contact, before `parseContact` reads it. */
export const contactText = z
  .string('account.contactInvalid')
  .trim()
  .min(1, 'account.contactInvalid')
  .max(254)

/** Why a contact was refused: a message key. */
export type ContactRefusal =
  | 'account.contactInvalid'
  | 'account.phoneInvalid'
  | 'account.phoneFixed'

/**
 * Reads an e-mail address or a phone number as people type it. Numbers without a country code are of
 * the deployment's country; its landlines are refused, for they receive no SMS.
 */
export function parseContact(
  text: string,
  country: CountryCode,
): { ok: true; contact: Contact } | { ok: false; error: ContactRefusal } {
  const typed = text.trim()
  if (typed.includes('@')) {
    const email = z.email().max(254).safeParse(typed.toLowerCase())
    return email.success && !email.data.endsWith('.invalid')
      ? { ok: true, contact: { kind: 'email', value: email.data } }
      : { ok: false, error: 'account.contactInvalid' }
  }
  const local = countryPack(country).parsePhone(typed)
  if (local.ok) {
    return local.line === 'mobile'
      ? { ok: true, contact: { kind: 'phone', value: local.value } }
      : { ok: false, error: 'account.phoneFixed' }
  }
  if (local.reason === 'otherCountry') {
    const foreign = parsePhoneNumberFromString(typed.replace(/^00/, '+'), country)
    if (foreign?.isValid()) return { ok: true, contact: { kind: 'phone', value: foreign.number } }
  }
  return {
    ok: false,
    error: /\d/.test(typed) ? 'account.phoneInvalid' : 'account.contactInvalid',
  }
}

/** A contact as people read it: a phone number of the country in its usual groups. */
export function formatContact(contact: Contact, country: CountryCode): string {
  return contact.kind === 'phone'
    ? formatPhone(countryPack(country).phone, contact.value)
    : contact.value
}

/** How an account is reached: its e-mail address unless that is only a stand-in, and its phone. */
export function contactsOf(account: { email: string; phoneNumber: string | null }): Contact[] {
  const contacts: Contact[] = []
  if (!account.email.endsWith(`@${phoneOnlyDomain}`)) {
    contacts.push({ kind: 'email', value: account.email })
  }
  if (account.phoneNumber) contacts.push({ kind: 'phone', value: account.phoneNumber })
  return contacts
}
