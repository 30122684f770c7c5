import type { CountryCode } from '#app/domain/countries/index.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import type { ReadDb } from '#db/open.ts'
import { browseOpportunities as idsOfPage } from '#db/queries/browse-opportunities.ts'
import { opportunityCards } from '#db/queries/opportunity-cards.ts'
import type { OpportunityFilters } from '#search/engine.ts'
import { distanceKm, unitVector } from '#search/measures.ts'
import { noHelp } from './help-search.server.ts'
import { type OpportunityListState, opportunityFilters } from './opportunity-search.ts'
import { type OpportunityResults, pageSize, todayIn } from './search-opportunities.server.ts'

/**
 * One page of the published opportunities, newest first, while the index cannot answer: all filters
 * hold, a place with its radius too; words and other orders wait. Facets are not counted.
 */
export async function browseOpportunities(
  stores: { readonly db: ReadDb; readonly reference: Reference; readonly now: () => Date },
  state: OpportunityListState,
  country: CountryCode,
): Promise<OpportunityResults> {
  const { db, reference } = stores
  const today = todayIn(country, stores.now())
  const { place, near: nearPlaces } = reference.meantPlace(country, state.place)
  const filters = opportunityFilters(state, { country, known: reference, today, place })
  const wanted = {
    country,
    today,
    kind: filters.kind,
    contract: filters.contract,
    admin1: filters.admin1,
    sector: filters.sector,
    occupation: filters.occupation,
    education: filters.education?.max,
    remote: filters.remote,
    placeId: filters.near && placesAround(reference.placesOf(country), filters.near),
  }
  const at = (page: number) => ({ limit: pageSize, offset: (page - 1) * pageSize })
  let { ids, total } = await idsOfPage(db, wanted, at(state.page))
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(state.page, pages)
  if (page !== state.page) ({ ids, total } = await idsOfPage(db, wanted, at(page)))
  const rows = new Map((await opportunityCards(db, ids, today)).map((row) => [row.id, row]))
  const from = place && unitVector(place)
  return {
    items: ids.flatMap((id) => {
      const row = rows.get(id)
      if (!row) return []
      const there = row.place_id ? reference.place(row.place_id) : null
      return [{ row, distanceKm: from && there ? distanceKm(from, unitVector(there)) : null }]
    }),
    total,
    page,
    pages,
    place,
    nearPlaces,
    facets: {},
    help: noHelp,
  }
}

/** Ids of the places within a radius; places are what opportunities say where they are by. */
function placesAround(
  places: readonly Place[],
  near: NonNullable<OpportunityFilters['near']>,
): string[] {
  const centre = unitVector(near)
  return places
    .filter((place) => distanceKm(centre, unitVector(place)) <= near.km)
    .map((place) => place.id)
}
