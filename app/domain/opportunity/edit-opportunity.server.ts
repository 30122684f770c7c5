import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { skillsOf } from '#db/queries/opportunity.ts'
import type { Basics } from './opportunity.ts'
import { editableOpportunity } from './opportunity-scope.server.ts'
import { readBasics } from './read-basics.server.ts'
import {
  assertEditable,
  gapsWith,
  mustBeComplete,
  updateOpportunity,
} from './update-opportunity.server.ts'

/** Changes what an opportunity is and where. Throws `FieldErrors`, or `ExpectedError`: `not-found`, `stale`, `conflict` once it has ended. */
export async function editOpportunity(
  deps: Deps,
  viewer: SignedIn,
  opportunityId: string,
  input: Basics & { version: number },
): Promise<void> {
  const { opportunity, company } = await editableOpportunity(deps.db, viewer, opportunityId)
  assertEditable(opportunity)
  const columns = await readBasics(deps, company, input)
  if (mustBeComplete(opportunity)) {
    const skills = await skillsOf(deps.db, opportunityId)
    if (gapsWith(opportunity, columns, skills.length, deps.now).includes('place')) {
      throw new FieldErrors({ where: 'opportunity.placeNeeded' })
    }
  }
  await deps.db
    .transaction()
    .execute((transaction) =>
      updateOpportunity(transaction, deps, opportunity, input.version, columns),
    )
}
