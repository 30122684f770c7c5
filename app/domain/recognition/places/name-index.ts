import type { CountryPack } from '../../countries/country-pack.ts'
import type { Place } from '../../reference/reference.ts'
import { foreignPlaces } from './foreign.ts'
import { placeLists } from './index.ts'
import { compact, placeWords } from './place-words.ts'

/** What one spelling may mean; several ids are homonyms, or a quarter that more than one commune has. */
export interface Meaning {
  readonly places: Set<string>
  readonly quarterOf: Set<string>
  /** Towns to choose from where a region or a first-level unit was named. */
  readonly regionOf: Set<string>
  /** Codes of the first-level units of that name. */
  readonly units: Set<string>
  /** A short form: read as it stands, never guessed at from something else. */
  exact: boolean
  foreign: boolean
}

/** Everything that has a name in a country, by its compact spelling. */
export interface NameIndex {
  readonly meanings: ReadonlyMap<string, Meaning>
  readonly longestWords: number
}

const articles = /^(le|la|les|l|el|al|the)$/

/** Indexes places, quarters, regions, units and towns abroad by spelling. */
export function buildNameIndex(places: readonly Place[], pack: CountryPack): NameIndex {
  const meanings = new Map<string, Meaning>()
  const known = new Set(places.map((place) => place.id))
  let longestWords = 1
  const meaningOf = (name: string): Meaning | undefined => {
    const words = placeWords(name)
    const key = compact(words)
    if (key === '') return undefined
    longestWords = Math.max(longestWords, words.length)
    let meaning = meanings.get(key)
    if (!meaning) {
      meaning = {
        places: new Set(),
        quarterOf: new Set(),
        regionOf: new Set(),
        units: new Set(),
        exact: false,
        foreign: false,
      }
      meanings.set(key, meaning)
    }
    return meaning
  }
  const ids = (text: string) =>
    text
      .split(',')
      .map((id) => id.trim())
      .filter((id) => known.has(id))

  for (const place of places) {
    for (const name of new Set(Object.values(place.names))) {
      meaningOf(name)?.places.add(place.id)
      const words = placeWords(name)
      // "Marsa" for "La Marsa", "جديدة" for "الجديدة": only where something worth reading is left.
      if (words.length > 1 && articles.test(words[0] ?? '') && place.weight >= 30) {
        const rest = words.slice(1)
        if (compact(rest).length >= 3) meaningOf(rest.join(' '))?.places.add(place.id)
      }
      const bare = /^ال(\p{L}{3,})$/u.exec(compact(words))
      if (bare?.[1] && place.weight >= 30) meaningOf(bare[1])?.places.add(place.id)
    }
  }
  const list = placeLists[pack.code]
  for (const [id, names] of Object.entries(list.aliases)) {
    if (!known.has(id)) continue
    for (const name of names.split(',')) {
      const meaning = meaningOf(name)
      if (!meaning) continue
      if (meaning.places.size === 0) meaning.exact = compact(placeWords(name)).length < 6
      meaning.places.add(id)
    }
  }
  for (const [id, names] of Object.entries(list.quarters)) {
    if (!known.has(id)) continue
    for (const name of names.split(',')) meaningOf(name)?.quarterOf.add(id)
  }
  for (const [region, towns] of Object.entries(list.regions)) {
    for (const id of ids(towns)) meaningOf(region)?.regionOf.add(id)
  }
  const byWeight = [...places].sort((a, b) => b.weight - a.weight)
  for (const unit of pack.admin1) {
    const towns = byWeight.filter((place) => place.admin1 === unit.code).slice(0, 8)
    for (const name of new Set(Object.values(unit.names))) {
      const meaning = meaningOf(name)
      meaning?.units.add(unit.code)
      for (const town of towns) meaning?.regionOf.add(town.id)
    }
  }
  for (const name of [...foreignPlaces, ...list.country.split(',')]) {
    const meaning = meaningOf(name)
    if (meaning && meaning.places.size === 0 && meaning.quarterOf.size === 0) {
      meaning.foreign = true
    }
  }
  return { meanings, longestWords }
}
