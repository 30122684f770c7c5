import type { CountryPack } from '../countries/country-pack.ts'
import type { Place } from '../reference/reference.ts'
import { atOnce, type Steps } from './in-steps.ts'
import { findNames, type Hit, isPlace } from './places/find-names.ts'
import { placeLists } from './places/index.ts'
import { buildNameIndex, type Meaning } from './places/name-index.ts'
import { spellingIndexSteps } from './spelling-index.ts'
import { foldText } from './text.ts'

/** What a text says about where a company is. `score` is 0 to 1: how near the text comes to the name we know. */
export type PlaceRecognition =
  | { readonly kind: 'sure'; readonly place: Place; readonly score: number }
  | { readonly kind: 'ask'; readonly choices: Place[] }
  | { readonly kind: 'unknown' }

export type PlaceRecogniser = (
  text: string,
  hint?: { readonly admin1Text?: string },
) => PlaceRecognition

const mostChoices = 8

/**
 * Reads place texts of one country's lists: names with slips, accents and short forms, quarters, communes after their
 * city, addresses. `sure` only where one place is meant; a region, several places or a homonym that nothing decides is
 * `ask`, with places to choose from; anything else is `unknown`. `hint.admin1Text`, the region or district that stands
 * in another column, decides between homonyms. Built once; the same text is read once.
 */
export function buildPlaceRecogniser(places: readonly Place[], pack: CountryPack): PlaceRecogniser {
  return atOnce(placeRecogniserSteps(places, pack))
}

/** `buildPlaceRecogniser` step by step. */
export function* placeRecogniserSteps(
  places: readonly Place[],
  pack: CountryPack,
): Steps<PlaceRecogniser> {
  const own = places.filter((place) => place.country === pack.code)
  const byId = new Map(own.map((place) => [place.id, place]))
  const list = placeLists[pack.code]
  const index = buildNameIndex(own, pack)
  yield
  const weight = (id: string) => byId.get(id)?.weight ?? 0
  const weightOf = (meaning: Meaning) => {
    const ids = [...meaning.places, ...meaning.quarterOf]
    if (ids.length > 0) return Math.max(...ids.map(weight))
    return meaning.units.size > 0 || meaning.regionOf.size > 0 || meaning.foreign ? 60 : 0
  }
  const guessable = [...index.meanings].flatMap(([spelling, meaning]) =>
    meaning.exact ? [] : [spelling],
  )
  const parts = { index, near: yield* spellingIndexSteps(guessable), weightOf }

  const placesOf = (ids: Iterable<string>): Place[] =>
    [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
  const ask = (ids: Iterable<string>): PlaceRecognition => {
    const choices = placesOf(ids).slice(0, mostChoices)
    return choices.length > 0 ? { kind: 'ask', choices } : { kind: 'unknown' }
  }
  /** True where `inner` lies in the city `outer`, or in the district named after the town `outer`. */
  const contains = (outer: string, inner: string): boolean => {
    const [a, b] = [byId.get(outer), byId.get(inner)]
    if (!a || !b || outer === inner) return false
    if (outer === list.metropolis) return list.metropolisUnits.includes(b.admin1)
    const unit = pack.admin1.find((one) => one.code === a.admin1)
    return a.admin1 === b.admin1 && unit?.names.fr === a.names.fr
  }
  const unitsIn = (hits: readonly Hit[]) => new Set(hits.flatMap((hit) => [...hit.meaning.units]))

  /** The place among homonyms that the units named or its importance decide on; null where neither does. */
  const decide = (ids: readonly string[], units: ReadonlySet<string>): string | null => {
    const within = ids.filter((id) => units.has(byId.get(id)?.admin1 ?? ''))
    const left = [...(within.length > 0 ? within : ids)].sort((a, b) => weight(b) - weight(a))
    const [first, second] = left
    if (first === undefined) return null
    if (second === undefined) return first
    return weight(first) >= 20 && weight(second) <= weight(first) / 4 ? first : null
  }

  const read = (text: string, admin1Text: string): PlaceRecognition => {
    const { hits, guesses, joined, words } = findNames(text, parts)
    const hinted = unitsIn(findNames(admin1Text, parts).hits)
    const units = new Set([
      ...hinted,
      ...unitsIn(hits.filter((hit) => hit.cue === 'unit' || hits.length > 1)),
    ])
    const named = hits.filter((hit) => isPlace(hit.meaning))
    const firm = named.filter((hit) => hit.cue === 'none')
    // Where nothing else says where it is, a quarter or a building of that name does.
    const usable = firm.length > 0 ? firm : named.filter((hit) => hit.cue === 'quarter')
    const unsure = () => {
      const rest = [...named, ...hits].flatMap((hit) => [
        ...hit.meaning.places,
        ...hit.meaning.quarterOf,
        ...hit.meaning.regionOf,
      ])
      const nearby = guesses.flatMap((one) => [...one.places, ...one.quarterOf])
      return ask([...rest, ...nearby])
    }
    if (usable.length === 0) return unsure()

    const score = 1 - Math.max(...usable.map((hit) => hit.slips / Math.max(hit.letters, 4)))
    const open: string[] = []
    const towns = new Set<string>()
    for (const { meaning } of usable) {
      if (meaning.places.size === 0) continue
      const id = decide([...meaning.places], units)
      if (id !== null) towns.add(id)
      else open.push(...meaning.places)
    }
    if (open.length > 0 && towns.size === 0) return ask(open)

    // Villages that bear a common word's name do not stand against a town.
    if ([...towns].some((id) => weight(id) >= 30)) {
      for (const id of towns) if (weight(id) < 10) towns.delete(id)
    }
    const places = new Set(towns)
    const listed = usable.length > 1 && joined
    if (!listed) {
      for (const outer of towns) {
        if ([...towns].some((inner) => contains(outer, inner))) places.delete(outer)
      }
    }
    for (const { meaning } of usable) {
      if (meaning.places.size > 0 || meaning.quarterOf.size === 0) continue
      const quarter = [...meaning.quarterOf]
      if (quarter.some((id) => places.has(id))) continue
      const inside = quarter.filter((id) => [...towns].some((town) => contains(town, id)))
      if (towns.size === 0 || inside.length > 0) {
        for (const id of inside.length > 0 ? inside : quarter) places.add(id)
        for (const town of towns) if (inside.some((id) => contains(town, id))) places.delete(town)
      } else if (quarter.some((id) => sameCity(id, [...towns]))) {
        for (const id of quarter) places.add(id)
      }
    }
    const [id, ...more] = places
    const place = id === undefined ? undefined : byId.get(id)
    if (!place) return unsure()
    if (more.length > 0) return ask(places)
    // A region named in its own column that the place does not lie in casts doubt on a small place only.
    if (hinted.size > 0 && !hinted.has(place.admin1) && place.weight < 30) return ask(places)
    if (place.weight < 10 && words.length > 4) return ask(places)
    return { kind: 'sure', place, score: Math.max(0, score) }
  }
  /** True where both lie in the metropolis: two of its communes contradict each other, a far town does not. */
  const sameCity = (id: string, towns: readonly string[]) =>
    list.metropolisUnits.includes(byId.get(id)?.admin1 ?? '') &&
    towns.some((town) => list.metropolisUnits.includes(byId.get(town)?.admin1 ?? ''))

  const memory = new Map<string, PlaceRecognition>()
  return (text, hint) => {
    const admin1Text = hint?.admin1Text ?? ''
    const key = `${foldText(text).trim()}\n${foldText(admin1Text).trim()}`
    let answer = memory.get(key)
    if (!answer) {
      answer = read(text.slice(0, 300), admin1Text.slice(0, 120))
      if (memory.size >= 100_000) memory.clear()
      memory.set(key, answer)
    }
    return answer
  }
}
