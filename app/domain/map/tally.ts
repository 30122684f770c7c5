/** A number with what it is a part of, and the ends of the ids of the people in it. */
export interface Sum {
  value: number
  /** What `value` is a share of; 0 where it is no share. */
  of: number
  /** Least and greatest id of those counted; empty where none are. */
  first: string
  last: string
}

const emptySum = (): Sum => ({ value: 0, of: 0, first: '', last: '' })

/** What one thing adds where it stands. */
export interface Amount {
  readonly value: number
  readonly of?: number
  readonly first?: string
  readonly last?: string
}

/** Numbers by area and place, and for all. */
export interface Tally {
  readonly total: Sum
  readonly areas: Map<string, Sum>
  readonly places: Map<string, Sum>
  /** What stands nowhere that the map knows. */
  readonly unplaced: Sum
}

export const emptyTally = (): Tally => ({
  total: emptySum(),
  areas: new Map(),
  places: new Map(),
  unplaced: emptySum(),
})

/**
 * Adds an amount once to the total, once to each area and once to each place: a firm with three sites in
 * a district is one firm there.
 */
export function addTo(
  tally: Tally,
  placeIds: readonly string[],
  areaOf: (placeId: string) => string | null,
  amount: Amount,
): void {
  add(tally.total, amount)
  const areas = new Set<string>()
  for (const placeId of placeIds) {
    const area = areaOf(placeId)
    if (area === null) continue
    areas.add(area)
    add(entry(tally.places, placeId), amount)
  }
  for (const area of areas) add(entry(tally.areas, area), amount)
  if (areas.size === 0) add(tally.unplaced, amount)
}

function entry(sums: Map<string, Sum>, key: string): Sum {
  let sum = sums.get(key)
  if (!sum) {
    sum = emptySum()
    sums.set(key, sum)
  }
  return sum
}

function add(sum: Sum, { value, of = 0, first = '', last = first }: Amount): void {
  sum.value += value
  sum.of += of
  if (first && (!sum.first || first < sum.first)) sum.first = first
  if (last > sum.last) sum.last = last
}
