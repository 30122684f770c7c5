import type { Facets, Kind, Result } from '../engine.ts'
import { ANY } from '../fields.ts'
import { decodeCode } from './codes.ts'

const MOST_VALUES = 100

/** What the server calls these columns. */
export function facetNames(names: readonly string[]): string[] {
  return names.map((name) => `keywords.${name}`)
}

/** The counts that the server answered, by our names, greatest first. */
export function facetsOf<K extends Kind>(
  names: readonly Facets[K][],
  answered: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined,
): Result<K>['facets'] {
  const facets: { [F in Facets[K]]?: { value: string; count: number }[] } = {}
  for (const name of names) {
    facets[name] = Object.entries(answered?.[`keywords.${name}`] ?? {})
      .map(([code, count]) => ({ value: decodeCode(code), count }))
      .filter(({ value }) => name !== 'contract' || value !== ANY)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_VALUES)
  }
  return facets
}
