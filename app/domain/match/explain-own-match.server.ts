import type { Viewer } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id as idSchema } from '#app/domain/fields.ts'
import { documentsOf } from '#app/domain/indexing/apply-changes.server.ts'
import type { SearchStores } from '#app/domain/search/search-opportunities.server.ts'
import { opportunityById } from '#db/queries/opportunity.ts'
import { opportunityCards } from '#db/queries/opportunity-cards.ts'
import { explainMatch } from '#search/matching/explain.ts'
import { dayFor, type OwnMatch } from './list-own-matches.server.ts'
import { ownOffer } from './own-offer.server.ts'
import { wordless } from './wordless.server.ts'

/**
 * How one opportunity fits the viewer, blocked pairs included: then the blockers say why. Null for
 * somebody without a profile. Throws `ExpectedError`: 'not-found' for what was never published,
 * 'gone' for what has ended.
 */
export async function explainOwnMatch(
  stores: Omit<SearchStores, 'search'>,
  viewer: Viewer,
  opportunityId: string,
): Promise<(OwnMatch & { readonly published: boolean }) | null> {
  const { db, reference } = stores
  const stored = idSchema.safeParse(opportunityId).success
    ? await opportunityById(db, opportunityId)
    : null
  if (!stored || stored.status === 'draft') throw new ExpectedError('not-found')
  const [row] = await opportunityCards(db, [stored.id], dayFor(stored, stores.now()))
  const [document] = await documentsOf('opportunity', [stored.id], {
    db,
    reference: wordless(reference),
  })
  if (!row || !document) throw new ExpectedError('gone')
  const own = await ownOffer(db, reference, viewer)
  if (!own) return null
  const explanation = explainMatch(reference.taxonomy, document, own.offer)
  const distance = explanation.conditions.find(({ facts }) => facts.kind === 'distance')?.facts
  return {
    row,
    explanation,
    published: own.published,
    distanceKm: distance?.kind === 'distance' ? distance.km : null,
  }
}
