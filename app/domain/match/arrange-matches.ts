import type { ListSort } from '#app/domain/search/list-state.ts'
import type { Band } from '#search/matching/band.ts'
import { matchBands } from './match-list.ts'

/** What a match is ordered and grouped by. */
export interface Sortable {
  readonly band: Band | null
  readonly distanceKm: number | null
  /** When it was published or last changed, as an instant; null while not known. */
  readonly newest: string | null
  /** A day; null for none. */
  readonly deadline: string | null
}

/** A list of matches before it is cut into pages. */
export interface Arranged<T> {
  readonly shown: readonly T[]
  /** How many more have too little in common to count as a match; 0 when they are shown. */
  readonly farther: number
  /** How many matches there are of each band, before a band was chosen. */
  readonly bands: readonly { readonly value: string; readonly count: number }[]
}

/** True for a band that counts as a match; the others are shown only to somebody who asks. */
export function isMatch(band: Band | null): boolean {
  return (matchBands as readonly (Band | null)[]).includes(band)
}

/** Where a band stands among the others: the best first, none last. */
function bandPlace(band: Band | null): number {
  return band === null ? bandOrder.length : bandOrder.indexOf(band)
}

const bandOrder: readonly Band[] = [...matchBands, 'weak']

/**
 * What comes first for each sort; equals keep their order, which is the best score first. By fit, a
 * better band comes before a better score: the band is what people see.
 */
const before: Record<ListSort, (a: Sortable, b: Sortable) => number> = {
  relevance: (a, b) => bandPlace(a.band) - bandPlace(b.band),
  newest: (a, b) => compare(b.newest ?? '', a.newest ?? ''),
  distance: (a, b) => compare(a.distanceKm ?? Infinity, b.distanceKm ?? Infinity),
  // Without a deadline there is no hurry. No day is greater than this one.
  deadline: (a, b) => compare(a.deadline ?? '9999', b.deadline ?? '9999'),
}

function compare<V extends string | number>(a: V, b: V): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** What a list is asked to show of the pairs that were found, and in which order. */
export interface Chosen {
  readonly sort: ListSort
  readonly bands: readonly string[]
  readonly far: boolean
}

/** Chooses and orders what a list shows of pairs that come best score first. */
export function arrangeMatches<T extends Sortable>(
  pairs: readonly T[],
  asked: Chosen,
): Arranged<T> {
  const matches = pairs.filter((one) => isMatch(one.band))
  const bands = matchBands.map((value) => ({
    value,
    count: matches.filter((one) => one.band === value).length,
  }))
  const chosen =
    asked.bands.length > 0
      ? matches.filter((one) => one.band !== null && asked.bands.includes(one.band))
      : asked.far
        ? pairs
        : matches
  return {
    shown: chosen.toSorted(before[asked.sort]),
    farther: asked.far || asked.bands.length > 0 ? 0 : pairs.length - matches.length,
    bands,
  }
}

/** Matches a page: a card says much, and on a phone stands tall. */
export const matchPageSize = 10

/** One page of a list. */
export interface PageOf<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** A page of a list that is whole in memory; the last one where a later one is asked for. */
export function pageOf<T>(all: readonly T[], asked: number, size: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(asked, pages)
  return { items: all.slice((page - 1) * size, page * size), total: all.length, page, pages }
}
