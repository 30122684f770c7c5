import type { Viewer } from '#app/domain/access.ts'
import type { SearchStores } from '#app/domain/search/search-opportunities.server.ts'
import { type IndexedProfile, indexedProfiles } from '#db/queries/indexed-profiles.ts'
import { type HiddenRow, hiddenOpportunities, hiddenProfiles } from '#db/queries/match-feedback.ts'
import { type OpportunityCard, opportunityCards } from '#db/queries/opportunity-cards.ts'
import { dayFor } from './list-own-matches.server.ts'
import { type OwnNeed, ownNeed } from './opportunity-need.server.ts'
import { ownOffer } from './own-offer.server.ts'

type Stores = Omit<SearchStores, 'search'>

/** A match that was left out of a list, when and why. */
export type Hidden<T> = T & Pick<HiddenRow, 'at' | 'reason'>

/** The opportunities that the viewer hid and that are still open, newest first. Null without a profile. */
export async function listHiddenOpportunities(
  { db, reference, now }: Stores,
  viewer: Viewer,
): Promise<Hidden<{ row: OpportunityCard }>[] | null> {
  const own = await ownOffer(db, reference, viewer)
  if (!own) return null
  const today = dayFor(own.offer, now())
  const hidden = await hiddenOpportunities(db, own.offer.id, today)
  const ids = hidden.map((one) => one.id)
  const rows = new Map((await opportunityCards(db, ids, today)).map((row) => [row.id, row]))
  return hidden.flatMap(({ id, at, reason }) => {
    const row = rows.get(id)
    return row ? [{ row, at, reason }] : []
  })
}

/**
 * The profiles that the company hid for an opportunity and that are still published, newest first.
 * Throws `ExpectedError('not-found')` for an opportunity outside the viewer's scope.
 */
export async function listHiddenProfiles(
  { db, reference }: Pick<Stores, 'db' | 'reference'>,
  viewer: Viewer,
  opportunityId: string,
): Promise<{ own: OwnNeed; hidden: Hidden<{ profile: IndexedProfile }>[] }> {
  const own = await ownNeed(db, reference, viewer, opportunityId)
  const hidden = await hiddenProfiles(db, own.need.id)
  const ids = hidden.map((one) => one.id)
  const rows = new Map((await indexedProfiles(db, ids)).map((row) => [row.profile.id, row]))
  return {
    own,
    hidden: hidden.flatMap(({ id, at, reason }) => {
      const profile = rows.get(id)
      return profile ? [{ profile, at, reason }] : []
    }),
  }
}
