import type { Locale } from './locales.ts'

/** The tag by which `Intl` formats for readers of a language: Maghreb and West African Arabic use 0-9. */
export const formatTag: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-u-nu-latn' }

const cache = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
function cached<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  let format = cache.get(key) as T | undefined
  if (!format) {
    format = make()
    cache.set(key, format)
  }
  return format
}

const days = new Map<string, string>()

/** A day (`YYYY-MM-DD`) or the UTC day of an instant: "12 mars 2026". */
export function formatDay(locale: Locale, day: string): string {
  // Lists say the same few days again and again, and a long date takes Intl a while.
  const key = `${locale} ${day.slice(0, 10)}`
  const known = days.get(key)
  if (known !== undefined) return known
  const text = cached(
    `day ${locale}`,
    () => new Intl.DateTimeFormat(formatTag[locale], { dateStyle: 'long', timeZone: 'UTC' }),
  ).format(new Date(day))
  if (days.size >= 5000) days.clear()
  days.set(key, text)
  return text
}

/** An instant with its time in a time zone (UTC unless told): "12 mars 2026 à 14:05". */
export function formatInstant(locale: Locale, instant: string, timeZone = 'UTC'): string {
  return cached(
    `instant ${locale} ${timeZone}`,
    () =>
      new Intl.DateTimeFormat(formatTag[locale], {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone,
      }),
  ).format(new Date(instant))
}

const numbers = new Map<string, string>()

/** A whole or decimal number, at most one decimal. */
export function formatNumber(locale: Locale, value: number): string {
  // Filters say the same small figures again and again.
  const key = `${locale} ${value}`
  const known = numbers.get(key)
  if (known !== undefined) return known
  const text = cached(
    `number ${locale}`,
    () => new Intl.NumberFormat(formatTag[locale], { maximumFractionDigits: 1 }),
  ).format(value)
  if (numbers.size >= 5000) numbers.clear()
  numbers.set(key, text)
  return text
}

/** A share from 0 to 1 as a whole percentage. */
export function formatPercent(locale: Locale, share: number): string {
  return cached(
    `percent ${locale}`,
    () => new Intl.NumberFormat(formatTag[locale], { style: 'percent' }),
  ).format(share)
}

/** Money from integer minor units and its ISO 4217 code. */
export function formatMoney(locale: Locale, minor: number, currency: string): string {
  const format = cached(
    `money ${locale} ${currency}`,
    () =>
      new Intl.NumberFormat(formatTag[locale], {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      }),
  ) as Intl.NumberFormat
  return format.format(minor / 10 ** minorDigits(currency))
}

const digits = new Map<string, number>()

/** Digits after the point of a currency (ISO 4217): none of the CFA franc, three of the Tunisian dinar. */
function minorDigits(currency: string): number {
  let known = digits.get(currency)
  if (known === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    known = format.resolvedOptions().maximumFractionDigits ?? 2
    digits.set(currency, known)
  }
  return known
}

/** A distance in whole kilometres. */
export function formatKm(locale: Locale, km: number): string {
  return cached(
    `km ${locale}`,
    () =>
      new Intl.NumberFormat(formatTag[locale], {
        style: 'unit',
        unit: 'kilometer',
        maximumFractionDigits: 0,
      }),
  ).format(km)
}

/** A list of words joined as the language joins them: "a, b et c". */
export function formatList(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(formatTag[locale]).format(words)
}

/** Parts of one thing, from the smallest to the largest, each told once: "Yopougon, Abidjan". */
export function formatParts(locale: Locale, parts: readonly (string | null | undefined)[]): string {
  const told = [...new Set(parts.filter(Boolean))]
  return told.join(locale === 'ar' ? '، ' : ', ')
}

/** Text that runs its own way inside a sentence of another direction. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** How long something took, from its milliseconds: "3,2 s", from two minutes on "4 min". */
export function formatDuration(locale: Locale, ms: number): string {
  const unit = ms < 120_000 ? 'second' : 'minute'
  const value = ms / (unit === 'second' ? 1000 : 60_000)
  return cached(
    `duration ${locale} ${unit}`,
    () =>
      new Intl.NumberFormat(formatTag[locale], {
        style: 'unit',
        unit,
        maximumFractionDigits: unit === 'second' ? 1 : 0,
      }),
  ).format(value)
}
