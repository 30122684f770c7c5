import type { SignedIn } from '#app/domain/access.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { toFlag } from '#db/codec.ts'
import type { SkillChoice } from './opportunity.ts'
import { editableOpportunity } from './opportunity-scope.server.ts'
import {
  assertEditable,
  gapsWith,
  mustBeComplete,
  updateOpportunity,
} from './update-opportunity.server.ts'

/**
 * Says which skills an opportunity asks for; one that is named twice is essential. Throws
 * `FieldErrors`, or `ExpectedError`: `not-found`, `stale`, `conflict`.
 */
export async function chooseSkills(
  deps: Deps,
  viewer: SignedIn,
  opportunityId: string,
  input: SkillChoice,
): Promise<void> {
  const { opportunity } = await editableOpportunity(deps.db, viewer, opportunityId)
  assertEditable(opportunity)
  const chosen = new Map<string, boolean>()
  for (const uri of input.useful) chosen.set(uri, false)
  for (const uri of input.essential) chosen.set(uri, true)
  const known = (uri: string) => deps.reference.has('skill', uri)
  const errors: Record<string, string> = {}
  if (!input.essential.every(known)) errors.essential = 'form.invalid'
  if (!input.useful.every(known)) errors.useful = 'form.invalid'
  if (
    mustBeComplete(opportunity) &&
    gapsWith(opportunity, {}, chosen.size, deps.now).includes('occupation')
  ) {
    errors.essential = 'opportunity.skillsNeeded'
  }
  if (Object.keys(errors).length > 0) throw new FieldErrors(errors)

  await deps.db.transaction().execute(async (transaction) => {
    await updateOpportunity(transaction, deps, opportunity, input.version, {})
    await transaction
      .deleteFrom('opportunity_skill')
      .where('opportunity_id', '=', opportunityId)
      .execute()
    if (chosen.size === 0) return
    await transaction
      .insertInto('opportunity_skill')
      .values(
        [...chosen].map(([skill_uri, essential]) => ({
          opportunity_id: opportunityId,
          skill_uri,
          essential: toFlag(essential),
        })),
      )
      .execute()
  })
}
