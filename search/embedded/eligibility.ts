import type { PreparedNeed, PreparedOffer } from '../matching/prepare.ts'

const ACTIVE = 1
const RELOCATE = 2
const REMOTE = 4
/** Integers a slot: flags, country, and sets of kinds, contracts, licences and languages. */
const INTEGERS = 6
/** Numbers a slot: the point, and the reach. */
const NUMBERS = 4
const EVERYTHING = -1

/** Packed facts by slot, so that one slot is two lines of memory. */
class Packed {
  integers = new Int32Array(INTEGERS * 1024)
  numbers = new Float64Array(NUMBERS * 1024)

  set(slot: number, integers: readonly number[], numbers: readonly number[]): void {
    if ((slot + 1) * INTEGERS > this.integers.length) {
      const size = Math.max(slot + 1, (this.integers.length / INTEGERS) * 2)
      const grown = {
        integers: new Int32Array(size * INTEGERS),
        numbers: new Float64Array(size * NUMBERS),
      }
      grown.integers.set(this.integers)
      grown.numbers.set(this.numbers)
      this.integers = grown.integers
      this.numbers = grown.numbers
    }
    this.integers.set(integers, slot * INTEGERS)
    this.numbers.set(numbers, slot * NUMBERS)
  }

  clear(slot: number): void {
    this.integers.fill(0, slot * INTEGERS, (slot + 1) * INTEGERS)
  }
}

const NOWHERE = [Number.NaN, Number.NaN, Number.NaN] as const

/**
 * A first look at hard conditions, over all profiles for one need. Codes share 32 bits: who is
 * excluded here is excluded for certain, the rest must still be asked.
 */
export class OfferEligibility {
  readonly #packed = new Packed()

  set(slot: number, offer: PreparedOffer): void {
    const flags =
      (offer.active ? ACTIVE : 0) | (offer.relocate ? RELOCATE : 0) | (offer.remote ? REMOTE : 0)
    const integers = [
      flags,
      offer.country,
      accepted(offer.kinds),
      accepted(offer.contracts),
      setOf(offer.licences),
      setOf(spokenBy(offer)),
    ]
    this.#packed.set(slot, integers, [...(offer.point ?? NOWHERE), offer.reach])
  }

  clear(slot: number): void {
    this.#packed.clear(slot)
  }

  /** Tells which slots a need excludes for certain. */
  excludedBy(need: PreparedNeed): (slot: number) => boolean {
    const { integers, numbers } = this.#packed
    const kind = setOf([need.kind])
    const contract = need.contract === -1 ? EVERYTHING : setOf([need.contract])
    const licences = setOf(need.licences)
    const languages = setOf(need.requiredLanguages)
    const [x, y, z] = need.point ?? NOWHERE
    return (slot) => {
      const at = slot * INTEGERS
      const flags = integers[at] ?? 0
      if ((flags & ACTIVE) === 0 || ((integers[at + 2] ?? 0) & kind) === 0) return true
      if (((integers[at + 3] ?? 0) & contract) === 0) return true
      if ((licences & ~(integers[at + 4] ?? 0)) !== 0) return true
      if ((languages & ~(integers[at + 5] ?? 0)) !== 0) return true
      if (need.remote && (flags & REMOTE) !== 0) return false
      if (integers[at + 1] !== need.country) return true
      if ((flags & RELOCATE) !== 0) return false
      const point = slot * NUMBERS
      const dx = x - (numbers[point] ?? 0)
      const dy = y - (numbers[point + 1] ?? 0)
      const dz = z - (numbers[point + 2] ?? 0)
      // False where a place or the radius is not known.
      return dx * dx + dy * dy + dz * dz > (numbers[point + 3] ?? 0)
    }
  }
}

/** The same the other way: over all opportunities for one offer. */
export class NeedEligibility {
  readonly #packed = new Packed()

  set(slot: number, need: PreparedNeed): void {
    const integers = [
      (need.open ? ACTIVE : 0) | (need.remote ? REMOTE : 0),
      need.country,
      setOf([need.kind]),
      need.contract === -1 ? EVERYTHING : setOf([need.contract]),
      setOf(need.licences),
      setOf(need.requiredLanguages),
    ]
    this.#packed.set(slot, integers, [...(need.point ?? NOWHERE), 0])
  }

  clear(slot: number): void {
    this.#packed.clear(slot)
  }

  /** Tells which slots an offer excludes for certain. */
  excludedBy(offer: PreparedOffer): (slot: number) => boolean {
    const { integers, numbers } = this.#packed
    const kinds = accepted(offer.kinds)
    const contracts = accepted(offer.contracts)
    const licences = setOf(offer.licences)
    const languages = setOf(spokenBy(offer))
    const [x, y, z] = offer.point ?? NOWHERE
    return (slot) => {
      const at = slot * INTEGERS
      const flags = integers[at] ?? 0
      if ((flags & ACTIVE) === 0 || ((integers[at + 2] ?? 0) & kinds) === 0) return true
      if (((integers[at + 3] ?? 0) & contracts) === 0) return true
      if (((integers[at + 4] ?? 0) & ~licences) !== 0) return true
      if (((integers[at + 5] ?? 0) & ~languages) !== 0) return true
      if (offer.remote && (flags & REMOTE) !== 0) return false
      if (integers[at + 1] !== offer.country) return true
      if (offer.relocate) return false
      const point = slot * NUMBERS
      const dx = x - (numbers[point] ?? 0)
      const dy = y - (numbers[point + 1] ?? 0)
      const dz = z - (numbers[point + 2] ?? 0)
      return dx * dx + dy * dy + dz * dz > offer.reach
    }
  }
}

/** What a person accepts of kinds or contracts: who states none accepts all. */
function accepted(codes: readonly number[]): number {
  return codes.length === 0 ? EVERYTHING : setOf(codes)
}

/** A person's languages, packed, at each level up to the one spoken. */
function spokenBy(offer: PreparedOffer): number[] {
  return offer.languages.flatMap((packed) =>
    Array.from({ length: packed % 8 }, (_, below) => packed - below),
  )
}

function setOf(codes: readonly number[]): number {
  let set = 0
  for (const code of codes) set |= 1 << (code & 31)
  return set
}
