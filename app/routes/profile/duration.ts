import { formatList } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** A duration in words: "2 ans et 3 mois". */
export function duration(t: Translate, locale: Locale, months: number): string {
  const years = Math.floor(months / 12)
  const rest = months % 12
  const words = [
    years > 0 ? t('common.years', { count: years }) : '',
    rest > 0 || years === 0 ? t('common.months', { count: rest }) : '',
  ]
  return formatList(locale, words.filter(Boolean))
}
