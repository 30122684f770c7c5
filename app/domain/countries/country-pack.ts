/** A name in the three languages of the product. */
export interface Names {
  fr: string
  en: string
  ar: string
}

export type PackLocale = keyof Names

/** ISO 3166-1 codes of the countries that have a pack. */
export const countryCodes = ['CI', 'TN', 'SN', 'MA'] as const
export type CountryCode = (typeof countryCodes)[number]

/** An ISO 3166-2 unit of the first level; `lat`/`lng` is a point to show it by, not its centroid. */
export interface AdminUnit {
  code: string
  names: Names
  lat: number
  lng: number
}

export const identifierReasons = ['empty', 'length', 'shape', 'year', 'check'] as const
export type IdentifierReason = (typeof identifierReasons)[number]
export type IdentifierResult = { ok: true; value: string } | { ok: false; reason: IdentifierReason }

/** A number by which the country's administration knows a company. */
export interface CompanyIdentifier {
  id: string
  label: Names
  hint: Names
  example: string
  /** The one spelling we store, or why the text cannot be such a number. */
  parse(text: string): IdentifierResult
  /** The part of a parsed value that names the legal entity (not its branch or tax regime): equal keys, same company. */
  entityKey(value: string): string
}

export const phoneReasons = [
  'empty',
  'characters',
  'otherCountry',
  'tooShort',
  'tooLong',
  'prefix',
  'oldNumber',
] as const
export type PhoneReason = (typeof phoneReasons)[number]
export type PhoneResult =
  | { ok: true; value: string; line: 'mobile' | 'fixed' }
  | { ok: false; reason: PhoneReason; help: Names; suggestion?: string }

export interface PhoneFormat {
  callingCode: string
  nationalDigits: number
  example: string
  /** Sizes of the digit groups in which the country writes a number. */
  groups: readonly number[]
}

export type OpportunityKind = 'job' | 'internship' | 'apprenticeship'

/** A legal form under which an opportunity may be offered. */
export interface ContractKind {
  id: string
  kind: OpportunityKind
  names: Names
  /** Longest duration in months set by law or programme, renewals included; absent where none or unsure. */
  maxMonths?: number
}

export type HolidayRule = { names: Names } & (
  | { on: 'date'; month: number; day: number }
  | { on: 'easter'; offset: number }
  | { on: 'hijri'; month: number; day: number }
)

export interface Holiday {
  /** ISO date. */
  date: string
  names: Names
  /** True for days set by sighting the moon: the authorities may move them by a day. */
  movable: boolean
}

export interface CountryPack {
  code: CountryCode
  names: Names
  currency: { code: string; minorDigits: number; names: Names }
  timeZone: string
  admin1: readonly AdminUnit[]
  admin1Label: Names
  identifiers: readonly CompanyIdentifier[]
  phone: PhoneFormat
  parsePhone(text: string): PhoneResult
  contractKinds: readonly ContractKind[]
  /** Gross monthly minimum wage outside agriculture, in minor units, for `weeklyHours`; true since `since`. */
  minimumWage: { amount: number; weeklyHours: number; since: string; label: Names }
  weeklyHours: number
  /** Age from which an employment contract is legal; apprenticeship may start earlier. */
  minimumWorkingAge: number
  employmentService: { name: string; names: Names; url: string }
  wageSubsidies: readonly { id: string; names: Names; fact: Names }[]
  holidays: readonly HolidayRule[]
  dataProtection: { law: Names; authority: string; authorityNames: Names; url: string }
  childProtection: { name: Names; phone: string }
}

/** The product's three languages in one short call, so that tables stay readable. */
export function names(fr: string, en: string, ar: string): Names {
  return { fr, en, ar }
}

/** One row of an admin-1 table. */
export function unit(
  code: string,
  fr: string,
  en: string,
  ar: string,
  lat: number,
  lng: number,
): AdminUnit {
  return { code, names: { fr, en, ar }, lat, lng }
}

/** Text with Arabic-Indic and Persian digits turned into 0-9, as people type on Arabic keyboards. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
}

/** Capital letters and digits only: identifiers are copied with every kind of separator. */
export function compactIdentifier(text: string): string {
  return westernDigits(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

const identifierTexts: Record<IdentifierReason, Names> = {
  empty: names('Indiquez le numéro.', 'Enter the number.', 'أدخل الرقم.'),
  length: names(
    'Ce numéro n’a pas la bonne longueur.',
    'This number does not have the right length.',
    'طول هذا الرقم غير صحيح.',
  ),
  shape: names(
    'Ce numéro n’a pas la forme attendue.',
    'This number does not have the expected form.',
    'صيغة هذا الرقم غير صحيحة.',
  ),
  year: names(
    'L’année dans ce numéro n’est pas possible.',
    'The year in this number is not possible.',
    'السنة الواردة في هذا الرقم غير ممكنة.',
  ),
  check: names(
    'La clé de contrôle ne correspond pas : vérifiez chaque caractère.',
    'The check character does not match: look at each character again.',
    'رمز التحقق غير مطابق: راجع كل حرف ورقم.',
  ),
}

/** What to tell the person who typed an identifier that was refused. */
export function identifierReasonText(reason: IdentifierReason): Names {
  return identifierTexts[reason]
}

/** Gregorian Easter Sunday as a UTC day number since 1970 (Meeus' method). */
function easterDay(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1) / 86_400_000
}

const hijriFormat = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** ISO dates of the Gregorian `year` by Hijri "month-day"; a day can fall twice in one year. */
function hijriDays(year: number): Map<string, string[]> {
  const days = new Map<string, string[]>()
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const parts = hijriFormat.formatToParts(at)
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
    const key = `${part('month')}-${part('day')}`
    days.set(key, [...(days.get(key) ?? []), new Date(at).toISOString().slice(0, 10)])
  }
  return days
}

/** The public holidays of one Gregorian year, by date. Islamic ones follow the Umm al-Qura calendar and are `movable`. */
export function publicHolidays(pack: Pick<CountryPack, 'holidays'>, year: number): Holiday[] {
  const hijri = pack.holidays.some((rule) => rule.on === 'hijri') ? hijriDays(year) : new Map()
  return pack.holidays
    .flatMap((rule): Holiday[] => {
      if (rule.on === 'hijri') {
        const dates: string[] = hijri.get(`${rule.month}-${rule.day}`) ?? []
        return dates.map((date) => ({ date, names: rule.names, movable: true }))
      }
      const at =
        rule.on === 'date'
          ? Date.UTC(year, rule.month - 1, rule.day)
          : (easterDay(year) + rule.offset) * 86_400_000
      return [{ date: new Date(at).toISOString().slice(0, 10), names: rule.names, movable: false }]
    })
    .sort((one, other) => one.date.localeCompare(other.date))
}
