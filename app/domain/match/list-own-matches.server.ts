import type { Viewer } from '#app/domain/access.ts'
import { hasCountryPack } from '#app/domain/countries/index.ts'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import { readCards } from '#app/domain/search/kept-rows.server.ts'
import { type SearchStores, todayIn } from '#app/domain/search/search-opportunities.server.ts'
import { toDay } from '#db/codec.ts'
import { hiddenOpportunities } from '#db/queries/match-feedback.ts'
import type { OpportunityCard } from '#db/queries/opportunity-cards.ts'
import type { Offer } from '#search/documents/profile.ts'
import { type Explanation, explainPrepared } from '#search/matching/explain.ts'
import { prepareNeed, prepareOffer } from '#search/matching/prepare.ts'
import { type Arranged, matchPageSize, type PageOf, pageOf } from './arrange-matches.ts'
import {
  bestPairsWithFacets,
  type FacetCounts,
  kmBetween,
  type Source,
} from './best-pairs.server.ts'
import { chosenOf, type OwnMatchState, ownMatchFilters } from './match-list.ts'
import { type Origin, originOf } from './origin.server.ts'
import { ownOffer } from './own-offer.server.ts'
import { type WaysOn, waysOn } from './ways-on.server.ts'
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
  /** How many pass all filters and hard conditions, whatever they have in common. */
  readonly possible: number
  /** How many of those the list looks at, where that is not all: the best so many. */
  readonly cut: number | null
  readonly facets: FacetCounts<K>
  /** Of an empty list: which ways on from it find something. */
  readonly ways: WaysOn
  readonly origin: Origin
  /** How many this viewer has hidden. */
  readonly hidden: number
}

export interface OwnMatches extends PageOf<OwnMatch>, MatchesAround<'opportunity'> {
  readonly published: boolean
  readonly country: string
  readonly hasSkills: boolean
  /** Where the person's own radius ends short of the place asked for: what lies there is barred. */
  readonly reach: { readonly home: Place; readonly km: number } | null
}

const facets = ['kind', 'admin1', 'sector', 'contract', 'remote'] as const

/**
 * One page of the opportunities that fit the viewer, each explained. The index finds and orders them;
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
  const from = origin.chosen ?? origin.home
  const source: Source<'opportunity'> = {
    kind: 'opportunity',
    search,
    candidates: (filters, options) =>
      askSearch(search, () => search.candidates('opportunity', offer, filters, options)),
    read: async (pairs) => {
      const ids = pairs.map((pair) => pair.id)
      const cards = await readCards(stores, ids, today)
      return pairs.flatMap(({ id, band }) => {
        const row = cards.get(id)
        if (!row) return []
        const { published_at: newest, deadline } = row
        const place = row.place_id ? reference.place(row.place_id) : null
        return [{ id, band, newest, deadline, distanceKm: kmBetween(from, place) }]
      })
    },
  }
  const askedOf = (wanted: OwnMatchState) => ({
    filters: ownMatchFilters(wanted, {
      today,
      place: wanted.place ? origin.chosen : null,
      hidden,
      known: reference,
    }),
    chosen: chosenOf(wanted),
  })
  const best = await bestPairsWithFacets(source, askedOf(state), facets, facets)
  const { items, ...paging } = pageOf(best.shown, state.page, matchPageSize)
  const ids = items.map((item) => item.id)
  const cards = await readCards(stores, ids, today)
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
    items: items.flatMap(({ id, distanceKm }) => {
      const row = cards.get(id)
      const need = needs.get(id)
      if (!row || !need) return []
      const wanted = prepareNeed(taxonomy, need)
      const explanation = explainPrepared(taxonomy, need, offer, wanted, prepared)
      return explanation.blockers.length > 0 ? [] : [{ row, distanceKm, explanation }]
    }),
    farther: best.farther,
    bands: best.bands,
    possible: best.possible,
    cut: best.cut,
    facets: best.facets,
    ways: await waysOn(source, { total: paging.total, state, chosen: origin.chosen }, askedOf),
    reach: reachOf(offer, origin),
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

/** The person's own radius, where it ends short of the place asked for. */
function reachOf({ radiusKm, relocate }: Offer, { chosen, home }: Origin): OwnMatches['reach'] {
  const km = kmBetween(chosen, home)
  if (relocate || radiusKm === null || home === null || km === null || km <= radiusKm) return null
  return { home, km: radiusKm }
}
