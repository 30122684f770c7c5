import type { Viewer } from '#app/domain/access.ts'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import { profileDocument } from '#app/domain/indexing/profile-document.server.ts'
import type { SearchStores } from '#app/domain/search/search-opportunities.server.ts'
import { indexedProfiles } from '#db/queries/indexed-profiles.ts'
import { opportunityCards } from '#db/queries/opportunity-cards.ts'
import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import { explainMatch } from '#search/matching/explain.ts'
import { kmBetween } from './best-pairs.server.ts'
import type { ProfileMatch } from './list-matching-profiles.server.ts'
import { dayFor, type OwnMatch } from './list-own-matches.server.ts'
import { type OwnNeed, ownNeed } from './opportunity-need.server.ts'
import { ownOffer } from './own-offer.server.ts'
import { wordless } from './wordless.server.ts'

type Stores = Omit<SearchStores, 'search'>

/** An opportunity as it is compared: all it states, and how it fits. */
export type ComparedOpportunity = OwnMatch & { readonly need: OpportunityDocument }

/** A profile as it is compared, and how it fits. */
export type ComparedProfile = ProfileMatch

/**
 * Opportunities that are still open, explained for the viewer, in the order asked for; those that the
 * viewer's own conditions bar come with their blockers. Null without a profile.
 */
export async function compareOpportunities(
  stores: Stores,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ComparedOpportunity[] | null> {
  const { db, reference } = stores
  const own = await ownOffer(db, reference, viewer)
  if (!own) return null
  const cards = await opportunityCards(db, ids, dayFor(own.offer, stores.now()))
  const rows = new Map(cards.map((row) => [row.id, row]))
  const needs = new Map(
    (await documentsOf('opportunity', ids, { db, reference: wordless(reference) })).map((need) => [
      need.id,
      need,
    ]),
  )
  return ids.flatMap((id) => {
    const row = rows.get(id)
    const need = needs.get(id)
    if (!row || !need) return []
    const explanation = explainMatch(reference.taxonomy, need, own.offer)
    return [{ row, need, explanation, distanceKm: kmBetween(own.offer.place, need.place) }]
  })
}

/**
 * Published profiles, explained for an opportunity, in the order asked for; one that has blocked the
 * company is not there. Throws `ExpectedError('not-found')` for an opportunity outside the viewer's
 * scope.
 */
export async function compareProfiles(
  { db, reference }: Pick<Stores, 'db' | 'reference'>,
  viewer: Viewer,
  opportunityId: string,
  ids: readonly string[],
): Promise<{ own: OwnNeed; profiles: ComparedProfile[] }> {
  const own = await ownNeed(db, reference, viewer, opportunityId)
  const rows = new Map((await indexedProfiles(db, ids)).map((row) => [row.profile.id, row]))
  const profiles = ids.flatMap((id) => {
    const profile = rows.get(id)
    if (!profile) return []
    const offer = profileDocument(profile, wordless(reference))
    const explanation = explainMatch(reference.taxonomy, own.need, offer)
    if (explanation.blockers.includes('blocked-company')) return []
    return [{ profile, explanation, distanceKm: kmBetween(own.need.place, offer.place) }]
  })
  return { own, profiles }
}
