import type { FacetCount, Facets, Kind, Result } from '../engine.ts'
import { ANY, type Facts, FIELDS, type KindFields } from '../fields.ts'
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
  const facets: { [F in Facets[K]]?: FacetCount[] } = {}
  for (const name of names) {
    const counts = Object.entries(answered?.[`keywords.${name}`] ?? {})
    facets[name] = greatest(
      name,
      counts.map(([code, count]) => [decodeCode(code), count]),
    )
  }
  return facets
}

/** The same counts of documents at hand. */
export function countFacets<K extends Kind>(
  kind: K,
  names: readonly Facets[K][],
  documents: Iterable<Facts<K>>,
): Result<K>['facets'] {
  const facets: { [F in Facets[K]]?: FacetCount[] } = {}
  if (names.length === 0) return facets
  const fields: KindFields<K> = FIELDS[kind]
  const counts = new Map(names.map((name) => [name, new Map<string, number>()]))
  for (const facts of documents) {
    for (const [name, values] of counts) {
      for (const value of new Set(fields.keywords[name]?.(facts))) {
        values.set(value, 1 + (values.get(value) ?? 0))
      }
    }
  }
  for (const [name, values] of counts) facets[name] = greatest(name, [...values])
  return facets
}

function greatest(name: string, counts: readonly (readonly [string, number])[]): FacetCount[] {
  return counts
    .map(([value, count]) => ({ value, count }))
    .filter(({ value }) => name !== 'contract' || value !== ANY)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
}
