import type { SignedIn } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import type { Deps } from '#app/domain/company/deps.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { toInstant } from '#db/codec.ts'
import { skillsOf } from '#db/queries/opportunity.ts'
import { type Gap, type Move, moves, movesFrom } from './opportunity.ts'
import { editableOpportunity } from './opportunity-scope.server.ts'
import { gapsWith, updateOpportunity } from './update-opportunity.server.ts'

/**
 * Publishes, pauses, resumes or ends an opportunity. Returns what it still lacks when it cannot be
 * shown to all yet (nothing has changed then), else an empty list. Throws `ExpectedError`:
 * `not-found`, `stale`, `conflict` when its status does not allow the move.
 */
export async function moveOpportunity(
  deps: Deps,
  viewer: SignedIn,
  opportunityId: string,
  input: { move: Move; version: number },
): Promise<Gap[]> {
  const { opportunity } = await editableOpportunity(deps.db, viewer, opportunityId)
  if (opportunity.version !== input.version) throw new ExpectedError('stale')
  if (!movesFrom(opportunity.status).includes(input.move)) throw new ExpectedError('conflict')
  const { to } = moves[input.move]
  if (to === 'published') {
    const skills = await skillsOf(deps.db, opportunityId)
    const gaps = gapsWith(opportunity, {}, skills.length, deps.now)
    if (gaps.length > 0) return gaps
  }
  const at = toInstant(deps.now)
  const ends = to === 'filled' || to === 'closed'
  await deps.db.transaction().execute(async (transaction) => {
    await updateOpportunity(transaction, deps, opportunity, input.version, {
      status: to,
      ...(input.move === 'publish' && { published_at: at }),
      closed_at: ends ? at : null,
    })
    await recordAudit(
      transaction,
      {
        actorId: viewer.userId,
        action: `opportunity.${to}`,
        entityKind: 'opportunity',
        entityId: opportunityId,
        detail: { from: opportunity.status },
      },
      deps.now,
    )
  })
  return []
}
