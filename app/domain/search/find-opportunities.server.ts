import type { CountryCode } from '#app/domain/countries/index.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import { askSearch } from './ask-search.server.ts'
import { browseOpportunities } from './browse-opportunities.server.ts'
import type { OpportunityListState } from './opportunity-search.ts'
import {
  type OpportunityResults,
  type SearchStores,
  searchOpportunities,
} from './search-opportunities.server.ts'

/**
 * One page of the open opportunities that the public asks for. `resting`: the index cannot answer
 * now, so these were browsed in the database, without regard to words and order.
 */
export async function findOpportunities(
  stores: SearchStores,
  state: OpportunityListState,
  country: CountryCode,
  locale: Locale,
): Promise<{ found: OpportunityResults; resting: boolean }> {
  try {
    const found = await askSearch(stores.search, () =>
      searchOpportunities(stores, state, country, locale),
    )
    return { found, resting: false }
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error
    return { found: await browseOpportunities(stores, state, country), resting: true }
  }
}
