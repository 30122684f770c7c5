import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import { languagesOf, skillsOf } from '#db/queries/opportunity.ts'
import { editableOpportunity } from './opportunity-scope.server.ts'

/** Copies an opportunity into a new draft, without its days, and returns the draft's id. Throws `ExpectedError('not-found')`. */
export async function duplicateOpportunity(
  deps: Deps,
  viewer: SignedIn,
  opportunityId: string,
): Promise<string> {
  const { opportunity } = await editableOpportunity(deps.db, viewer, opportunityId)
  const id = newId()
  const at = toInstant(deps.now)
  await deps.db.transaction().execute(async (transaction) => {
    const skills = await skillsOf(transaction, opportunityId)
    const languages = await languagesOf(transaction, opportunityId)
    await transaction
      .insertInto('opportunity')
      .values({
        ...opportunity,
        id,
        start_date: null,
        end_date: null,
        deadline: null,
        status: 'draft',
        published_at: null,
        closed_at: null,
        created_by: viewer.userId,
        created_at: at,
        updated_at: at,
        version: 1,
      })
      .execute()
    if (skills.length > 0) {
      await transaction
        .insertInto('opportunity_skill')
        .values(skills.map((skill) => ({ ...skill, opportunity_id: id })))
        .execute()
    }
    if (languages.length > 0) {
      await transaction
        .insertInto('opportunity_language')
        .values(languages.map((language) => ({ ...language, opportunity_id: id })))
        .execute()
    }
  })
  return id
}
