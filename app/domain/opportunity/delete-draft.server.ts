import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { editableOpportunity } from './opportunity-scope.server.ts'

/** Deletes an opportunity that was never shown. Throws `ExpectedError`: `not-found`, `conflict` for any but a draft. */
export async function deleteDraft(
  deps: Deps,
  viewer: SignedIn,
  opportunityId: string,
): Promise<void> {
  await editableOpportunity(deps.db, viewer, opportunityId)
  const deleted = await deps.db
    .deleteFrom('opportunity')
    .where('id', '=', opportunityId)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  if (deleted.numDeletedRows !== 1n) throw new ExpectedError('conflict')
}
