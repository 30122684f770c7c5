import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { distanceKm, unitVector } from '#search/measures.ts'
import { wordsOf } from '#search/text/tokens.ts'
import { NearPlaces } from './near-places.server.ts'
import type { Place } from './reference.ts'

/** What a typed name of a place means. */
export interface MeantPlace {
  /** Null where no place has that name and none is spelt so nearly alike that it is surely meant. */
  readonly place: Place | null
  /** Where it is null: at most three places that may have been meant, likeliest first. */
  readonly near: readonly Place[]
}

/** Places by their names. Hyphens, spaces, apostrophes, accents and capitals make no difference, nor does an Arabic article. */
export interface PlaceFinder {
  /** The place that a typed name means, however it is spelt: whole, begun, a part of it, or nearly so. */
  meant(country: string, text: string): MeantPlace
  /** The place that has this very name, also with its town or region beside it; else null. */
  named(country: string, text: string): Place | null
  /** The place whose name is nearest to a misspelt one, where no other is as near; else null. */
  misspelt(country: string, text: string): Place | null
  /** Places that a typed name may mean, likeliest first. */
  find(country: string, text: string, limit: number): Place[]
}

const mostNear = 3
/** Two names said together mean the smaller place when they lie no further apart. */
const sameTownKm = 60
/** A part of a town that nobody knows is taken for the town itself, where that is this important. */
const townWeight = 40
/** Letters from which a name is looked for in the middle of words. */
const leastInside = 4
const mostWords = 8

/** Words beside a name that say nothing about which place it is. */
const fillers = new Set(
  (
    'ville commune village quartier district region departement prefecture province zone ' +
    'de du des d la le les l a au en pres city town of the in near مدينه حي بلديه ولايه جهه في'
  ).split(' '),
)

/** How a name is compared: its folded words without what parts them. */
export const placeKey = (text: string): string => wordsOf(text).join('')

interface Entry {
  readonly place: Place
  /** Keys of its names in all languages, each once. */
  readonly keys: readonly string[]
  /** The words of its names, joined by spaces and with one in front: where a word begins. */
  readonly words: readonly string[]
}

interface CountryIndex {
  /** The most important first. */
  readonly entries: readonly Entry[]
  readonly byKey: ReadonlyMap<string, readonly Place[]>
  readonly near: NearPlaces
  /** Codes of regions by the keys of their names. */
  readonly regions: ReadonlyMap<string, string>
  /** Keys of the country's own names. */
  readonly countryNames: ReadonlySet<string>
}

/**
 * An index over the names of places: some milliseconds a country, made when it is first asked about.
 * @param places the most important of each country first
 */
export function buildPlaceFinder(places: readonly Place[]): PlaceFinder {
  const byCountry = Map.groupBy(places, (place) => place.country)
  const indexes = new Map<string, CountryIndex>()
  const indexOf = (country: string): CountryIndex => {
    const made = indexes.get(country) ?? buildIndex(country, byCountry.get(country) ?? [])
    // Whoever asks for countries that there are not must not fill the memory.
    if (byCountry.has(country)) indexes.set(country, made)
    return made
  }
  return {
    meant: (country, text) => meant(indexOf(country), text),
    named: (country, text) => {
      const index = indexOf(country)
      return index.byKey.get(placeKey(text))?.[0] ?? narrower(index, wordsOf(text)).place
    },
    misspelt: (country, text) => indexOf(country).near.surely(placeKey(text)),
    find(country, text, limit) {
      const index = indexOf(country)
      const { place, near } = meant(index, text)
      const alike = like(index, text)
      const others = alike.length > 0 ? alike : [...near, ...index.near.maybe(placeKey(text))]
      return [...new Set([...(place ? [place] : []), ...others])].slice(0, limit)
    },
  }
}

function buildIndex(country: string, places: readonly Place[]): CountryIndex {
  const entries = places.map((place): Entry => {
    const names = [...new Set(Object.values(place.names))]
    return {
      place,
      keys: [...new Set(names.map(placeKey))],
      words: [...new Set(names.map((name) => ` ${wordsOf(name).join(' ')}`))],
    }
  })
  const byKey = new Map<string, Place[]>()
  for (const { place, keys } of entries) {
    for (const key of keys) {
      const same = byKey.get(key)
      if (same) same.push(place)
      else byKey.set(key, [place])
    }
  }
  const pack = hasCountryPack(country) ? countryPack(country) : null
  return {
    entries,
    byKey,
    near: new NearPlaces(byKey),
    regions: new Map(
      pack?.admin1.flatMap(({ code, names }) =>
        Object.values(names).map((name): [string, string] => [placeKey(name), code]),
      ),
    ),
    countryNames: new Set(Object.values(pack?.names ?? {}).map(placeKey)),
  }
}

function meant(index: CountryIndex, text: string): MeantPlace {
  const sure = (place: Place): MeantPlace => ({ place, near: [] })
  const key = placeKey(text)
  if (key === '') return { place: null, near: [] }
  const [exact] = index.byKey.get(key) ?? []
  if (exact) return sure(exact)
  const words = wordsOf(text).slice(0, mostWords)
  const two = narrower(index, words)
  if (two.place) return sure(two.place)
  if (two.near.length > 0) return two
  const [begun] = like(index, text)
  if (begun) return sure(begun)
  const nearest = index.near.surely(key)
  if (nearest) return sure(nearest)
  const telling = tellingWords(index, words)
  if (telling.length > 0 && telling.length < words.length) {
    const bare = meant(index, telling.join(' '))
    if (bare.place || bare.near.length > 0) return bare
  }
  const nearTwo = narrower(index, words, (part) => index.near.surely(part))
  if (nearTwo.place) return sure(nearTwo.place)
  const town = townOf(index, words)
  if (town) return sure(town)

  const region = index.regions.get(key)
  const near =
    region === undefined
      ? index.near.maybe(key)
      : index.entries.filter(({ place }) => place.admin1 === region).map(({ place }) => place)
  return { place: null, near: (nearTwo.near.length > 0 ? nearTwo.near : near).slice(0, mostNear) }
}

/** Places whose name begins with the words, then those that hold them at the beginning of a word, then anywhere. */
function like(index: CountryIndex, text: string): Place[] {
  const key = placeKey(text)
  const words = wordsOf(text)
  if (key === '') return []
  const inside = ` ${words.join(' ')}`
  const rank = ({ keys, words: names }: Entry) => {
    if (keys.some((one) => one.startsWith(key))) return 3
    if (names.some((name) => name.includes(inside))) return 2
    return key.length >= leastInside && keys.some((one) => one.includes(key)) ? 1 : 0
  }
  return index.entries
    .map((entry) => ({ place: entry.place, rank: rank(entry) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ place }) => place)
}

/**
 * Where words name two places of one town, or a place and its region: the narrower of them. Where they
 * name two places far apart, both of them as what may be meant.
 * @param nearly reads a part that is no name as it stands
 */
function narrower(
  index: CountryIndex,
  words: readonly string[],
  nearly: (key: string) => Place | null = () => null,
): MeantPlace {
  let apart: MeantPlace = { place: null, near: [] }
  for (let at = 1; at < words.length; at++) {
    const parts = [words.slice(0, at).join(''), words.slice(at).join('')] as const
    const [left, right] = parts.map((key): readonly Place[] => {
      const known = index.byKey.get(key)
      if (known) return known
      const place = nearly(key)
      return place ? [place] : []
    })
    for (const one of left ?? []) {
      const other = right?.find((place) => isSameTown(one, place))
      if (other) return { place: one.weight < other.weight ? one : other, near: [] }
    }
    const [inRegion, region] = right?.[0]
      ? [right, index.regions.get(parts[0])]
      : [left, index.regions.get(parts[1])]
    const place = region && inRegion?.find(({ admin1 }) => admin1 === region)
    if (place) return { place, near: [] }
    if (left?.[0] && right?.[0]) apart = { place: null, near: [left[0], right[0]] }
  }
  return apart
}

function isSameTown(one: Place, other: Place): boolean {
  return one.admin1 === other.admin1 || distanceKm(unitVector(one), unitVector(other)) <= sameTownKm
}

/** The words without those that say nothing about which place it is, the country's name among them. */
function tellingWords({ countryNames }: CountryIndex, words: readonly string[]): string[] {
  let end = words.length
  for (let at = 1; at < words.length; at++) {
    if (countryNames.has(words.slice(at).join(''))) end = at
  }
  return words.slice(0, end).filter((word) => !fillers.has(word))
}

/** The town that the first or the last words name, where the others name nothing: a part of it, it seems. */
function townOf(index: CountryIndex, words: readonly string[]): Place | null {
  for (let length = words.length - 1; length > 0; length--) {
    const ends = [words.slice(0, length), words.slice(-length)]
    for (const end of ends) {
      const [place] = index.byKey.get(end.join('')) ?? []
      if (place && place.weight >= townWeight) return place
    }
  }
  return null
}
