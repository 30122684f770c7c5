import { educationGroup, kindGroup, yesGroup } from '#app/domain/search/known-values.ts'
import { type Groups, type ListState, radii, readListState } from '#app/domain/search/list-state.ts'
import type { Band } from '#search/matching/band.ts'

/** Filters of a person's matches: the kind, a radius around where they live, and matches that are far off. */
export type OwnMatchFilter = 'kind' | 'within' | 'far'
export const ownMatchGroups: Groups<OwnMatchFilter> = {
  kind: kindGroup,
  within: { single: true, accepts: (value) => radii.some((km) => String(km) === value) },
  far: yesGroup,
}

/** Filters of the profiles that match an opportunity. */
export type ProfileMatchFilter = 'within' | 'education' | 'far'
export const profileMatchGroups: Groups<ProfileMatchFilter> = {
  within: ownMatchGroups.within,
  education: educationGroup,
  far: yesGroup,
}

/** Reads the address of a list of matches. */
export const readOwnMatchList = (params: URLSearchParams) => readListState(params, ownMatchGroups)
export const readProfileMatchList = (params: URLSearchParams) =>
  readListState(params, profileMatchGroups)

export type OwnMatchState = ListState<OwnMatchFilter>
export type ProfileMatchState = ListState<ProfileMatchFilter>

/** Most matches that are looked at: what comes after the best hundred is far off. */
export const mostMatches = 100

/** True for a band that counts as a match; the others are shown only to somebody who asks. */
export function isMatch(band: Band | null): boolean {
  return band === 'strong' || band === 'good' || band === 'partial'
}

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
