import type { FacetCount, Facets, Filters, Kind, Query, SearchEngine } from '#search/engine.ts'

/** A filter that is on, and the facet that shows its other choices. */
export interface ActiveFilter<K extends Kind> {
  readonly facet: Facets[K]
  readonly filter: keyof Filters[K]
}

/** How many results each choice would leave, by facet. */
export type FacetCounts<K extends Kind> = { readonly [F in Facets[K]]?: readonly FacetCount[] }

/**
 * Searches, and counts the choices of each facet. Where a facet's own filter is on, its choices are
 * counted as if it were not: they are alternatives, and would otherwise all say zero.
 */
export async function searchWithFacets<K extends Kind>(
  search: SearchEngine,
  kind: K,
  query: Query<K>,
  active: readonly ActiveFilter<K>[],
) {
  const result = await search.search(kind, query)
  const counts: { [F in Facets[K]]?: readonly FacetCount[] } = { ...result.facets }
  for (const { facet, filter } of active) {
    const filters = { ...query.filters }
    delete filters[filter as keyof typeof filters]
    const others = await search.search(kind, {
      ...query,
      filters: filters as Filters[K],
      facets: [facet],
      page: 1,
      size: 1,
    })
    counts[facet] = others.facets[facet] ?? []
  }
  return { result, counts: counts as FacetCounts<K> }
}
