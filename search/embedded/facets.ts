import type { Facets, Kind, Result } from '../engine.ts'
import { ANY } from '../fields.ts'
import type { Selection } from './columns.ts'
import type { KindIndex } from './kind-index.ts'

const MOST_VALUES = 100

/** Counts the values of each column among the selected documents, greatest first. */
export function facetsOf<K extends Kind>(
  index: KindIndex<K>,
  selection: Selection,
  names: readonly Facets[K][],
): Result<K>['facets'] {
  const facets: { [F in Facets[K]]?: { value: string; count: number }[] } = {}
  for (const name of names) {
    const all = selection.count === index.size
    const counts = index.keyword(name)?.count(selection, all, MOST_VALUES + 1) ?? []
    const named = name === 'contract' ? counts.filter(({ value }) => value !== ANY) : counts
    facets[name] = named.slice(0, MOST_VALUES)
  }
  return facets
}
