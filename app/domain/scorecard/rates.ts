/** Under so many cases no rate is told: one case more or less would change it too much. */
export const fewestCases = 10

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
  /** Counts alone: too few cases for a rate. Null: people, of whom not even counts are told. */
  | { readonly kind: 'counts'; readonly part: number | null; readonly of: number | null }
  | {
      readonly kind: 'rate'
      readonly part: number
      readonly of: number
      readonly share: number
      readonly low: number
      readonly high: number
    }
  /** People: fewer than five of so many. */
  | { readonly kind: 'few'; readonly of: number }

/** A share of firms, of contacts, of things. */
export function rateOf(part: number, of: number): Rate {
  if (of === 0) return { kind: 'none' }
  if (of < fewestCases) return { kind: 'counts', part, of }
  return { kind: 'rate', part, of, share: part / of, ...wilson(part, of) }
}

/** A number of people as it may be told: blurred and rounded (see the map's rule), or fewer than five. */
export type ToldPeople = number | 'few'

/** Under so many people no rate is told: the blur would weigh as much as they do. */
export const fewestPeople = 20

/** How far a told number of people lies from the true one, as a standard deviation: the blur's 2 and rounding to five. */
const blurDeviation = 2.5

/**
 * A share of people, from numbers as they are told: nothing is worked out from true ones. The interval is
 * that of Wilson widened by what the blur of both numbers adds, their errors being independent.
 */
export function rateOfPeople(part: ToldPeople, of: ToldPeople): Rate {
  if (of === 'few' || of < fewestPeople) return { kind: 'counts', part: null, of: null }
  if (part === 'few') return { kind: 'few', of }
  // Blurred apart, a part can come out as more than its whole.
  const within = Math.min(part, of)
  const share = within / of
  const { low, high } = wilson(within, of)
  const blur = (z95 * blurDeviation * Math.sqrt(1 + share ** 2)) / of
  return {
    kind: 'rate',
    part: within,
    of,
    share,
    low: Math.max(0, share - Math.hypot(share - low, blur)),
    high: Math.min(1, share + Math.hypot(high - share, blur)),
  }
}
