import { typoDistance } from '#search/text/typos.ts'
import type { Place } from './reference.ts'

/** Letters from which a name may have one typo, and two. */
const oneTypoFrom = 4
const twoTyposFrom = 7
/** Letters from which the beginning of a name may have a typo. */
const begunFrom = 5
/** Of two names as near, the one that is so much more important is meant. */
const clearlyMore = 10
/** Two typos make too many names alike for a place less important than this to be surely meant. */
const twoTyposWeight = 20
/** People mistype the first letter least, but write these for one another. */
const otherFirstLetter = 0.5
const sameSound = /^[ckq]{2}$/
/** What importance counts beside typos when places are proposed: the greatest of all, one typo. */
const weightOfTypo = 100

interface NearPlace {
  readonly place: Place
  readonly farness: number
}

/** The names of a country's places, for those that were mistyped. */
export class NearPlaces {
  readonly #keys: ReadonlyMap<string, readonly Place[]>

  /** @param keys places by name as it is compared, the most important first */
  constructor(keys: ReadonlyMap<string, readonly Place[]>) {
    this.#keys = keys
  }

  /** The place whose name is nearest to a mistyped one, and no other nearly as likely; else null. */
  surely(key: string): Place | null {
    if (key.length < oneTypoFrom) return null
    const found = this.#within(key, key.length < twoTyposFrom ? 1 : 2)
    found.sort((a, b) => a.farness - b.farness || b.place.weight - a.place.weight)
    const [best, second] = found
    if (!best || (best.farness >= 2 && best.place.weight < twoTyposWeight)) return null
    const isClear =
      !second ||
      second.farness > best.farness ||
      best.place.weight - second.place.weight >= clearlyMore
    return isClear ? best.place : null
  }

  /** Places that may have been meant by a name that is not so near to any, likeliest first. */
  maybe(key: string): Place[] {
    if (key.length < oneTypoFrom) return []
    const likeness = ({ place, farness }: NearPlace) => place.weight / weightOfTypo - farness
    const most = key.length < twoTyposFrom ? 2 : 3
    return this.#within(key, most, true)
      .filter(({ farness }) => farness <= most)
      .sort((a, b) => likeness(b) - likeness(a))
      .map(({ place }) => place)
  }

  /** Each place once, by its nearest name; with `begun` also where only its beginning is near. */
  #within(key: string, most: number, begun = false): NearPlace[] {
    const nearest = new Map<Place, number>()
    for (const [name, [place]] of this.#keys) {
      if (!place) continue
      const whole = typoDistance(key, name, most)
      const isBegun =
        begun && key.length >= begunFrom && whole > 1 && typoDistance(key, name, 1, true) <= 1
      const distance = isBegun ? 1 : whole
      if (distance > most) continue
      const first = `${key[0]}${name[0]}`
      const farness =
        distance + (key[0] === name[0] || sameSound.test(first) ? 0 : otherFirstLetter)
      if (farness < (nearest.get(place) ?? Infinity)) nearest.set(place, farness)
    }
    return Array.from(nearest, ([place, farness]) => ({ place, farness }))
  }
}
