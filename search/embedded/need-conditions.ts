import {
  distanceValue,
  educationBetween,
  experienceBetween,
  languageValue,
  payValue,
  startValue,
} from '../matching/conditions.ts'
import { EMPTY_NEED, type PreparedNeed, type PreparedOffer } from '../matching/prepare.ts'
import {
  educationIn,
  FACTS,
  FLAGS,
  LANGUAGES,
  type NeedColumns,
  PAY,
  PLACE,
  REMOTE,
  START,
} from './need-columns.ts'
import type { Scratch } from './scratch.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** In a table of what conditions are worth: stands for one that is not stated. */
const UNSTATED = -1

/**
 * CONDITIONS of needs by slot for one offer: `conditionScore` to the last bit, its terms worked out
 * once for each place, list of languages, day and pay that differs.
 */
export class NeedConditions {
  readonly #columns: NeedColumns
  readonly #offer: PreparedOffer
  readonly #need: Writable<PreparedNeed> = { ...EMPTY_NEED }
  readonly #byLanguages: Float64Array
  readonly #byPlace: Float64Array
  readonly #byStart: Float64Array
  readonly #byPay: Float64Array

  constructor(columns: NeedColumns, offer: PreparedOffer, scratch: Scratch) {
    this.#columns = columns
    this.#offer = offer
    this.#byLanguages = scratch.unknowns('by languages', columns.languages.size)
    this.#byPlace = scratch.unknowns('by home', columns.places.size)
    this.#byStart = scratch.unknowns('by day', columns.starts.size)
    this.#byPay = scratch.unknowns('by pay', columns.pays.size)
  }

  /** The score of each slot, into as many places of `into`; 0 where a need states nothing. */
  scores(slots: Int32Array, count: number, into: Float64Array): void {
    const { facts, months } = this.#columns
    const offer = this.#offer
    for (let index = 0; index < count; index++) {
      const slot = slots[index] ?? 0
      const at = slot * FACTS
      const flags = facts[at + FLAGS] ?? 0
      let sum = 0
      let stated = 0
      let value = this.#ofLanguages(facts[at + LANGUAGES] ?? 0)
      if (value !== UNSTATED) {
        sum += value
        stated++
      }
      const asked = months[slot] ?? 0
      if (asked > 0) {
        sum += experienceBetween(asked, offer.months)
        stated++
      }
      const level = educationIn(flags)
      if (level > 0) {
        sum += educationBetween(level, offer.education)
        stated++
      }
      value = this.#ofPlace(facts[at + PLACE] ?? 0)
      if (value !== UNSTATED) {
        sum += offer.remote && (flags & REMOTE) !== 0 ? 1 : value
        stated++
      }
      value = this.#ofStart(facts[at + START] ?? 0)
      if (value !== UNSTATED) {
        sum += value
        stated++
      }
      value = this.#ofPay(facts[at + PAY] ?? 0)
      if (value !== UNSTATED) {
        sum += value
        stated++
      }
      into[index] = stated === 0 ? 0 : sum / stated
    }
  }

  #ofLanguages(list: number): number {
    const known = this.#byLanguages[list] ?? Number.NaN
    if (!Number.isNaN(known)) return known
    const useful = this.#columns.languages.derived[list]?.useful ?? []
    let sum = 0
    for (const asked of useful) sum += languageValue(this.#offer, asked)
    const value = useful.length === 0 ? UNSTATED : sum / useful.length
    this.#byLanguages[list] = value
    return value
  }

  #ofPlace(place: number): number {
    const known = this.#byPlace[place] ?? Number.NaN
    if (!Number.isNaN(known)) return known
    const need = this.#need
    need.point = this.#columns.places.derived[place]?.point ?? null
    const value = need.point ? distanceValue(need, this.#offer) : UNSTATED
    this.#byPlace[place] = value
    return value
  }

  #ofStart(start: number): number {
    const known = this.#byStart[start] ?? Number.NaN
    if (!Number.isNaN(known)) return known
    const need = this.#need
    need.startDay = this.#columns.starts.derived[start] ?? Number.NaN
    const value = Number.isNaN(need.startDay) ? UNSTATED : startValue(need, this.#offer)
    this.#byStart[start] = value
    return value
  }

  #ofPay(pay: number): number {
    const known = this.#byPay[pay] ?? Number.NaN
    if (!Number.isNaN(known)) return known
    const need = this.#need
    const stated = this.#columns.pays.derived[pay]
    need.monthlyPay = stated?.monthly ?? Number.NaN
    need.currency = stated?.currency ?? -1
    const value = need.monthlyPay > 0 ? payValue(need, this.#offer) : UNSTATED
    this.#byPay[pay] = value
    return value
  }
}
