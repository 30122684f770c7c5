import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { DocumentPlace } from '#search/documents/common.ts'
import type { randomFrom } from '#tests/search/corpus.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Random = ReturnType<typeof randomFrom>

/** A place with the names that an index reads. */
export interface DrawnPlace {
  readonly country: string
  readonly place: DocumentPlace
  readonly names: string
}

export interface DrawnOccupation {
  readonly uri: string
  readonly isco08: string
  readonly labels: string
  readonly essential: readonly string[]
  readonly useful: readonly string[]
}

/** What documents are drawn with, the costly parts prepared once. */
export interface Draws {
  readonly occupations: readonly DrawnOccupation[]
  /** Another occupation of the same two-digit ISCO group, or any. */
  second(random: Random, first: DrawnOccupation): DrawnOccupation
  /** A skill as often as occupations list it, to the power of 3/4. */
  noise(random: Random): string
  /** The skill itself, or with that probability a parent, child or sibling of it. */
  blurred(random: Random, skill: string, probability: number): string
  labels(uri: string): string
  place(random: Random): DrawnPlace
  readonly sectors: readonly string[]
}

/** Nine in ten live in the first country, the rest in the second. */
const countries = [
  ['CI', 0.9],
  ['TN', 1],
] as const

/** Prepares the draws of one vocabulary. */
export function prepareDraws({ reference, rows }: Vocabulary): Draws {
  const known = new Map<string, string>()
  const labels = (uri: string) => {
    let words = known.get(uri)
    if (words === undefined) {
      words = reference.allLabels(uri)
      known.set(uri, words)
    }
    return words
  }
  const all = [...rows.occupations]
  const rich = all.filter((one) => one.essential.length >= 5)
  const occupations = (rich.length > 20 ? rich : all).map((one) => ({
    ...one,
    labels: labels(one.uri),
  }))
  const byGroup = Map.groupBy(occupations, (one) => one.isco08.slice(0, 2))
  const counts = new Map<string, number>()
  for (const one of all) {
    for (const uri of [...one.essential, ...one.useful]) {
      counts.set(uri, (counts.get(uri) ?? 0) + 1)
    }
  }
  const kin = kinOf(rows, new Set(counts.keys()))
  const places = new Map(
    countries.map(([country]) => [
      country,
      { at: weighted(placesOf(reference, country), (_, rank) => 1 / (rank + 1)) },
    ]),
  )
  return {
    occupations,
    second: (random, first) =>
      random.pick(
        random.chance(0.5) ? (byGroup.get(first.isco08.slice(0, 2)) ?? occupations) : occupations,
      ),
    noise: weighted([...counts.keys()], (uri) => (counts.get(uri) ?? 0) ** 0.75),
    blurred(random, skill, probability) {
      if (!random.chance(probability)) return skill
      const { parents, children, siblings } = kin(skill)
      const way = random.next()
      const list = way < 0.25 ? parents : way < 0.4 ? children : siblings
      return list.length > 0 ? random.pick(list) : skill
    },
    labels,
    place(random) {
      const draw = random.next()
      const [country] = countries.find(([, upTo]) => draw < upTo) ?? countries[0]
      return places.get(country)?.at(random) as DrawnPlace
    },
    sectors: reference.sectors.filter((one) => one.level === 'division').map((one) => one.code),
  }
}

function placesOf(reference: Reference, country: string): DrawnPlace[] {
  return reference.placesOf(country).map(({ id, admin1, lat, lng, names }) => ({
    country,
    place: { id, admin1, lat, lng },
    names: [...new Set(Object.values(names))].join(' '),
  }))
}

/** Draws from a list with unequal weights. */
function weighted<T>(list: readonly T[], weight: (one: T, rank: number) => number) {
  const sums = new Float64Array(list.length)
  let sum = 0
  for (const [rank, one] of list.entries()) {
    sum += weight(one, rank)
    sums[rank] = sum
  }
  return (random: Random): T => {
    const draw = random.next() * sum
    let low = 0
    let high = list.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > draw) high = middle
      else low = middle + 1
    }
    return list[low] as T
  }
}

/** Parents, children and siblings of skills, those that some occupation lists. */
function kinOf(rows: Vocabulary['rows'], listed: ReadonlySet<string>) {
  const parentsOf = new Map<string, string[]>()
  const childrenOf = new Map<string, string[]>()
  for (const { uri, parents } of rows.skills) {
    parentsOf.set(uri, [...parents])
    for (const parent of parents) {
      const children = childrenOf.get(parent)
      if (children) children.push(uri)
      else childrenOf.set(parent, [uri])
    }
  }
  const known = new Map<string, { parents: string[]; children: string[]; siblings: string[] }>()
  return (uri: string) => {
    let kin = known.get(uri)
    if (!kin) {
      const parents = parentsOf.get(uri) ?? []
      const siblings = parents.flatMap((parent) => childrenOf.get(parent) ?? [])
      kin = {
        parents: parents.filter((one) => listed.has(one)),
        children: (childrenOf.get(uri) ?? []).filter((one) => listed.has(one)),
        siblings: siblings.filter((one) => one !== uri && listed.has(one)).slice(0, 200),
      }
      known.set(uri, kin)
    }
    return kin
  }
}
