import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'
import { dayIn } from '#app/domain/opportunity/opportunity.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { ReadDb } from '#db/open.ts'
import type { OpportunityCard } from '#db/queries/opportunity-cards.ts'
import type { OpportunityFilters, SearchEngine } from '#search/engine.ts'
import { type ActiveFilter, type FacetCounts, searchWithFacets } from './count-facets.server.ts'
import { helpSearch, type SearchHelp } from './help-search.server.ts'
import { readCards } from './kept-rows.server.ts'
import { type OpportunityListState, opportunityFilters } from './opportunity-search.ts'

/** Results a page. */
export const pageSize = 20

/** One result: the row as it is now, and how far it lies from the place asked for. */
export interface FoundOpportunity {
  readonly row: OpportunityCard
  readonly distanceKm: number | null
}

/** One page of a search for opportunities. */
export interface OpportunityResults {
  readonly items: readonly FoundOpportunity[]
  readonly total: number
  /** The page shown: the last one where a later one was asked for. */
  readonly page: number
  readonly pages: number
  /** The place that the typed name means; null without a name, or for one that nobody knows. */
  readonly place: Place | null
  /** Places that a name which nobody knows may mean, at most three. */
  readonly nearPlaces: readonly Place[]
  readonly facets: FacetCounts<'opportunity'>
  readonly help: SearchHelp
}

export interface SearchStores {
  readonly db: ReadDb
  readonly search: SearchEngine
  readonly reference: Reference
  readonly now: () => Date
}

/** The day that it is in a country, by which deadlines pass. */
export function todayIn(country: CountryCode, now: Date): string {
  return dayIn(countryPack(country).timeZone, now)
}

const facets = [
  'kind',
  'contract',
  'admin1',
  'sector',
  'occupation',
  'education',
  'remote',
] as const

/**
 * One page of the public search. Which opportunities fit is the index's answer; what is shown of
 * them is read from the database, which also has the last word on whether they may be shown.
 */
export async function searchOpportunities(
  stores: SearchStores,
  state: OpportunityListState,
  country: CountryCode,
  locale: Locale,
): Promise<OpportunityResults> {
  const { reference, search } = stores
  const today = todayIn(country, stores.now())
  const { place, near: nearPlaces } = reference.meantPlace(country, state.place)
  const filters = opportunityFilters(state, { country, known: reference, today, place })
  const active: ActiveFilter<'opportunity'>[] = []
  for (const facet of facets) {
    if (state.chosen[facet].length > 0) {
      active.push({ facet, filter: facet satisfies keyof OpportunityFilters })
    }
  }
  const abroad = state.chosen.country.length > 0 || (await hasOtherCountries(search, filters))
  if (abroad) active.push({ facet: 'country', filter: 'country' })
  const query = { text: state.text, filters, facets, sort: state.sort, size: pageSize }
  const first = await searchWithFacets(
    search,
    'opportunity',
    { ...query, page: state.page },
    active,
  )
  const { total } = first.result
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(state.page, pages)
  const hits =
    page === state.page
      ? first.result.hits
      : (await search.search('opportunity', { ...query, facets: [], page })).hits
  const rows = await readCards(
    stores,
    hits.map((hit) => hit.id),
    today,
  )
  const help = await helpSearch(stores, 'opportunity', { state, filters, total, country, locale })
  return {
    items: hits.flatMap(({ id, distanceKm }) => {
      const row = rows.get(id)
      return row ? [{ row, distanceKm }] : []
    }),
    total,
    page,
    pages,
    place,
    nearPlaces,
    facets: first.counts,
    help,
  }
}

/** How long it is believed that a deployment has opportunities in one country only. */
const oneCountryMs = 60_000
const oneCountryUntil = new WeakMap<SearchEngine, number>()

/**
 * Whether the index holds open opportunities of several countries, so that the choice is worth a
 * count. Most deployments serve one country: that it is so is not asked anew for each page.
 */
async function hasOtherCountries(
  search: SearchEngine,
  { status, openOn }: OpportunityFilters,
): Promise<boolean> {
  if (performance.now() < (oneCountryUntil.get(search) ?? 0)) return false
  const { facets } = await search.search('opportunity', {
    filters: { status: status ?? ['open'], ...(openOn !== undefined && { openOn }) },
    facets: ['country'],
    size: 1,
  })
  if ((facets.country?.length ?? 0) > 1) return true
  oneCountryUntil.set(search, performance.now() + oneCountryMs)
  return false
}
