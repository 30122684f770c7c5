import type { Viewer } from '#app/domain/access.ts'
import { profileDocument } from '#app/domain/indexing/profile-document.server.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import { pageSize, type SearchStores } from '#app/domain/search/search-opportunities.server.ts'
import { type IndexedProfile, indexedProfiles } from '#db/queries/indexed-profiles.ts'
import { hiddenProfiles } from '#db/queries/match-feedback.ts'
import { profileKeys } from '#db/queries/match-keys.ts'
import { blockersOf } from '#search/matching/conditions.ts'
import type { Explanation } from '#search/matching/explain.ts'
import { prepareNeed, prepareOffer } from '#search/matching/prepare.ts'
import { arrangeMatches, type PageOf, pageOf } from './arrange-matches.ts'
import { type BestPairs, bestPairs, kmBetween } from './best-pairs.server.ts'
import { dayFor, type MatchesAround } from './list-own-matches.server.ts'
import { type ProfileMatchState, profileMatchFilters } from './match-list.ts'
import { type OwnNeed, ownNeed } from './opportunity-need.server.ts'
import { originOf } from './origin.server.ts'
import { wordless } from './wordless.server.ts'

/** A pseudonymous profile with why it fits. */
export interface ProfileMatch {
  readonly profile: IndexedProfile
  readonly distanceKm: number | null
  readonly explanation: Explanation
}

export interface ProfileMatches extends PageOf<ProfileMatch>, MatchesAround<'profile'> {
  readonly own: OwnNeed
}

const facets = ['admin1', 'language', 'education'] as const
/** Languages are asked for all together: their counts are those of the narrowed list. */
const alternatives = ['admin1', 'education'] as const

const none: BestPairs<'profile'> = { pairs: [], possible: 0, cut: false, more: false, facets: {} }

/**
 * One page of the published profiles that fit an opportunity, each explained; none for one that has
 * ended. The index orders and explains; the database has the last word on what may be shown, and
 * identity is not read. Throws `ExpectedError('not-found')` for an opportunity outside the viewer's
 * scope.
 */
export async function listMatchingProfiles(
  stores: SearchStores,
  viewer: Viewer,
  opportunityId: string,
  state: ProfileMatchState,
): Promise<ProfileMatches> {
  const { db, reference, search } = stores
  const own = await ownNeed(db, reference, viewer, opportunityId)
  const { need } = own
  const origin = originOf(reference, {
    country: need.country,
    place: state.place,
    homeId: need.place?.id ?? null,
  })
  const hidden = (await hiddenProfiles(db, need.id)).map((row) => row.id)
  const filters = profileMatchFilters(state, {
    today: dayFor(need, stores.now()),
    place: origin.chosen,
    hidden,
    companyId: need.companyId,
  })
  const best = own.wanted
    ? await bestPairs<'profile'>(
        (narrowed, options) =>
          askSearch(search, () => search.candidates('profile', need, narrowed, options)),
        filters,
        facets,
        alternatives,
      )
    : none
  const keys = new Map(
    (
      await profileKeys(
        db,
        best.pairs.map((pair) => pair.id),
      )
    ).map((key) => [key.id, key]),
  )
  const from = origin.chosen ?? origin.home
  const arranged = arrangeMatches(
    best.pairs.flatMap(({ id, explanation }) => {
      const key = keys.get(id)
      if (!key) return []
      const place = key.place_id ? reference.place(key.place_id) : null
      const distanceKm = kmBetween(from, place)
      const { newest } = key
      return [{ id, band: explanation.band, newest, deadline: null, distanceKm, explanation }]
    }),
    { sort: state.sort, bands: state.chosen.band, far: state.chosen.far.length > 0 },
  )
  const { items, ...paging } = pageOf(arranged.shown, state.page, pageSize)
  const rows = new Map(
    (
      await indexedProfiles(
        db,
        items.map((item) => item.id),
      )
    ).map((row) => [row.profile.id, row]),
  )
  const { taxonomy } = reference
  const prepared = prepareNeed(taxonomy, need)
  const unnamed = wordless(reference)
  return {
    ...paging,
    items: items.flatMap(({ id, distanceKm, explanation }) => {
      const profile = rows.get(id)
      if (!profile) return []
      const offer = prepareOffer(taxonomy, profileDocument(profile, unnamed))
      return blockersOf(prepared, offer).length > 0 ? [] : [{ profile, distanceKm, explanation }]
    }),
    farther: arranged.farther,
    bands: arranged.bands,
    possible: best.possible,
    cut: best.cut,
    more: best.more,
    facets: best.facets,
    origin,
    hidden: hidden.length,
    own,
  }
}
