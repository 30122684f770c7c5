import { orgIds, type Viewer } from '#app/domain/access.ts'
import { type CountryCode, hasCountryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { ReadDb } from '#db/open.ts'
import { type IndexedProfile, indexedProfiles } from '#db/queries/indexed-profiles.ts'
import { countriesOfOrganisations } from '#db/queries/viewer-countries.ts'
import { type CandidateListState, candidateFilters } from './candidate-search.ts'
import { type ActiveFilter, type FacetCounts, searchWithFacets } from './count-facets.server.ts'
import { helpSearch, type SearchHelp } from './help-search.server.ts'
import { pageSize, type SearchStores, todayIn } from './search-opportunities.server.ts'

/** One candidate: the pseudonymous profile as it is now, and how far from the place asked for. */
export interface FoundCandidate {
  readonly profile: IndexedProfile
  readonly distanceKm: number | null
}

/** One page of a search for candidates. */
export interface CandidateResults {
  readonly items: readonly FoundCandidate[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** The place that the typed name means; null without a name, or for one that nobody knows. */
  readonly place: Place | null
  /** Places that a name which nobody knows may mean, at most three. */
  readonly nearPlaces: readonly Place[]
  readonly facets: FacetCounts<'profile'>
  readonly help: SearchHelp
}

/**
 * Countries in which the viewer may look for candidates: those of their companies and chambers.
 * Throws `ExpectedError('forbidden')` when there is none.
 */
export async function candidateCountries(
  db: ReadDb,
  viewer: Viewer,
): Promise<[CountryCode, ...CountryCode[]]> {
  const codes = await countriesOfOrganisations(
    db,
    orgIds(viewer, 'company'),
    orgIds(viewer, 'chamber'),
  )
  const [first, ...others] = codes.filter(hasCountryPack)
  if (!first) throw new ExpectedError('forbidden')
  return [first, ...others]
}

const facets = [
  'occupation',
  'skill',
  'admin1',
  'language',
  'education',
  'kind',
  'country',
] as const

/**
 * One page of the search for candidates. Which profiles fit is the index's answer; the database has
 * the last word on whether they are published. Identity is not read.
 */
export async function searchCandidates(
  stores: SearchStores,
  viewer: Viewer,
  state: CandidateListState,
  country: CountryCode,
  locale: Locale,
): Promise<CandidateResults> {
  const { reference, search, db } = stores
  const { place, near: nearPlaces } = reference.meantPlace(country, state.place)
  const filters = candidateFilters(state, {
    country,
    today: todayIn(country, stores.now()),
    place,
    companyIds: orgIds(viewer, 'company'),
  })
  const active: ActiveFilter<'profile'>[] = []
  const add = (facet: (typeof facets)[number], filter: ActiveFilter<'profile'>['filter']) => {
    if (state.chosen[facet].length > 0) active.push({ facet, filter })
  }
  // Skills and languages are asked for all together: their counts are those of the narrowed list.
  add('occupation', 'occupation')
  add('admin1', 'admin1')
  add('education', 'education')
  add('kind', 'kind')
  const query = { text: state.text, filters, facets, sort: state.sort, size: pageSize }
  const first = await searchWithFacets(search, 'profile', { ...query, page: state.page }, active)
  const { total } = first.result
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(state.page, pages)
  const hits =
    page === state.page
      ? first.result.hits
      : (await search.search('profile', { ...query, facets: [], page })).hits
  const rows = new Map(
    (
      await indexedProfiles(
        db,
        hits.map((hit) => hit.id),
      )
    ).map((row) => [row.profile.id, row]),
  )
  const help = await helpSearch(stores, 'profile', { state, filters, total, country, locale })
  return {
    items: hits.flatMap(({ id, distanceKm }) => {
      const profile = rows.get(id)
      return profile ? [{ profile, distanceKm }] : []
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
