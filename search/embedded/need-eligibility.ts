import { spokenLevel } from '../matching/conditions.ts'
import type { PreparedOffer } from '../matching/prepare.ts'
import { squaredChordBetween } from '../measures.ts'
import { Bits, BitsByValue, keepIn, wordsFor } from './bits.ts'
import type { Selection } from './columns.ts'
import { COMPANY, FACTS, LANGUAGES, LICENCES, type NeedColumns, PLACE } from './need-columns.ts'
import type { Scratch } from './scratch.ts'

const UNKNOWN = 0
const PASSES = 1
const FAILS = 2
const NOTHING = new Uint32Array(0)

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

  /** Those that sets of bits do not exclude, until the next read. */
  likely(offer: PreparedOffer, scratch: Scratch): Uint32Array {
    const { size } = this.#columns
    const words = scratch.bits('likely', wordsFor(size)).subarray(0, wordsFor(size))
    if (!offer.active) return words
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
    return words
  }

  /** Keeps the slots that no other hard condition excludes: each place, list and company is asked once. */
  keepReached(offer: PreparedOffer, selection: Selection, scratch: Scratch): void {
    const { facts, places, languages, licences, companies } = this.#columns
    const near = scratch.bytes('near homes', places.size)
    const spoken = scratch.bytes('spoken', languages.size)
    const held = scratch.bytes('held', licences.size)
    const blocked = scratch.bytes('blocked', companies.size)
    if (offer.blocked.length > 0) {
      companies.derived.forEach((company, number) => {
        if (offer.blocked.includes(company)) blocked[number] = 1
      })
    }
    const bound = !offer.relocate && offer.point !== null && !Number.isNaN(offer.reach)
    const isNear = (place: number) => {
      const point = places.derived[place]?.point
      if (!point || !offer.point) return PASSES
      return squaredChordBetween(point, offer.point) > offer.reach ? FAILS : PASSES
    }
    const speaks = (list: number) =>
      (languages.derived[list]?.required ?? []).every(
        (asked) => spokenLevel(offer, asked) >= asked % 8,
      )
        ? PASSES
        : FAILS
    const holds = (list: number) =>
      (licences.derived[list] ?? []).every((licence) => offer.licences.includes(licence))
        ? PASSES
        : FAILS
    const remote = offer.remote ? this.#remote.words : NOTHING
    const { slots, count } = selection
    let kept = 0
    for (let index = 0; index < count; index++) {
      const slot = slots[index] ?? 0
      const at = slot * FACTS
      if (blocked[facts[at + COMPANY] ?? 0] === 1) continue
      const licence = facts[at + LICENCES] ?? 0
      if (held[licence] === UNKNOWN) held[licence] = holds(licence)
      if (held[licence] === FAILS) continue
      const list = facts[at + LANGUAGES] ?? 0
      if (spoken[list] === UNKNOWN) spoken[list] = speaks(list)
      if (spoken[list] === FAILS) continue
      if (bound && ((remote[slot >>> 5] ?? 0) & (1 << (slot & 31))) === 0) {
        const place = facts[at + PLACE] ?? 0
        if (near[place] === UNKNOWN) near[place] = isNear(place)
        if (near[place] === FAILS) continue
      }
      slots[kept++] = slot
    }
    selection.count = kept
  }
}
