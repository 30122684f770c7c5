import { educationName, isEducationLevel } from '#app/domain/education.ts'
import { cefrLevels, cefrNames, languageName } from '#app/domain/languages.ts'
import type { Line, Value } from '#app/domain/match/line.ts'
import { formatDay, formatKm, formatList, formatMoney, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { type Translate, translateKey } from '#app/i18n/translate.ts'
import type { PayPeriod } from '#search/documents/common.ts'

/** A language to say things in, and the words of the taxonomy. */
export interface Wording {
  readonly t: Translate
  readonly locale: Locale
  /** The words for an occupation or a skill. */
  label(uri: string): string
}

/** The sentence for a line. */
export function say(line: Line, wording: Wording): string {
  const values = Object.entries(line.values).map(([name, value]) => [
    name,
    sayValue(value, wording),
  ])
  // The plural follows what is held or near: "1 essential skill of 5".
  const counted = line.values.held ?? line.values.near
  const count = counted && 'number' in counted ? { count: counted.number } : {}
  const sentence = translateKey(wording.t, `match.${line.key}`, {
    ...Object.fromEntries(values),
    ...count,
  })
  // Names of languages and skills are written small, and often come first.
  return capitalised(sentence, wording.locale)
}

/** The words for a concept where they stand alone. */
export function named(uri: string, { label, locale }: Wording): string {
  return capitalised(label(uri), locale)
}

/** The text with a great first letter, inside quotes too: the taxonomy writes all its words small. */
export function capitalised(text: string, locale: Locale): string {
  return text.replace(/^([«“]\s?)?(.)/u, (first) => first.toLocaleUpperCase(locale))
}

function sayValue(value: Value, { t, locale, label }: Wording): string {
  if ('concept' in value) return label(value.concept)
  if ('language' in value) return languageName(value.language, locale)
  if ('cefr' in value) return sayLevel(value.cefr, locale)
  if ('education' in value) {
    return isEducationLevel(value.education) ? educationName(value.education, locale) : ''
  }
  if ('months' in value) return sayMonths(value.months, t, locale)
  if ('km' in value) return formatKm(locale, Math.round(value.km))
  if ('day' in value) return formatDay(locale, value.day)
  if ('licence' in value) {
    return value.licence === 'forklift' ? t('match.forklift') : value.licence
  }
  if ('pay' in value) return sayPay(value.pay, t, locale)
  return formatNumber(locale, value.number)
}

/** `B2`; a first language by its name. */
export function sayLevel(level: number, locale: Locale): string {
  const name = cefrLevels[level - 1] ?? 'A1'
  return name === 'native' ? cefrNames.native[locale].toLowerCase() : name
}

/** A duration in years and months: "2 years and 6 months". */
export function sayMonths(months: number, t: Translate, locale: Locale): string {
  const years = Math.floor(months / 12)
  const rest = Math.round(months - 12 * years)
  const parts = [
    ...(years > 0 ? [t('common.years', { count: years })] : []),
    ...(rest > 0 || years === 0 ? [t('common.months', { count: rest })] : []),
  ]
  return formatList(locale, parts)
}

interface Amounts {
  readonly min: number
  readonly max: number
  readonly currency: string
  readonly period: PayPeriod
}

/** "150 000 to 200 000 F CFA a month". */
export function sayPay(pay: Amounts, t: Translate, locale: Locale): string {
  const min = formatMoney(locale, pay.min, pay.currency)
  const amount =
    pay.max > pay.min
      ? t('match.pay.range', { min, max: formatMoney(locale, pay.max, pay.currency) })
      : min
  return t(`match.pay.${pay.period}`, { amount })
}
