import { distanceKm, unitVector } from '#search/measures.ts'

/** People who live at a place and have done an occupation longest; `far` would also work farther away. */
export interface PeopleCell {
  readonly placeId: string
  /** URI of the occupation. */
  readonly occupation: string
  /** ISCO-08 unit group, 0 for none. */
  readonly unit: number
  readonly far: boolean
  readonly people: number
  /** Those with a diploma or certificate. */
  readonly proven: number
}

/** Who lives within this many kilometres is near, whatever reach they named. */
export const nearKm = 25
/** Who named such a reach, or would move, is near within this. */
export const farKm = 50

interface Point {
  readonly id: string
  readonly lat: number
  readonly lng: number
}

/** How many people of some work are near a place. */
export interface NearCount {
  readonly unit: number
  readonly people: number
  readonly proven: number
}

/** Who is near the places of a country. */
export interface NearPeople {
  /** ISCO-08 unit groups that somebody has done; counts stand in their order. */
  readonly units: readonly number[]
  /** By unit group: people within 25 km of a place, and those within 50 km who would come. */
  countsAt(placeId: string): Readonly<Float64Array>
  /** By occupation, within a ring of 25 or 50 km. Counted when asked for: few firms are spoken of. */
  occupationsAt(placeId: string, km: number): ReadonlyMap<string, NearCount>
}

/**
 * Finds the people near each place of a country. Places are few (a thousand) where firms and people are many,
 * so distances are between places: a firm stands at its place.
 */
export function findNearPeople(places: readonly Point[], cells: readonly PeopleCell[]): NearPeople {
  const units = [...new Set(cells.map((cell) => cell.unit))].sort((a, b) => a - b)
  const indexOf = new Map(units.map((unit, at) => [unit, at]))
  const countUnits = (some: readonly PeopleCell[]) => {
    const counts = new Float64Array(units.length)
    for (const { unit, people } of some) {
      const at = indexOf.get(unit) ?? 0
      counts[at] = (counts[at] ?? 0) + people
    }
    return counts
  }
  const cellsAt = Map.groupBy(cells, (cell) => cell.placeId)
  const peopled = places
    .filter(({ id }) => cellsAt.has(id))
    .map((place) => {
      const all = cellsAt.get(place.id) ?? []
      const far = all.filter((cell) => cell.far)
      const counts = { all: countUnits(all), far: countUnits(far) }
      return { all, far, counts, at: unitVector(place), lat: place.lat }
    })
  const byId = new Map(places.map((place) => [place.id, place]))
  const around = (placeId: string, km: number) => {
    const place = byId.get(placeId)
    if (!place) return []
    const at = unitVector(place)
    return peopled.flatMap((other) => {
      // A degree of latitude is 111 km: most places are left out without a distance.
      if (Math.abs(other.lat - place.lat) * 110 > km) return []
      const distance = distanceKm(at, other.at)
      return distance > km ? [] : { other, isNear: distance <= nearKm }
    })
  }
  const known = new Map<string, Float64Array>()
  return {
    units,
    countsAt(placeId) {
      let sum = known.get(placeId)
      if (!sum) {
        sum = new Float64Array(units.length)
        for (const { other, isNear } of around(placeId, farKm)) {
          addTo(sum, isNear ? other.counts.all : other.counts.far)
        }
        known.set(placeId, sum)
      }
      return sum
    },
    occupationsAt: (placeId, km) =>
      countOccupations(
        around(placeId, km).flatMap(({ other, isNear }) => (isNear ? other.all : other.far)),
      ),
  }
}

function addTo(sum: Float64Array, more: Float64Array): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (more[at] ?? 0)
}

function countOccupations(cells: readonly PeopleCell[]): Map<string, NearCount> {
  const counts = new Map<string, NearCount>()
  for (const { occupation, unit, people, proven } of cells) {
    const before = counts.get(occupation)
    counts.set(occupation, {
      unit,
      people: people + (before?.people ?? 0),
      proven: proven + (before?.proven ?? 0),
    })
  }
  return counts
}
