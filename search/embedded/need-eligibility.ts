import { spokenLevel } from '../matching/conditions.ts'
import type { PreparedOffer } from '../matching/prepare.ts'
import { Bits, BitsByValue, keepIn, keepOut, wordsFor } from './bits.ts'
import type { Selection } from './columns.ts'
import { HomePoints } from './home-points.ts'
import { COMPANY, FACTS, type NeedColumns } from './need-columns.ts'
import type { Scratch } from './scratch.ts'

const NOBODY = new Uint32Array(0)

/** The hard conditions of matching over all opportunities for one offer, as for profiles. */
export class NeedEligibility {
  readonly #columns: NeedColumns
  readonly #open = new Bits()
  readonly #remote = new Bits()
  readonly #anyContract = new Bits()
  /** By the languages that they require, and by the licences. */
  readonly #requiring = new Requirements()
  readonly #licensed = new Requirements()
  readonly #countries = new BitsByValue()
  readonly #kinds = new BitsByValue()
  readonly #contracts = new BitsByValue()

  readonly #places: HomePoints

  constructor(columns: NeedColumns) {
    this.#columns = columns
    this.#places = new HomePoints(columns.places)
  }

  /** Takes a slot that the columns hold and that is not here yet. */
  add(slot: number): void {
    const need = this.#columns.get(slot)
    this.#open.set(slot, need.open)
    this.#remote.set(slot, need.remote)
    this.#anyContract.set(slot, need.contract === -1)
    this.#requiring.add(slot, need.requiredLanguages)
    this.#licensed.add(slot, need.licences)
    this.#countries.of(need.country).add(slot)
    this.#kinds.of(need.kind).add(slot)
    if (need.contract !== -1) this.#contracts.of(need.contract).add(slot)
  }

  /** Lets go of a slot. */
  delete(slot: number): void {
    this.#open.delete(slot)
    for (const sets of [this.#countries, this.#kinds, this.#contracts]) sets.delete(slot)
    this.#requiring.delete(slot)
    this.#licensed.delete(slot)
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
    this.#requiring.takeOut(words, (asked) => spokenLevel(offer, asked) >= asked % 8)
    this.#licensed.takeOut(words, (licence) => offer.licences.includes(licence))
    return words
  }

  /** Keeps the slots that no other hard condition excludes. */
  keepReached(offer: PreparedOffer, selection: Selection, scratch: Scratch): void {
    this.#keepNear(offer, selection, scratch)
    if (offer.blocked.length > 0) this.#keepUnblocked(offer, selection)
  }

  #keepNear(offer: PreparedOffer, selection: Selection, scratch: Scratch): void {
    const { point, reach } = offer
    if (offer.relocate || point === null || Number.isNaN(reach)) return
    const { place, places } = this.#columns
    const near = scratch.bytes('near homes', places.size)
    this.#places.markWithin(point, reach, near)
    const remote = offer.remote ? this.#remote.words : NOBODY
    const { slots, count } = selection
    let kept = 0
    // Without branches: what is near is as good as random.
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      slots[kept] = slot
      kept += (near[place[slot] ?? 0] ?? 0) | (((remote[slot >>> 5] ?? 0) >>> (slot & 31)) & 1)
    }
    selection.count = kept
  }

  #keepUnblocked({ blocked }: PreparedOffer, selection: Selection): void {
    const { facts, companies } = this.#columns
    const { slots, count } = selection
    let kept = 0
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      const company = companies.derived[facts[slot * FACTS + COMPANY] ?? 0] ?? -1
      if (!blocked.includes(company)) slots[kept++] = slot
    }
    selection.count = kept
  }
}

/** Slots by the list of what they require: lists are few, and each is looked at once. */
class Requirements {
  readonly #lists = new Map<
    string,
    { readonly required: readonly number[]; readonly slots: Bits }
  >()

  add(slot: number, required: readonly number[]): void {
    if (required.length === 0) return
    const key = required.join()
    let list = this.#lists.get(key)
    if (!list) {
      list = { required, slots: new Bits() }
      this.#lists.set(key, list)
    }
    list.slots.add(slot)
  }

  delete(slot: number): void {
    for (const { slots } of this.#lists.values()) slots.delete(slot)
  }

  /** Takes out those of whom anything required is not met. */
  takeOut(words: Uint32Array, isMet: (required: number) => boolean): void {
    for (const { required, slots } of this.#lists.values()) {
      if (!required.every(isMet)) keepOut(words, slots)
    }
  }
}
