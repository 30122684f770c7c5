/** Under so many cases no rate is told: one case more or less would change it too much. */
export const fewestCases = 10
/** Fewer people than this are never told by number. */
export const fewestPeople = 5

/** The normal deviate of a two-sided 95 % interval. */
const z95 = 1.959963984540054

/**
 * The 95 % interval of a share after Wilson (1927): honest for few cases and near 0 and 1, where the usual plus or
 * minus is not. Both ends from 0 to 1; the whole range where there is no case.
 */
export function wilson(part: number, of: number): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const share = part / of
  const square = z95 ** 2
  const scale = 1 + square / of
  const middle = (share + square / (2 * of)) / scale
  const half = (z95 / scale) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** What is told of a share. */
export type Rate =
  /** Nothing to take a share of. */
  | { readonly kind: 'none' }
  /** Counts alone: too few cases for a rate. `part` null: a few people, not told. */
  | { readonly kind: 'counts'; readonly part: number | null; readonly of: number | null }
  | {
      readonly kind: 'rate'
      readonly part: number
      readonly of: number
      readonly share: number
      readonly low: number
      readonly high: number
    }
  /** People: all but fewer than five, or fewer than five. `share` is the bound. */
  | { readonly kind: 'least' | 'most'; readonly share: number; readonly of: number }

/** A share of firms, of contacts, of things. */
export function rateOf(part: number, of: number): Rate {
  if (of === 0) return { kind: 'none' }
  if (of < fewestCases) return { kind: 'counts', part, of }
  return { kind: 'rate', part, of, share: part / of, ...wilson(part, of) }
}

/** A share of people: neither those in it nor those outside are told when they are fewer than five. */
export function rateOfPeople(part: number, of: number): Rate {
  if (of === 0) return { kind: 'none' }
  if (of < fewestCases) return { kind: 'counts', part: null, of: of < fewestPeople ? null : of }
  const bound = fewestPeople - 1
  if (part < fewestPeople) return { kind: 'most', share: bound / of, of }
  if (of - part < fewestPeople) return { kind: 'least', share: (of - bound) / of, of }
  return { kind: 'rate', part, of, share: part / of, ...wilson(part, of) }
}

/** A number of people as it is told: null is "fewer than 5". */
export const people = (count: number): number | null => (count < fewestPeople ? null : count)

/**
 * Numbers of people of the parts of a whole whose sum is told too. Fewer than five are left out (null), and
 * where that alone would let one be found by subtraction, the smallest other is left out as well ('hidden').
 */
export function peopleByPart(counts: readonly number[]): (number | null | 'hidden')[] {
  const told: (number | null | 'hidden')[] = counts.map(people)
  const left = counts.filter((count) => count < fewestPeople)
  const sum = left.reduce((all, one) => all + one, 0)
  // One alone, or several that are all as many as they can be, are known from what is missing in the sum.
  const isKnown = sum > 0 && (left.length === 1 || sum === left.length * (fewestPeople - 1))
  if (!isKnown) return told
  let smallest = -1
  counts.forEach((count, at) => {
    const isTold = told[at] !== null
    if (isTold && (smallest < 0 || count < (counts[smallest] ?? 0))) smallest = at
  })
  if (smallest >= 0) told[smallest] = 'hidden'
  return told
}
