import { isMember, orgIds, type Viewer } from '#app/domain/access.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id as idSchema } from '#app/domain/fields.ts'
import { opportunityDocument } from '#app/domain/indexing/opportunity-document.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { opportunityWithParts } from '#db/queries/opportunity.ts'
import { countriesOfOrganisations } from '#db/queries/viewer-countries.ts'
import type { OpportunityDocument } from '#search/documents/opportunity.ts'

/** An opportunity that the viewer may find people for. */
export interface OwnNeed {
  readonly need: OpportunityDocument
  readonly title: string
  readonly status: 'draft' | 'published' | 'paused' | 'filled' | 'closed' | 'expired'
  /** Draft, published or paused: somebody is, or may soon be, wanted. */
  readonly wanted: boolean
}

/**
 * The need of an opportunity, for a member of its company or for chamber staff of its country.
 * Throws `ExpectedError('not-found')` for everybody else, so that other firms' drafts do not show.
 */
export async function ownNeed(
  db: ReadDb,
  reference: Reference,
  viewer: Viewer,
  opportunityId: string,
): Promise<OwnNeed> {
  const found = idSchema.safeParse(opportunityId).success
    ? await opportunityWithParts(db, opportunityId)
    : null
  if (!found) throw new ExpectedError('not-found')
  const { row } = found
  if (!isMember(viewer, 'company', row.company_id)) {
    const countries = await countriesOfOrganisations(db, [], orgIds(viewer, 'chamber'))
    if (!countries.includes(row.country)) throw new ExpectedError('not-found')
  }
  const of = <T>(part: T) => ({ ...part, opportunity_id: row.id })
  const need = opportunityDocument(
    { opportunity: row, skills: found.skills.map(of), languages: found.languages.map(of) },
    reference,
  )
  return {
    need,
    title: row.title,
    status: row.status,
    wanted: row.status === 'draft' || row.status === 'published' || row.status === 'paused',
  }
}
