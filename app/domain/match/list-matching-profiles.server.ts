import type { Viewer } from '#app/domain/access.ts'
import { profileDocument } from '#app/domain/indexing/profile-document.server.ts'
import { pageSize, type SearchStores } from '#app/domain/search/search-opportunities.server.ts'
import { type IndexedProfile, indexedProfiles } from '#db/queries/indexed-profiles.ts'
import type { ProfileFilters } from '#search/engine.ts'
import { type Explanation, explainMatch } from '#search/matching/explain.ts'
import { isMatch, mostMatches, type PageOf, type ProfileMatchState, pageOf } from './match-list.ts'
import { type OwnNeed, ownNeed } from './opportunity-need.server.ts'

/** A pseudonymous profile with why it fits. */
export interface ProfileMatch {
  readonly profile: IndexedProfile
  readonly distanceKm: number | null
  readonly explanation: Explanation
}

export interface ProfileMatches extends PageOf<ProfileMatch> {
  readonly own: OwnNeed
  /** How many more have too little in common to count as a match; 0 when they are shown. */
  readonly farther: number
}

/**
 * The published profiles that fit an opportunity best, each explained, best first; none for one that
 * has ended. What the index proposes is read again from the database, without identity. Throws
 * `ExpectedError('not-found')` for an opportunity outside the viewer's scope.
 */
export async function listMatchingProfiles(
  stores: SearchStores,
  viewer: Viewer,
  opportunityId: string,
  state: ProfileMatchState,
): Promise<ProfileMatches> {
  const { db, reference, search } = stores
  const own = await ownNeed(db, reference, viewer, opportunityId)
  if (!own.wanted) return { ...pageOf<ProfileMatch>([], 1, pageSize), own, farther: 0 }
  const { need } = own
  const { within, education, far } = state.chosen
  const filters: ProfileFilters = {
    status: ['active'],
    notBlocking: [need.companyId],
    ...(education[0] && { education: { min: Number(education[0]) } }),
    ...(within[0] && need.place && { near: { ...need.place, km: Number(within[0]) } }),
  }
  const { hits } = await search.candidates('profile', need, filters, { limit: mostMatches })
  const rows = await indexedProfiles(
    db,
    hits.map((hit) => hit.id),
  )
  const distances = new Map(hits.map((hit) => [hit.id, hit.distanceKm]))
  const all: ProfileMatch[] = []
  for (const profile of rows) {
    const offer = profileDocument(profile, reference)
    const explanation = explainMatch(reference.taxonomy, need, offer)
    if (explanation.blockers.length > 0) continue
    all.push({ profile, distanceKm: distances.get(offer.id) ?? null, explanation })
  }
  all.sort(
    (a, b) =>
      b.explanation.score - a.explanation.score ||
      (a.profile.profile.id < b.profile.profile.id ? -1 : 1),
  )
  const near = all.filter((one) => isMatch(one.explanation.band))
  const shown = far.length > 0 ? all : near
  return {
    ...pageOf(shown, state.page, pageSize),
    own,
    farther: far.length > 0 ? 0 : all.length - near.length,
  }
}
