import type { Viewer } from '#app/domain/access.ts'
import { hasCountryPack } from '#app/domain/countries/index.ts'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import {
  pageSize,
  type SearchStores,
  todayIn,
} from '#app/domain/search/search-opportunities.server.ts'
import { toDay } from '#db/codec.ts'
import { type OpportunityCard, opportunityCards } from '#db/queries/opportunity-cards.ts'
import type { OpportunityKind } from '#search/documents/common.ts'
import type { Offer } from '#search/documents/profile.ts'
import type { OpportunityFilters } from '#search/engine.ts'
import { type Explanation, explainMatch } from '#search/matching/explain.ts'
import { isMatch, mostMatches, type OwnMatchState, type PageOf, pageOf } from './match-list.ts'
import { ownOffer } from './own-offer.server.ts'

/** An opportunity with why it fits. */
export interface OwnMatch {
  readonly row: OpportunityCard
  readonly distanceKm: number | null
  readonly explanation: Explanation
}

export interface OwnMatches extends PageOf<OwnMatch> {
  readonly published: boolean
  /** How many more have too little in common to count as a match; 0 when they are shown. */
  readonly farther: number
  readonly hasPlace: boolean
  readonly hasSkills: boolean
}

/**
 * The opportunities that fit the viewer best, each explained, best first. What the index proposes is
 * read again from the database and scored on what stands there now, so that nothing closed, past its
 * deadline or barred by a hard condition shows. Null for somebody without a profile.
 */
export async function listOwnMatches(
  stores: SearchStores,
  viewer: Viewer,
  state: OwnMatchState,
): Promise<OwnMatches | null> {
  const own = await ownOffer(stores.db, stores.reference, viewer)
  if (!own) return null
  const { offer, published } = own
  const { kind, within, far } = state.chosen
  const today = dayFor(offer, stores.now())
  const filters: OpportunityFilters = {
    status: ['open'],
    openOn: today,
    ...(kind.length > 0 && { kind: kind as readonly OpportunityKind[] }),
    ...(within[0] && offer.place && { near: { ...offer.place, km: Number(within[0]) } }),
  }
  const { hits } = await stores.search.candidates('opportunity', offer, filters, {
    limit: mostMatches,
  })
  const ids = hits.map((hit) => hit.id)
  const [documents, cards] = await Promise.all([
    documentsOf('opportunity', ids, stores),
    opportunityCards(stores.db, ids, today),
  ])
  const rows = new Map(cards.map((row) => [row.id, row]))
  const distances = new Map(hits.map((hit) => [hit.id, hit.distanceKm]))
  const all: OwnMatch[] = []
  for (const document of documents) {
    const row = rows.get(document.id)
    const explanation = explainMatch(stores.reference.taxonomy, document, offer)
    if (!row || explanation.blockers.length > 0) continue
    all.push({ row, distanceKm: distances.get(document.id) ?? null, explanation })
  }
  all.sort((a, b) => b.explanation.score - a.explanation.score || (a.row.id < b.row.id ? -1 : 1))
  const near = all.filter((one) => isMatch(one.explanation.band))
  const shown = far.length > 0 ? all : near
  return {
    ...pageOf(shown, state.page, pageSize),
    published,
    farther: far.length > 0 ? 0 : all.length - near.length,
    hasPlace: offer.place !== null,
    hasSkills: offer.skills.length > 0 || offer.occupations.length > 0,
  }
}

/** The day in the country of an offer or a need, by which deadlines pass. */
export function dayFor(one: Pick<Offer, 'country'>, now: Date): string {
  return hasCountryPack(one.country) ? todayIn(one.country, now) : toDay(now)
}
