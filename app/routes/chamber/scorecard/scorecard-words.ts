import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import type { Rate, ToldPeople } from '#app/domain/scorecard/rates.ts'
import type { TargetProgress } from '#app/domain/scorecard/read-scorecard.server.ts'
import { formatDay, formatList, formatNumber, formatPercent } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'

interface Saying {
  readonly locale: Locale
  readonly t: Translate
}

/** A share in words, with its counts and its interval, as far as they may be told. */
export function sayRate(rate: Rate, { locale, t }: Saying): string {
  const number = (value: number) => formatNumber(locale, value)
  const percent = (value: number) => formatPercent(locale, value)
  switch (rate.kind) {
    case 'none':
      return t('scorecard.none')
    case 'counts':
      return rate.part === null || rate.of === null
        ? t('scorecard.tooFewPeople')
        : t('scorecard.tooFew', { part: number(rate.part), of: number(rate.of) })
    case 'rate':
      return t('scorecard.rate', {
        share: percent(rate.share),
        part: number(rate.part),
        of: number(rate.of),
        low: percent(rate.low),
        high: percent(rate.high),
      })
    case 'few':
      return t('scorecard.fewOf', { of: number(rate.of) })
  }
}

/** A number of people in words. */
export function sayPeopleCount(count: ToldPeople, { locale, t }: Saying): string {
  return count === 'few' ? t('scorecard.few') : formatNumber(locale, count)
}

/** A quarter or year in words. */
export function sayTime(time: string, { t }: Saying): string {
  const [year = '', quarter] = time.split('-Q')
  return quarter ? t('scorecard.quarter', { quarter, year }) : year
}

interface Words extends Saying {
  readonly country: string
  sectorName(code: string, locale: Locale): string
}

/** The name of a unit (ISO 3166-2) of a country. */
export function unitName(country: string, code: string, locale: Locale): string {
  if (!hasCountryPack(country)) return code
  return countryPack(country).admin1.find((unit) => unit.code === code)?.names[locale] ?? code
}

/** A target with how far it has come, as pages show it. */
export function shownTarget(target: TargetProgress, words: Words) {
  const { locale, t } = words
  const { reached } = target
  const where = [
    target.admin1 ? unitName(words.country, target.admin1, locale) : null,
    target.sector ? words.sectorName(target.sector, locale) : null,
  ].filter((one) => one !== null)
  const values = {
    reached: sayPeopleCount(reached, words),
    value: formatNumber(locale, target.value),
  }
  const day = formatDay(locale, target.setOn)
  return {
    id: target.id,
    measure: t(`scorecard.targets.measures.${target.measure}`),
    where: where.length > 0 ? formatList(locale, where) : t('scorecard.targets.everywhere'),
    value: values.value,
    progress:
      reached === 'few'
        ? t('scorecard.targets.reachedFew', values)
        : t('scorecard.targets.reachedOf', {
            ...values,
            share: formatPercent(locale, reached / target.value),
          }),
    setOn: t('scorecard.targets.setOn', { day }),
    late: target.late,
  }
}

export type ShownTarget = ReturnType<typeof shownTarget>
