import {
  distanceValue,
  educationValue,
  experienceValue,
  languageValue,
  payValue,
  startValue,
  statedCount,
  states,
} from '../matching/conditions.ts'
import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'
import {
  AVAILABLE,
  educationIn,
  FACTS,
  FLAGS,
  HOME,
  LANGUAGES,
  type OfferColumns,
  PAY,
  REMOTE,
} from './offer-columns.ts'
import type { Scratch } from './scratch.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const NOBODY: PreparedOffer = {
  active: true,
  country: -1,
  kinds: [],
  contracts: [],
  licences: [],
  blocked: [],
  languages: [],
  education: -1,
  months: 0,
  point: null,
  radiusKm: Number.NaN,
  reach: Number.NaN,
  relocate: false,
  remote: false,
  availableDay: -Infinity,
  monthlyPay: Number.NaN,
  currency: -1,
  skills: [],
  factors: [],
  declared: [],
  declaredIsco: [],
  inferred: { occupations: [], probabilities: [] },
  field: null,
}

/**
 * CONDITIONS of one need for profiles by slot: `conditionScore` to the last bit, its terms worked
 * out once for each home, list of languages, level, day and pay that differs. NaN when the need
 * states none.
 */
export function offerConditions(
  columns: OfferColumns,
  need: PreparedNeed,
  scratch: Scratch,
): (slot: number) => number {
  const { facts, months, homes, languages, days, pays } = columns
  const person: Writable<PreparedOffer> = { ...NOBODY }
  const useful = need.usefulLanguages
  const asksLanguage = states(need, 'language')
  const asksExperience = states(need, 'experience')
  const asksEducation = states(need, 'education')
  const asksDistance = states(need, 'distance')
  const asksStart = states(need, 'start')
  const asksPay = states(need, 'pay')
  const count = statedCount(need)
  if (count === 0) return () => Number.NaN

  const byLanguages = scratch.unknowns('by languages', asksLanguage ? languages.size : 0)
  const byHome = scratch.unknowns('by home', asksDistance ? homes.size : 0)
  const byDay = scratch.unknowns('by day', asksStart ? days.size : 0)
  const byPay = scratch.unknowns('by pay', asksPay ? pays.size : 0)
  const byEducation = Float64Array.from({ length: 33 }, (_, at) => {
    person.education = at - 1
    return educationValue(need, person)
  })
  const ofLanguages = (list: number) => {
    person.languages = languages.derived[list] ?? []
    let sum = 0
    for (const asked of useful) sum += languageValue(person, asked)
    byLanguages[list] = sum / useful.length
    return byLanguages[list] ?? 0
  }
  const ofHome = (home: number) => {
    person.remote = false
    person.point = homes.derived[home]?.point ?? null
    person.radiusKm = homes.derived[home]?.radiusKm ?? Number.NaN
    byHome[home] = distanceValue(need, person)
    return byHome[home] ?? 0
  }
  const ofDay = (day: number) => {
    person.availableDay = days.derived[day] ?? -Infinity
    byDay[day] = startValue(need, person)
    return byDay[day] ?? 0
  }
  const ofPay = (pay: number) => {
    person.monthlyPay = pays.derived[pay]?.monthly ?? Number.NaN
    person.currency = pays.derived[pay]?.currency ?? -1
    byPay[pay] = payValue(need, person)
    return byPay[pay] ?? 0
  }
  return (slot) => {
    const at = slot * FACTS
    let sum = 0
    let value = 0
    if (asksLanguage) {
      const list = facts[at + LANGUAGES] ?? 0
      value = byLanguages[list] ?? Number.NaN
      sum += Number.isNaN(value) ? ofLanguages(list) : value
    }
    if (asksExperience) {
      person.months = months[slot] ?? 0
      sum += experienceValue(need, person)
    }
    if (asksEducation) sum += byEducation[educationIn(facts[at + FLAGS] ?? 0) + 1] ?? 0
    if (asksDistance) {
      if (need.remote && ((facts[at + FLAGS] ?? 0) & REMOTE) !== 0) {
        sum += 1
      } else {
        const home = facts[at + HOME] ?? 0
        value = byHome[home] ?? Number.NaN
        sum += Number.isNaN(value) ? ofHome(home) : value
      }
    }
    if (asksStart) {
      const day = facts[at + AVAILABLE] ?? 0
      value = byDay[day] ?? Number.NaN
      sum += Number.isNaN(value) ? ofDay(day) : value
    }
    if (asksPay) {
      const pay = facts[at + PAY] ?? 0
      value = byPay[pay] ?? Number.NaN
      sum += Number.isNaN(value) ? ofPay(pay) : value
    }
    return sum / count
  }
}
