import type { Viewer } from '#app/domain/access.ts'
import { isRecordId } from '#app/domain/company/company.ts'
import {
  type CompanyRow,
  editableCompany,
  type Standing,
} from '#app/domain/company/company-scope.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { ReadDb } from '#db/open.ts'
import { opportunityById } from '#db/queries/opportunity.ts'

export type OpportunityRow = NonNullable<Awaited<ReturnType<typeof opportunityById>>>

/**
 * An opportunity that the viewer may edit, with its company: as a member of the company, or as staff
 * of a chamber that looks after it. Throws `ExpectedError('not-found')` for every other.
 */
export async function editableOpportunity(
  db: ReadDb,
  viewer: Viewer,
  opportunityId: string,
): Promise<{ opportunity: OpportunityRow; company: CompanyRow; as: Standing }> {
  const opportunity = isRecordId(opportunityId) ? await opportunityById(db, opportunityId) : null
  if (!opportunity) throw new ExpectedError('not-found')
  return { opportunity, ...(await editableCompany(db, viewer, opportunity.company_id)) }
}
