import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { website as websiteSchema } from '#app/domain/company/company.ts'
import { type CountryPack, westernDigits } from '#app/domain/countries/country-pack.ts'
import type { ProblemReason } from './import.ts'

/** A number of a cell, in E.164, or why it is none; `mended` says what had to be put right. */
export type ReadPhone =
  | { readonly ok: true; readonly value: string; readonly mended?: 'phoneOld' | 'phoneZero' }
  | { readonly ok: false; readonly reason: ProblemReason; readonly detail?: number }

/** Where one number ends and the next begins. */
const between = /\s*(?:[/;,|\n]|\bou\b|\bet\b|\bor\b|\band\b|\s-\s|\s&\s|(?<=\d{8})-(?=\d{8}))\s*/i
const label =
  /^[\s:.]*(?:t[ée]l(?:[ée]phone|\.)?|cel(?:lulaire|l|\.)?|fixe|mob(?:ile|\.)?|portable|gsm|whats\s?app|wa|bur(?:eau|\.)?|std|standard|phone|هاتف|الهاتف|جوال)?[\s:.°]*/i

/** The numbers of a cell, in their order. */
export function readPhones(text: string, pack: CountryPack): ReadPhone[] {
  const western = westernDigits(text)
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(western.trim()))
    return [{ ok: false, reason: 'phoneScientific' }]
  return phoneParts(western).map((part) => readPhone(part, pack))
}

function phoneParts(text: string): string[] {
  const parts = text.split(between).filter((part) => /\d/.test(part))
  // "07 07 12/34 56" is one number whose groups somebody parted so.
  const digits = parts.map((part) => part.replace(/\D/g, '').length)
  if (parts.length > 1 && digits.some((count) => count < 7)) return [text]
  return parts.length > 0 ? parts : [text]
}

function readPhone(part: string, pack: CountryPack): ReadPhone {
  const bare = part
    .replace(label, '')
    .replace(/^\(\+?(\d{1,3})\)/, '+$1')
    .replace(/\s*\([^)\d]*\)\s*$/, '')
    .trim()
  const local = pack.parsePhone(bare)
  if (local.ok) return { ok: true, value: local.value }
  const { nationalDigits, callingCode } = pack.phone
  switch (local.reason) {
    case 'oldNumber':
      return local.suggestion
        ? { ok: true, value: local.suggestion, mended: 'phoneOld' }
        : { ok: false, reason: 'phoneLength', detail: nationalDigits }
    case 'otherCountry': {
      const foreign = parsePhoneNumberFromString(bare.replace(/^00/, '+'), pack.code)
      return foreign?.isValid()
        ? { ok: true, value: foreign.number }
        : { ok: false, reason: 'phoneAbroad' }
    }
    case 'tooShort': {
      // A spreadsheet program takes 0707123456 for the number 707123456.
      const digits = bare.replace(/\D/g, '')
      const zero = digits.length === nationalDigits - 1 ? pack.parsePhone(`0${digits}`) : null
      if (zero?.ok) return { ok: true, value: zero.value, mended: 'phoneZero' }
      return { ok: false, reason: 'phoneLength', detail: nationalDigits }
    }
    case 'tooLong': {
      // The calling code twice, or with zeros before it.
      const digits = bare
        .replace(/\D/g, '')
        .replace(new RegExp(`^0*(${callingCode})+`), callingCode)
      const inner = digits.startsWith(callingCode) ? pack.parsePhone(`+${digits}`) : null
      if (inner?.ok) return { ok: true, value: inner.value }
      return { ok: false, reason: 'phoneLength', detail: nationalDigits }
    }
    case 'prefix':
      return { ok: false, reason: 'phonePrefix' }
    default:
      return { ok: false, reason: 'phoneCharacters' }
  }
}

const emailSchema = z.email().max(254)

/** The addresses of a cell that are well formed, in small letters, and how many texts there were. */
export function readEmails(text: string): { emails: string[]; of: number } {
  const whole = text.trim()
  const parts = whole
    .split(/\s*[;,/|\n]\s*|\s+(?:ou|et|or|and)\s+|(?<=@\S+\.\S+)\s+(?=\S+@)/i)
    .map((part) =>
      part
        .replace(/^mailto:/i, '')
        .replace(/^<|>$/g, '')
        .replace(/[.,]+$/, '')
        .trim(),
    )
    .filter(Boolean)
  const emails = parts
    .map((part) => part.toLowerCase())
    .filter((one) => emailSchema.safeParse(one).success)
  return { emails, of: parts.length }
}

/** The web address of a cell with its scheme; null for what is none. */
export function readWebsite(text: string): string | null {
  const typed = text
    .trim()
    .replace(/^https?\s*[:;]\s*\/*/i, (scheme) => (/^https/i.test(scheme) ? 'https://' : 'http://'))
  const parsed = websiteSchema.safeParse(typed)
  return parsed.success ? parsed.data : null
}
