import type { CallReason, PeopleReason } from '#app/domain/calls/reasons.ts'
import type { TodaysCall } from '#app/domain/calls/todays-calls.server.ts'
import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { formatDay, formatKm, formatList, formatNumber, isolate } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'

interface Saying {
  readonly reference: Reference
  readonly locale: Locale
  readonly t: Translate
  /** Today, `YYYY-MM-DD`: a promise may be late. */
  readonly today: string
}

/** What to say first in the call: which people are near. */
export function sayPeople(reason: PeopleReason, { reference, locale, t }: Saying): string {
  const { people, proven } = reason
  const values = {
    distance: formatKm(locale, reason.km),
    place: isolate(reference.place(reason.placeId)?.names[locale] ?? ''),
    work: formatList(
      locale,
      reason.occupations.map((uri) => isolate(reference.label(uri, locale))),
    ),
  }
  const sentence =
    people === null
      ? t('calls.few', values)
      : t(reason.family ? 'calls.family' : 'calls.people', { count: people, ...values })
  if (proven === null) return t('calls.proven.none', { sentence })
  return proven === 'all' || proven === 'most'
    ? t(`calls.proven.${proven}`, { sentence })
    : t('calls.proven.some', { sentence, proven: formatNumber(locale, proven) })
}

/** A reason other than people, in a few words. */
export function sayReason(
  reason: Exclude<CallReason, PeopleReason>,
  { reference, locale, t, today }: Saying,
): string {
  switch (reason.code) {
    case 'commitment': {
      const late = reason.dueOn < today
      return t(late ? 'calls.reasons.commitmentLate' : 'calls.reasons.commitment', {
        day: formatDay(locale, reason.dueOn),
        kind: t(`calls.promised.${reason.kind}`),
        quantity: formatNumber(locale, reason.quantity),
      })
    }
    case 'intention': {
      const [year = '', quarter = ''] = reason.quarter.split('-Q')
      return t('calls.reasons.intention', {
        quarter: t('map.filters.quarter', { quarter, year }),
        work: isolate(reference.label(reason.occupation, locale)),
        posts: formatNumber(locale, reason.posts),
      })
    }
    case 'answers':
      return t('calls.reasons.answers', {
        replies: formatNumber(locale, reason.replies),
        contacts: formatNumber(locale, reason.contacts),
      })
    case 'contact':
      return reason.last === null
        ? t('calls.reasons.never')
        : t('calls.reasons.last', { day: formatDay(locale, reason.last) })
    case 'size':
      return t('calls.reasons.size', { staff: formatNumber(locale, reason.staff) })
    case 'opening':
    case 'drawn':
      return t(`calls.reasons.${reason.code}`)
  }
}

/** A number to call, and whose it is. */
export interface CallNumber {
  readonly href: string
  readonly text: string
  /** The person's name and position; null for the firm's own number. */
  readonly of: string | null
}

/** A firm on the list as pages show it. */
export function shownCall(row: TodaysCall, country: string, saying: Saying) {
  const { reference, locale, t } = saying
  const people = row.reasons.find((one) => one.code === 'people')
  const place = people ? reference.place(people.placeId) : null
  const numberOf = (phone: string, of: string | null): CallNumber => ({
    href: `tel:${phone}`,
    text: hasCountryPack(country) ? formatPhone(countryPack(country).phone, phone) : phone,
    of,
  })
  return {
    id: row.company_id,
    day: row.on_day,
    name: row.trade_name ?? row.legal_name,
    sector: row.sector ? reference.sectorName(row.sector, locale) : null,
    size: row.size_band ? t(`company.sizeBands.${row.size_band}`) : null,
    place: place?.names[locale] ?? null,
    /** Where that place is: longitude, latitude. */
    point: place ? ([place.lng, place.lat] as const) : null,
    argument: people ? sayPeople(people, saying) : t('calls.noArgument'),
    reasons: row.reasons
      .filter((one) => one.code !== 'people')
      .map((one) => sayReason(one, saying)),
    numbers: [
      ...(row.phone ? [numberOf(row.phone, null)] : []),
      ...row.contacts.flatMap((one) =>
        one.phone ? [numberOf(one.phone, [one.name, one.position].filter(Boolean).join(', '))] : [],
      ),
    ],
    status: row.status,
    decision: decisionOf(row, saying),
    hasTask: row.task_id !== null,
  }
}

export type ShownCall = ReturnType<typeof shownCall>

/** What was decided and until when, in words; null while the firm is to be called. */
function decisionOf(row: TodaysCall, { locale, t }: Saying) {
  const until = row.until_day ? formatDay(locale, row.until_day) : ''
  switch (row.status) {
    case 'open':
      return null
    case 'done':
      return {
        text: row.outcome
          ? t('calls.done', { outcome: t(`relation.outcomes.${row.outcome}`) })
          : t('calls.doneOnly'),
        note: null,
      }
    case 'snoozed':
      return { text: t('calls.snoozed', { day: until }), note: null }
    case 'unsuitable':
      return {
        text: t('calls.unsuitable', { why: row.why ? t(`calls.why.${row.why}`) : '' }),
        note: t('calls.until', { day: until }),
      }
  }
}
