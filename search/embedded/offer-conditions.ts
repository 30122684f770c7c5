import {
  distanceValue,
  educationBetween,
  experienceBetween,
  languageValue,
  payValue,
  startValue,
  statedCount,
  states,
} from '../matching/conditions.ts'
import { EMPTY_OFFER, type PreparedNeed, type PreparedOffer } from '../matching/prepare.ts'
import {
  AVAILABLE,
  educationIn,
  FACTS,
  FLAGS,
  LANGUAGES,
  type OfferColumns,
  PAY,
  REMOTE,
} from './offer-columns.ts'
import type { Scratch } from './scratch.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * CONDITIONS of one need for profiles by slot: `conditionScore` to the last bit. Its terms are added
 * one after the other for all slots, each worked out once for every home, list of languages, level,
 * day and pay that differs.
 */
export class OfferConditions {
  readonly #columns: OfferColumns
  readonly #need: PreparedNeed
  readonly #count: number
  readonly #person: Writable<PreparedOffer> = { ...EMPTY_OFFER }
  readonly #byLanguages: Float64Array
  readonly #byHome: Float64Array
  readonly #byDay: Float64Array
  readonly #byPay: Float64Array

  constructor(columns: OfferColumns, need: PreparedNeed, scratch: Scratch) {
    this.#columns = columns
    this.#need = need
    this.#count = statedCount(need)
    const room = (kind: Parameters<typeof states>[1], size: number) =>
      states(need, kind) ? size : 0
    this.#byLanguages = scratch.unknowns('by languages', room('language', columns.languages.size))
    this.#byHome = scratch.unknowns('by home', room('distance', columns.homes.size))
    this.#byDay = scratch.unknowns('by day', room('start', columns.days.size))
    this.#byPay = scratch.unknowns('by pay', room('pay', columns.pays.size))
  }

  /** The score of each slot, into as many places of `into`. Not to be asked of a need that states none. */
  scores(slots: Int32Array, count: number, into: Float64Array): void {
    const need = this.#need
    into.fill(0, 0, count)
    if (states(need, 'language')) this.#addLanguages(slots, count, into)
    if (states(need, 'experience')) this.#addExperience(slots, count, into)
    if (states(need, 'education')) this.#addEducation(slots, count, into)
    if (states(need, 'distance')) this.#addDistance(slots, count, into)
    if (states(need, 'start')) {
      this.#addShared(slots, count, into, AVAILABLE, this.#byDay, (day) => {
        this.#person.availableDay = this.#columns.days.derived[day] ?? -Infinity
        return startValue(need, this.#person)
      })
    }
    if (states(need, 'pay')) {
      this.#addShared(slots, count, into, PAY, this.#byPay, (number) => {
        const pay = this.#columns.pays.derived[number]
        this.#person.monthlyPay = pay?.monthly ?? Number.NaN
        this.#person.currency = pay?.currency ?? -1
        return payValue(need, this.#person)
      })
    }
    for (let at = 0; at < count; at++) into[at] = (into[at] ?? 0) / this.#count
  }

  #addLanguages(slots: Int32Array, count: number, into: Float64Array): void {
    const useful = this.#need.usefulLanguages
    this.#addShared(slots, count, into, LANGUAGES, this.#byLanguages, (list) => {
      this.#person.languages = this.#columns.languages.derived[list] ?? []
      let sum = 0
      for (const asked of useful) sum += languageValue(this.#person, asked)
      return sum / useful.length
    })
  }

  #addExperience(slots: Int32Array, count: number, into: Float64Array): void {
    const { months } = this.#columns
    const asked = this.#need.months
    for (let at = 0; at < count; at++) {
      into[at] = (into[at] ?? 0) + experienceBetween(asked, months[slots[at] ?? 0] ?? 0)
    }
  }

  #addEducation(slots: Int32Array, count: number, into: Float64Array): void {
    const { facts } = this.#columns
    const asked = this.#need.education
    const byLevel = Float64Array.from({ length: 33 }, (_, at) => educationBetween(asked, at - 1))
    for (let at = 0; at < count; at++) {
      const flags = facts[(slots[at] ?? 0) * FACTS + FLAGS] ?? 0
      into[at] = (into[at] ?? 0) + (byLevel[educationIn(flags) + 1] ?? 0)
    }
  }

  #addDistance(slots: Int32Array, count: number, into: Float64Array): void {
    const { facts, home, homes } = this.#columns
    const need = this.#need
    const person = this.#person
    const byHome = this.#byHome
    person.remote = false
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      const number = home[slot] ?? 0
      let value = byHome[number] ?? Number.NaN
      if (need.remote && ((facts[slot * FACTS + FLAGS] ?? 0) & REMOTE) !== 0) {
        value = 1
      } else if (Number.isNaN(value)) {
        const found = homes.derived[number]
        person.point = found?.point ?? null
        person.radiusKm = found?.radiusKm ?? Number.NaN
        value = distanceValue(need, person)
        byHome[number] = value
      }
      into[at] = (into[at] ?? 0) + value
    }
  }

  /** Adds what `valueFor` gives for a fact that many profiles share. */
  #addShared(
    slots: Int32Array,
    count: number,
    into: Float64Array,
    fact: number,
    known: Float64Array,
    valueFor: (number: number) => number,
  ): void {
    const { facts } = this.#columns
    for (let at = 0; at < count; at++) {
      const number = facts[(slots[at] ?? 0) * FACTS + fact] ?? 0
      let value = known[number] ?? Number.NaN
      if (Number.isNaN(value)) {
        value = valueFor(number)
        known[number] = value
      }
      into[at] = (into[at] ?? 0) + value
    }
  }
}
