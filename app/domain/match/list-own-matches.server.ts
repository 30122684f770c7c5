import type { Viewer } from '#app/domain/access.ts'
import { hasCountryPack } from '#app/domain/countries/index.ts'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import { readCards } from '#app/domain/search/kept-rows.server.ts'
import {
  pageSize,
  type SearchStores,
  todayIn,
} from '#app/domain/search/search-opportunities.server.ts'
import { toDay } from '#db/codec.ts'
import { hiddenOpportunities } from '#db/queries/match-feedback.ts'
import type { OpportunityCard } from '#db/queries/opportunity-cards.ts'
import type { Offer } from '#search/documents/profile.ts'
import { blockersOf } from '#search/matching/conditions.ts'
import type { Explanation } from '#search/matching/explain.ts'
import { prepareNeed, prepareOffer } from '#search/matching/prepare.ts'
import { type Arranged, arrangeMatches, type PageOf, pageOf } from './arrange-matches.ts'
import { type BestPairs, bestPairs, kmBetween } from './best-pairs.server.ts'
import { type OwnMatchState, ownMatchFilters } from './match-list.ts'
import { type Origin, originOf } from './origin.server.ts'
import { ownOffer } from './own-offer.server.ts'
import { wordless } from './wordless.server.ts'

/** An opportunity with why it fits. */
export interface OwnMatch {
  readonly row: OpportunityCard
  readonly distanceKm: number | null
  readonly explanation: Explanation
}

/** What a page of matches says besides the matches. */
export interface MatchesAround<K extends 'profile' | 'opportunity'> {
  /** How many more have too little in common to count as a match; 0 when they are shown. */
  readonly farther: number
  readonly bands: Arranged<unknown>['bands']
  readonly possible: number
  /** True when there may be more that are far off than were counted. */
  readonly cut: boolean
  /** True when there may be more matches than were counted. */
  readonly more: boolean
  readonly facets: BestPairs<K>['facets']
  readonly origin: Origin
  /** How many this viewer has hidden. */
  readonly hidden: number
}

export interface OwnMatches extends PageOf<OwnMatch>, MatchesAround<'opportunity'> {
  readonly published: boolean
  readonly country: string
  readonly hasSkills: boolean
}

const facets = ['kind', 'admin1', 'sector', 'contract', 'remote'] as const

/**
 * One page of the opportunities that fit the viewer, each explained. The index orders and explains;
 * the database has the last word on what may be shown: nothing closed, past its deadline or barred by
 * a hard condition is. Null for somebody without a profile.
 */
export async function listOwnMatches(
  stores: SearchStores,
  viewer: Viewer,
  state: OwnMatchState,
): Promise<OwnMatches | null> {
  const { db, reference, search } = stores
  const own = await ownOffer(db, reference, viewer)
  if (!own) return null
  const { offer, published } = own
  const { country } = offer
  const today = dayFor(offer, stores.now())
  const origin = originOf(reference, {
    country,
    place: state.place,
    homeId: offer.place?.id ?? null,
  })
  const hidden = (await hiddenOpportunities(db, offer.id, today)).map((row) => row.id)
  const filters = ownMatchFilters(state, { today, place: origin.chosen, hidden, known: reference })
  const best = await bestPairs<'opportunity'>(
    (narrowed, options) =>
      askSearch(search, () => search.candidates('opportunity', offer, narrowed, options)),
    filters,
    facets,
    facets,
  )
  const cards = await readCards(
    stores,
    best.pairs.map((pair) => pair.id),
    today,
  )
  const from = origin.chosen ?? origin.home
  const arranged = arrangeMatches(
    best.pairs.flatMap(({ id, explanation }) => {
      const row = cards.get(id)
      if (!row) return []
      const place = row.place_id ? reference.place(row.place_id) : null
      const { published_at: newest, deadline } = row
      const distanceKm = kmBetween(from, place)
      return [{ id, band: explanation.band, newest, deadline, distanceKm, explanation }]
    }),
    { sort: state.sort, bands: state.chosen.band, far: state.chosen.far.length > 0 },
  )
  const { items, ...paging } = pageOf(arranged.shown, state.page, pageSize)
  const ids = items.map((item) => item.id)
  const needs = new Map(
    (await documentsOf('opportunity', ids, { db, reference: wordless(reference) })).map((need) => [
      need.id,
      need,
    ]),
  )
  const { taxonomy } = reference
  const prepared = prepareOffer(taxonomy, offer)
  return {
    ...paging,
    items: items.flatMap(({ id, distanceKm, explanation }) => {
      const row = cards.get(id)
      const need = needs.get(id)
      if (!row || !need || blockersOf(prepareNeed(taxonomy, need), prepared).length > 0) return []
      return [{ row, distanceKm, explanation }]
    }),
    farther: arranged.farther,
    bands: arranged.bands,
    possible: best.possible,
    cut: best.cut,
    more: best.more,
    facets: best.facets,
    origin,
    hidden: hidden.length,
    published,
    country,
    hasSkills: offer.skills.length > 0 || offer.occupations.length > 0,
  }
}

/** The day in the country of an offer or a need, by which deadlines pass. */
export function dayFor(one: Pick<Offer, 'country'>, now: Date): string {
  return hasCountryPack(one.country) ? todayIn(one.country, now) : toDay(now)
}
