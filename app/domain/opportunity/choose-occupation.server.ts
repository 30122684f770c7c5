import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { skillsOf } from '#db/queries/opportunity.ts'
import { editableOpportunity } from './opportunity-scope.server.ts'
import {
  assertEditable,
  gapsWith,
  mustBeComplete,
  updateOpportunity,
} from './update-opportunity.server.ts'

/** Says which occupation an opportunity is for, or `none`. Throws `FieldErrors`, or `ExpectedError`: `not-found`, `stale`, `conflict`. */
export async function chooseOccupation(
  deps: Deps,
  viewer: SignedIn,
  opportunityId: string,
  input: { occupation: string; version: number },
): Promise<void> {
  const { opportunity } = await editableOpportunity(deps.db, viewer, opportunityId)
  assertEditable(opportunity)
  const uri = input.occupation === 'none' ? null : input.occupation
  if (uri !== null && !deps.reference.has('occupation', uri)) {
    throw new FieldErrors({ occupation: 'form.invalid' })
  }
  const columns = { occupation_uri: uri }
  if (mustBeComplete(opportunity)) {
    const skills = await skillsOf(deps.db, opportunityId)
    if (gapsWith(opportunity, columns, skills.length, deps.now).includes('occupation')) {
      throw new FieldErrors({ occupation: 'opportunity.occupationNeeded' })
    }
  }
  await deps.db
    .transaction()
    .execute((transaction) =>
      updateOpportunity(transaction, deps, opportunity, input.version, columns),
    )
}
