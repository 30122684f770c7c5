import {
  distanceValue,
  educationValue,
  experienceValue,
  languageValue,
  payValue,
  startValue,
} from '../matching/conditions.ts'
import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'
import {
  educationIn,
  FACTS,
  FLAGS,
  LANGUAGES,
  type NeedColumns,
  NOTHING,
  PAY,
  PLACE,
  REMOTE,
  START,
} from './need-columns.ts'
import type { Scratch } from './scratch.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * CONDITIONS of needs by slot for one offer: `conditionScore` to the last bit, its terms worked out
 * once for each place, list of languages, day and pay that differs. NaN where a need states none.
 */
export function needConditions(
  columns: NeedColumns,
  offer: PreparedOffer,
  scratch: Scratch,
): (slot: number) => number {
  const { facts, months, places, languages, starts, pays } = columns
  const need: Writable<PreparedNeed> = { ...NOTHING }
  const byLanguages = scratch.unknowns('by languages', languages.size)
  const byPlace = scratch.unknowns('by home', places.size)
  const byStart = scratch.unknowns('by day', starts.size)
  const byPay = scratch.unknowns('by pay', pays.size)
  const ofLanguages = (list: number, useful: readonly number[]) => {
    let sum = 0
    for (const asked of useful) sum += languageValue(offer, asked)
    byLanguages[list] = sum / useful.length
    return byLanguages[list] ?? 0
  }
  const ofPlace = (place: number) => {
    need.remote = false
    need.point = places.derived[place]?.point ?? null
    byPlace[place] = distanceValue(need, offer)
    return byPlace[place] ?? 0
  }
  const ofStart = (start: number) => {
    need.startDay = starts.derived[start] ?? Number.NaN
    byStart[start] = startValue(need, offer)
    return byStart[start] ?? 0
  }
  const ofPay = (pay: number) => {
    need.monthlyPay = pays.derived[pay]?.monthly ?? Number.NaN
    need.currency = pays.derived[pay]?.currency ?? -1
    byPay[pay] = payValue(need, offer)
    return byPay[pay] ?? 0
  }
  return (slot) => {
    const at = slot * FACTS
    let sum = 0
    let count = 0
    const list = facts[at + LANGUAGES] ?? 0
    const useful = languages.derived[list]?.useful
    if (useful && useful.length > 0) {
      const value = byLanguages[list] ?? Number.NaN
      sum += Number.isNaN(value) ? ofLanguages(list, useful) : value
      count++
    }
    need.months = months[slot] ?? 0
    if (need.months > 0) {
      sum += experienceValue(need, offer)
      count++
    }
    need.education = educationIn(facts[at + FLAGS] ?? 0)
    if (need.education > 0) {
      sum += educationValue(need, offer)
      count++
    }
    const place = facts[at + PLACE] ?? 0
    if (places.derived[place]?.point) {
      const value = byPlace[place] ?? Number.NaN
      if (offer.remote && ((facts[at + FLAGS] ?? 0) & REMOTE) !== 0) sum += 1
      else sum += Number.isNaN(value) ? ofPlace(place) : value
      count++
    }
    const start = facts[at + START] ?? 0
    if (!Number.isNaN(starts.derived[start] ?? Number.NaN)) {
      const value = byStart[start] ?? Number.NaN
      sum += Number.isNaN(value) ? ofStart(start) : value
      count++
    }
    const pay = facts[at + PAY] ?? 0
    if ((pays.derived[pay]?.monthly ?? 0) > 0) {
      const value = byPay[pay] ?? Number.NaN
      sum += Number.isNaN(value) ? ofPay(pay) : value
      count++
    }
    return count === 0 ? Number.NaN : sum / count
  }
}
