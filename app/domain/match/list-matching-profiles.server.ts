import type { Viewer } from '#app/domain/access.ts'
import { profileDocument } from '#app/domain/indexing/profile-document.server.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import type { SearchStores } from '#app/domain/search/search-opportunities.server.ts'
import { type IndexedProfile, indexedProfiles } from '#db/queries/indexed-profiles.ts'
import { hiddenProfiles } from '#db/queries/match-feedback.ts'
import { profileKeys } from '#db/queries/match-keys.ts'
import { type Explanation, explainPrepared } from '#search/matching/explain.ts'
import { prepareNeed, prepareOffer } from '#search/matching/prepare.ts'
import { matchPageSize, type PageOf, pageOf } from './arrange-matches.ts'
import { bestPairsWithFacets, kmBetween, noPairs, type Source } from './best-pairs.server.ts'
import { dayFor, type MatchesAround } from './list-own-matches.server.ts'
import { chosenOf, type ProfileMatchState, profileMatchFilters } from './match-list.ts'
import { type OwnNeed, ownNeed } from './opportunity-need.server.ts'
import { originOf } from './origin.server.ts'
import { noWays, waysOn } from './ways-on.server.ts'
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

/**
 * One page of the published profiles that fit an opportunity, each explained; none for one that has
 * ended. The index finds and orders them; the database has the last word on what may be shown, and
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
  const today = dayFor(need, stores.now())
  const from = origin.chosen ?? origin.home
  const source: Source<'profile'> = {
    kind: 'profile',
    search,
    candidates: (filters, options) =>
      askSearch(search, () => search.candidates('profile', need, filters, options)),
    read: async (pairs) => {
      const ids = pairs.map((pair) => pair.id)
      const keys = new Map((await profileKeys(db, ids)).map((key) => [key.id, key]))
      return pairs.flatMap(({ id, band }) => {
        const key = keys.get(id)
        if (!key) return []
        const place = key.place_id ? reference.place(key.place_id) : null
        const distanceKm = kmBetween(from, place)
        return [{ id, band, newest: key.newest, deadline: null, distanceKm }]
      })
    },
  }
  const askedOf = (wanted: ProfileMatchState) => ({
    filters: profileMatchFilters(wanted, {
      today,
      place: wanted.place ? origin.chosen : null,
      hidden,
      companyId: need.companyId,
    }),
    chosen: chosenOf(wanted),
  })
  const best = own.wanted
    ? await bestPairsWithFacets(source, askedOf(state), facets, alternatives)
    : noPairs
  const { items, ...paging } = pageOf(best.shown, state.page, matchPageSize)
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
    items: items.flatMap(({ id, distanceKm }) => {
      const profile = rows.get(id)
      if (!profile) return []
      const offer = profileDocument(profile, unnamed)
      const held = prepareOffer(taxonomy, offer)
      const explanation = explainPrepared(taxonomy, need, offer, prepared, held)
      return explanation.blockers.length > 0 ? [] : [{ profile, distanceKm, explanation }]
    }),
    farther: best.farther,
    bands: best.bands,
    possible: best.possible,
    cut: best.cut,
    facets: best.facets,
    ways: own.wanted
      ? await waysOn(source, { total: paging.total, state, chosen: origin.chosen }, askedOf)
      : noWays,
    origin,
    hidden: hidden.length,
    own,
  }
}
