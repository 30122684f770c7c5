import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Place } from '#app/domain/reference/reference.ts'

/** Where a list of matches measures from. */
export interface Origin {
  /** The place that the typed name means; null without a name, or for one that nobody knows. */
  readonly chosen: Place | null
  /** Where the person lives, or the work is; null while not told. */
  readonly home: Place | null
  /** Places that may be meant by a name that nobody knows. */
  readonly near: readonly Place[]
}

/**
 * The place of a typed name, where several have that name the most important one, but one's own
 * before all others.
 */
export function originOf(
  reference: Reference,
  asked: { readonly country: string; readonly place: string; readonly homeId: string | null },
): Origin {
  const home = asked.homeId === null ? null : reference.place(asked.homeId)
  if (asked.place === '') return { chosen: null, home, near: [] }
  const isHome = home !== null && Object.values(home.names).includes(asked.place)
  if (isHome) return { chosen: home, home, near: [] }
  const { place, near } = reference.meantPlace(asked.country, asked.place)
  return { chosen: place, home, near }
}
