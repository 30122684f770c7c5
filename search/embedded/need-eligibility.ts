import { spokenLevel } from '../matching/conditions.ts'
import type { PreparedOffer } from '../matching/prepare.ts'
import { Bits, BitsByValue, keepIn, wordsFor } from './bits.ts'
import type { Selection } from './columns.ts'
import { HomePoints } from './home-points.ts'
import { COMPANY, FACTS, LANGUAGES, LICENCES, type NeedColumns } from './need-columns.ts'
import type { Scratch } from './scratch.ts'

const NOBODY = new Uint32Array(0)

/** The hard conditions of matching over all opportunities for one offer, as for profiles. */
export class NeedEligibility {
  readonly #columns: NeedColumns
  readonly #open = new Bits()
  readonly #remote = new Bits()
  readonly #anyContract = new Bits()
  /** Those that require a language or a licence. */
  readonly #asking = new Bits()
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
    this.#asking.set(slot, need.requiredLanguages.length + need.licences.length > 0)
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

  /** Keeps the slots that no other hard condition excludes. */
  keepReached(offer: PreparedOffer, selection: Selection, scratch: Scratch): void {
    this.#keepNear(offer, selection, scratch)
    this.#keepMet(offer, selection, scratch)
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

  /** Required languages and licences: each list of them is looked at once. */
  #keepMet(offer: PreparedOffer, selection: Selection, scratch: Scratch): void {
    const { facts, languages, licences } = this.#columns
    const spoken = scratch.bytes('spoken', languages.size)
    languages.derived.forEach(({ required }, list) => {
      spoken[list] = required.every((asked) => spokenLevel(offer, asked) >= asked % 8) ? 1 : 0
    })
    const held = scratch.bytes('held', licences.size)
    licences.derived.forEach((asked, list) => {
      held[list] = asked.every((licence) => offer.licences.includes(licence)) ? 1 : 0
    })
    const asking = this.#asking.words
    const { slots, count } = selection
    let kept = 0
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      slots[kept] = slot
      if (((asking[slot >>> 5] ?? 0) & (1 << (slot & 31))) === 0) kept++
      else {
        const fact = slot * FACTS
        kept +=
          (spoken[facts[fact + LANGUAGES] ?? 0] ?? 0) & (held[facts[fact + LICENCES] ?? 0] ?? 0)
      }
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
