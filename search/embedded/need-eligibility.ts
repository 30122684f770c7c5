import { spokenLevel } from '../matching/conditions.ts'
import type { PreparedOffer } from '../matching/prepare.ts'
import { squaredChordBetween } from '../measures.ts'
import { Bits, BitsByValue, keepIn, wordsFor } from './bits.ts'
import type { Selection } from './columns.ts'
import { type Eligible, keptOf } from './eligibility.ts'
import { COMPANY, FACTS, LANGUAGES, LICENCES, type NeedColumns, PLACE } from './need-columns.ts'
import type { Scratch } from './scratch.ts'

const UNKNOWN = 0
const PASSES = 1
const FAILS = 2

/** The hard conditions of matching over all opportunities for one offer, as for profiles. */
export class NeedEligibility {
  readonly #columns: NeedColumns
  readonly #open = new Bits()
  readonly #remote = new Bits()
  readonly #anyContract = new Bits()
  readonly #countries = new BitsByValue()
  readonly #kinds = new BitsByValue()
  readonly #contracts = new BitsByValue()

  constructor(columns: NeedColumns) {
    this.#columns = columns
  }

  /** Takes a slot that the columns hold and that is not here yet. */
  add(slot: number): void {
    const need = this.#columns.get(slot)
    this.#open.set(slot, need.open)
    this.#remote.set(slot, need.remote)
    this.#anyContract.set(slot, need.contract === -1)
    this.#countries.of(need.country).add(slot)
    this.#kinds.of(need.kind).add(slot)
    if (need.contract !== -1) this.#contracts.of(need.contract).add(slot)
  }

  /** Lets go of a slot. */
  delete(slot: number): void {
    this.#open.delete(slot)
    for (const sets of [this.#countries, this.#kinds, this.#contracts]) sets.delete(slot)
  }

  /** The slots, among some (which it changes) or all, that no hard condition excludes. */
  of(offer: PreparedOffer, among: Selection | null, scratch: Scratch): Eligible {
    const { size } = this.#columns
    const words = scratch.bits('eligible', wordsFor(size)).subarray(0, wordsFor(size))
    if (offer.active) {
      words.set(this.#open.words.subarray(0, words.length))
      keepIn(words, [this.#countries.get(offer.country), offer.remote ? this.#remote : undefined])
      if (offer.kinds.length > 0) {
        keepIn(
          words,
          offer.kinds.map((kind) => this.#kinds.get(kind)),
        )
      }
      if (offer.contracts.length > 0) {
        const accepted = offer.contracts.map((contract) => this.#contracts.get(contract))
        keepIn(words, [this.#anyContract, ...accepted])
      }
    }
    const closer = { free: [], passes: this.#closer(offer, scratch) }
    return keptOf(words, among, size, closer, scratch)
  }

  /** The conditions that bits do not tell. */
  #closer(offer: PreparedOffer, scratch: Scratch): (slot: number) => boolean {
    const { facts, places, languages, licences, companies } = this.#columns
    const near = scratch.bytes('near homes', places.size)
    const spoken = scratch.bytes('spoken', languages.size)
    const held = scratch.bytes('held', licences.size)
    const blocked = scratch.bytes('blocked', companies.size)
    companies.derived.forEach((company, number) => {
      if (offer.blocked.includes(company)) blocked[number] = 1
    })
    const remote = offer.remote ? this.#remote.words : null
    const bound = !offer.relocate && offer.point !== null && !Number.isNaN(offer.reach)
    const isNear = (place: number) => {
      const point = places.derived[place]?.point
      return !point || !offer.point || !(squaredChordBetween(point, offer.point) > offer.reach)
    }
    const speaks = (list: number) =>
      (languages.derived[list]?.required ?? []).every(
        (asked) => spokenLevel(offer, asked) >= asked % 8,
      )
    const holds = (list: number) =>
      (licences.derived[list] ?? []).every((licence) => offer.licences.includes(licence))
    return (slot) => {
      const at = slot * FACTS
      if (blocked[facts[at + COMPANY] ?? 0] === 1) return false
      const licence = facts[at + LICENCES] ?? 0
      if (held[licence] === UNKNOWN) held[licence] = holds(licence) ? PASSES : FAILS
      if (held[licence] === FAILS) return false
      const list = facts[at + LANGUAGES] ?? 0
      if (spoken[list] === UNKNOWN) spoken[list] = speaks(list) ? PASSES : FAILS
      if (spoken[list] === FAILS) return false
      if (!bound) return true
      if (remote && ((remote[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0) return true
      const place = facts[at + PLACE] ?? 0
      if (near[place] === UNKNOWN) near[place] = isNear(place) ? PASSES : FAILS
      return near[place] === PASSES
    }
  }
}
