import type { Viewer } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id as idSchema } from '#app/domain/fields.ts'
import { profileDocument } from '#app/domain/indexing/profile-document.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { indexedProfiles } from '#db/queries/indexed-profiles.ts'
import { type Explanation, explainMatch } from '#search/matching/explain.ts'
import { type OwnNeed, ownNeed } from './opportunity-need.server.ts'
import { wordless } from './wordless.server.ts'

/**
 * How a published profile fits an opportunity of the viewer's. Throws `ExpectedError('not-found')`
 * for an opportunity outside the viewer's scope, for a profile that is not published, and for one
 * that has blocked the company: it is not there for them.
 */
export async function explainMatchingProfile(
  stores: { readonly db: ReadDb; readonly reference: Reference },
  viewer: Viewer,
  opportunityId: string,
  profileId: string,
): Promise<{ own: OwnNeed; code: string; explanation: Explanation }> {
  const { db, reference } = stores
  const own = await ownNeed(db, reference, viewer, opportunityId)
  const [row] = idSchema.safeParse(profileId).success ? await indexedProfiles(db, [profileId]) : []
  if (!row) throw new ExpectedError('not-found')
  const offer = profileDocument(row, wordless(reference))
  const explanation = explainMatch(reference.taxonomy, own.need, offer)
  if (explanation.blockers.includes('blocked-company')) throw new ExpectedError('not-found')
  return { own, code: row.profile.code, explanation }
}
