import type { SignedIn } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id as idSchema } from '#app/domain/fields.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import type { SearchStores } from '#app/domain/search/search-opportunities.server.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'
import type { Candidates, SearchEngine } from '#search/engine.ts'
import type { Explanation } from '#search/matching/explain.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import { explainMatchingProfile } from './explain-matching-profile.server.ts'
import { explainOwnMatch } from './explain-own-match.server.ts'
import type { CompanyReason, PersonReason, Side } from './feedback.ts'
import { dayFor } from './list-own-matches.server.ts'
import { ownNeed } from './opportunity-need.server.ts'
import { ownOffer } from './own-offer.server.ts'

type Stores = SearchStores & { readonly db: Db }

/**
 * Leaves an opportunity out of the viewer's own matches, and records for the evaluation what they
 * were shown: score, band and rank. No score ever changes by it. Hiding it twice changes nothing.
 * Throws `ExpectedError`: 'not-found' without a profile or for what was never published, 'gone' for
 * what has ended.
 */
export async function hideOpportunity(
  stores: Stores,
  viewer: SignedIn,
  opportunityId: string,
  reason: PersonReason,
): Promise<void> {
  const { db, reference, search } = stores
  const match = await explainOwnMatch(stores, viewer, opportunityId)
  const own = await ownOffer(db, reference, viewer)
  if (!match || !own) throw new ExpectedError('not-found')
  const openOn = dayFor(own.offer, stores.now())
  const rank = await rankOf(search, match.row.id, () =>
    search.candidates('opportunity', own.offer, { status: ['open'], openOn }, { limit: deepest }),
  )
  const pair = { profile_id: own.offer.id, opportunity_id: match.row.id }
  await record(stores, viewer, 'person', pair, reason, match.explanation, rank)
}

/**
 * Leaves a profile out of the matches of an opportunity, for all who act for its company, and records
 * it likewise. Throws `ExpectedError('not-found')` for an opportunity outside the viewer's scope and
 * for a profile that is not there for them.
 */
export async function hideProfile(
  stores: Stores,
  viewer: SignedIn,
  opportunityId: string,
  profileId: string,
  reason: CompanyReason,
): Promise<void> {
  const { own, explanation } = await explainMatchingProfile(
    stores,
    viewer,
    opportunityId,
    profileId,
  )
  const filters = { status: ['active' as const], notBlocking: [own.need.companyId] }
  const rank = await rankOf(stores.search, profileId, () =>
    stores.search.candidates('profile', own.need, filters, { limit: deepest }),
  )
  const pair = { profile_id: profileId, opportunity_id: own.need.id }
  await record(stores, viewer, 'company', pair, reason, explanation, rank)
}

/** Puts an opportunity back into the viewer's own matches. Throws 'not-found' where it is not hidden. */
export async function showOpportunityAgain(
  stores: Pick<Stores, 'db' | 'now'>,
  viewer: SignedIn,
  opportunityId: string,
): Promise<void> {
  if (viewer.profileId === null) throw new ExpectedError('not-found')
  await withdraw(stores, 'person', {
    profile_id: viewer.profileId,
    opportunity_id: opportunityId,
  })
}

/** Puts a profile back into the matches of an opportunity in the viewer's scope. */
export async function showProfileAgain(
  stores: Pick<Stores, 'db' | 'now' | 'reference'>,
  viewer: SignedIn,
  opportunityId: string,
  profileId: string,
): Promise<void> {
  const { need } = await ownNeed(stores.db, stores.reference, viewer, opportunityId)
  await withdraw(stores, 'company', { profile_id: profileId, opportunity_id: need.id })
}

/** How far down a rank is told. */
const deepest = 200

/** The place of a pair among all that fit, whatever the list was filtered or sorted by. */
async function rankOf(
  search: SearchEngine,
  id: string,
  ask: () => Promise<Candidates>,
): Promise<number | null> {
  try {
    const at = (await askSearch(search, ask)).hits.findIndex((hit) => hit.id === id)
    return at < 0 ? null : at + 1
  } catch (error) {
    // The list can be tidied while the index rests.
    if (error instanceof SearchUnavailable) return null
    throw error
  }
}

interface PairIds {
  readonly profile_id: string
  readonly opportunity_id: string
}

async function record(
  { db, reference, now }: Stores,
  viewer: SignedIn,
  side: Side,
  pair: PairIds,
  reason: PersonReason | CompanyReason,
  { band, score }: Explanation,
  rank: number | null,
): Promise<void> {
  await db
    .insertInto('match_feedback')
    .values({
      id: newId(),
      side,
      ...pair,
      user_id: viewer.userId,
      reason,
      band,
      // The sum of its parts may pass 1 by the last bit.
      score: Math.min(1, score),
      rank,
      taxonomy: reference.taxonomy.fingerprint,
      created_at: toInstant(now()),
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function withdraw(
  { db, now }: Pick<Stores, 'db' | 'now'>,
  side: Side,
  pair: PairIds,
): Promise<void> {
  const known = Object.values(pair).every((one) => idSchema.safeParse(one).success)
  if (!known) throw new ExpectedError('not-found')
  const { numUpdatedRows } = await db
    .updateTable('match_feedback')
    .set({ withdrawn_at: toInstant(now()) })
    .where('side', '=', side)
    .where('profile_id', '=', pair.profile_id)
    .where('opportunity_id', '=', pair.opportunity_id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ExpectedError('not-found')
}
