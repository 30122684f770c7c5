import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Place } from '#app/domain/reference/reference.ts'

/** Where a list of matches measures from. */
export interface Origin {
  /** The place that the typed name means; null without a name, or for one that nobody knows. */
  readonly chosen: Place | null
  /** Where the person lives, or the work is; null while not told. */
  readonly home: Place | null
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
  if (asked.place === '') return { chosen: null, home }
  const isHome = home !== null && Object.values(home.names).includes(asked.place)
  const [found] = isHome ? [home] : reference.findPlaces(asked.country, asked.place, 1)
  return { chosen: found ?? null, home }
}
