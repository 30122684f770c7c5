import type { Place } from '#app/domain/reference/reference.ts'
import { cleared, isNarrowed, type ListState, radii } from '#app/domain/search/list-state.ts'
import { type Asked, bestPairs, type Side, type Source } from './best-pairs.server.ts'

/** The widest radius that a list offers. */
export const widestKm = radii[radii.length - 1] ?? 100

/** Which ways on from an empty list find something; both false where the list is not empty. */
export interface WaysOn {
  /** The same within the widest radius. */
  readonly wider: boolean
  /** Without any filter and place. */
  readonly all: boolean
}

export const noWays: WaysOn = { wider: false, all: false }

/** Tries the ways on from a list that is empty because it was narrowed: none is offered that finds nothing. */
export async function waysOn<K extends Side, S extends ListState<string>>(
  source: Source<K>,
  list: { readonly total: number; readonly state: S; readonly chosen: Place | null },
  askedOf: (state: S) => Asked<K>,
): Promise<WaysOn> {
  const { total, state, chosen } = list
  if (total > 0 || !isNarrowed(state)) return noWays
  const finds = async (other: S) => (await bestPairs(source, askedOf(other))).shown.length > 0
  return {
    wider: chosen !== null && state.km < widestKm && (await finds({ ...state, km: widestKm })),
    all: await finds({ ...state, ...cleared(state) }),
  }
}
