import type { Viewer } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { opportunityDocument } from '#app/domain/indexing/opportunity-document.server.ts'
import type { OpportunityStatus } from '#app/domain/opportunity/opportunity.ts'
import { editableOpportunity } from '#app/domain/opportunity/opportunity-scope.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { opportunityWithParts } from '#db/queries/opportunity.ts'
import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import { wordless } from './wordless.server.ts'

/** An opportunity that the viewer may find people for. */
export interface OwnNeed {
  readonly need: OpportunityDocument
  readonly title: string
  readonly status: OpportunityStatus
  /** Draft, published or paused: somebody is, or may soon be, wanted. */
  readonly wanted: boolean
}

/**
 * The need of an opportunity that the viewer may edit, whatever its status, as if it were published.
 * Throws `ExpectedError('not-found')` for everybody else's, so that other firms' drafts do not show.
 */
export async function ownNeed(
  db: ReadDb,
  reference: Reference,
  viewer: Viewer,
  opportunityId: string,
): Promise<OwnNeed> {
  const { opportunity } = await editableOpportunity(db, viewer, opportunityId)
  const found = await opportunityWithParts(db, opportunity.id)
  if (!found) throw new ExpectedError('not-found')
  const { row } = found
  const of = <T>(part: T) => ({ ...part, opportunity_id: row.id })
  const need = opportunityDocument(
    { opportunity: row, skills: found.skills.map(of), languages: found.languages.map(of) },
    wordless(reference),
  )
  return {
    need,
    title: row.title,
    status: row.status,
    wanted: row.status === 'draft' || row.status === 'published' || row.status === 'paused',
  }
}
