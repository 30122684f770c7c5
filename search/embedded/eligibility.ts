import type { PreparedNeed } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { Bits, BitsByValue, keepIn, wordsFor } from './bits.ts'
import type { Selection } from './columns.ts'
import { HomePoints } from './home-points.ts'
import {
  ACTIVE,
  CONTRACTS,
  COUNTRY_SHIFT,
  FACTS,
  HOME,
  KINDS,
  LANGUAGES,
  LICENCES,
  type OfferColumns,
  RELOCATE,
  REMOTE,
} from './offer-columns.ts'
import { Postings, TAG_BITS } from './postings.ts'
import type { Scratch } from './scratch.ts'

/**
 * The hard conditions of matching over all profiles for one need: what has few values is a set of
 * bits a value, so that most profiles are excluded 32 at a time; places and languages are asked once
 * for each that differs.
 */
export class OfferEligibility {
  readonly #taxonomy: Taxonomy
  readonly #columns: OfferColumns
  readonly #active = new Bits()
  readonly #remote = new Bits()
  /** Those whom no distance excludes: willing to move, or place or radius not known. */
  readonly #unbound = new Bits()
  readonly #anyKind = new Bits()
  readonly #anyContract = new Bits()
  readonly #countries = new BitsByValue()
  readonly #kinds = new BitsByValue()
  readonly #contracts = new BitsByValue()
  readonly #licences = new BitsByValue()
  /** By language and level, each of all who speak it at that level or better. */
  readonly #languages = new BitsByValue()
  /** Slots by the number of a company they block. */
  readonly #blocking = new Postings()

  readonly #homes: HomePoints

  constructor(taxonomy: Taxonomy, columns: OfferColumns) {
    this.#taxonomy = taxonomy
    this.#columns = columns
    this.#homes = new HomePoints(columns.homes)
  }

  /** Takes a slot that the columns hold and that is not here yet. */
  add(slot: number): void {
    // Straight from the columns: this runs for every profile when a snapshot is read.
    const columns = this.#columns
    const { facts } = columns
    const at = slot * FACTS
    const flags = columns.flags(slot)
    const home = columns.homes.derived[facts[at + HOME] ?? 0]
    const kinds = columns.kinds.derived[facts[at + KINDS] ?? 0] ?? []
    const contracts = columns.contracts.derived[facts[at + CONTRACTS] ?? 0] ?? []
    if ((flags & ACTIVE) !== 0) this.#active.add(slot)
    if ((flags & REMOTE) !== 0) this.#remote.add(slot)
    if ((flags & RELOCATE) !== 0 || !home?.point || Number.isNaN(home.reach)) {
      this.#unbound.add(slot)
    }
    if (kinds.length === 0) this.#anyKind.add(slot)
    if (contracts.length === 0) this.#anyContract.add(slot)
    this.#countries.of(columns.countries.derived[flags >>> COUNTRY_SHIFT] ?? -1).add(slot)
    for (const kind of kinds) this.#kinds.of(kind).add(slot)
    for (const contract of contracts) this.#contracts.of(contract).add(slot)
    for (const licence of columns.licences.derived[facts[at + LICENCES] ?? 0] ?? []) {
      this.#licences.of(licence).add(slot)
    }
    for (const language of columns.languages.derived[facts[at + LANGUAGES] ?? 0] ?? []) {
      for (let below = 0; below < language % 8; below++) {
        this.#languages.of(language - below).add(slot)
      }
    }
    for (const company of blockedBy(this.#columns, slot)) this.#blocking.add(company, slot, 0)
  }

  /** Lets go of a slot, before the columns do. */
  delete(slot: number): void {
    for (const set of [
      this.#active,
      this.#remote,
      this.#unbound,
      this.#anyKind,
      this.#anyContract,
    ]) {
      set.delete(slot)
    }
    for (const sets of [
      this.#countries,
      this.#kinds,
      this.#contracts,
      this.#licences,
      this.#languages,
    ]) {
      sets.delete(slot)
    }
    for (const company of blockedBy(this.#columns, slot)) this.#blocking.remove(company, slot)
  }

  /** Those whom nothing but distance may exclude, a bit each, until the next read. */
  likely(need: PreparedNeed, scratch: Scratch): Uint32Array {
    const { size } = this.#columns
    const words = scratch.bits('likely', wordsFor(size)).subarray(0, wordsFor(size))
    if (need.open) this.#likely(need, words)
    return words
  }

  /** What sets of bits tell. */
  #likely(need: PreparedNeed, words: Uint32Array): void {
    words.set(this.#active.words.subarray(0, words.length))
    keepIn(words, [this.#countries.get(need.country), need.remote ? this.#remote : undefined])
    keepIn(words, [this.#anyKind, this.#kinds.get(need.kind)])
    if (need.contract !== -1) {
      keepIn(words, [this.#anyContract, this.#contracts.get(need.contract)])
    }
    for (const licence of need.licences) keepIn(words, [this.#licences.get(licence)])
    for (const language of need.requiredLanguages) {
      keepIn(words, [this.#languages.get(language)])
    }
    const company = this.#columns.companies.find(this.#taxonomy.codeText(need.company))
    if (company < 0) return
    const { data } = this.#blocking
    const start = this.#blocking.start(company)
    for (let at = start; at < start + this.#blocking.count(company); at++) {
      const slot = (data[at] ?? 0) >>> TAG_BITS
      words[slot >>> 5] = (words[slot >>> 5] ?? 0) & ~(1 << (slot & 31))
    }
  }

  /** Keeps the slots that no distance excludes. */
  keepReached(need: PreparedNeed, selection: Selection): void {
    const { home } = this.#columns
    const { point } = need
    if (!point) return
    const near = this.#homes.reaching(point)
    const unbound = this.#unbound.words
    const remote = need.remote ? this.#remote.words : unbound
    selection.count = keptWithin(selection, home, near, unbound, remote)
  }
}

/** Without branches: who lives near is as good as random. */
function keptWithin(
  { slots, count }: Selection,
  home: Int32Array,
  near: Uint8Array,
  unbound: Uint32Array,
  remote: Uint32Array,
): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    const free = (unbound[slot >>> 5] ?? 0) | (remote[slot >>> 5] ?? 0)
    slots[kept] = slot
    kept += (near[home[slot] ?? 0] ?? 0) | ((free >>> (slot & 31)) & 1)
  }
  return kept
}

const NOBODY: ReadonlySet<number> = new Set()

function blockedBy(columns: OfferColumns, slot: number): ReadonlySet<number> {
  const count = columns.blocked.count(slot)
  if (count === 0) return NOBODY
  const start = columns.blocked.start(slot)
  return new Set(columns.blocked.data.subarray(start, start + count))
}
