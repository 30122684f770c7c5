import type { SignedIn } from '#app/domain/access.ts'
import { isMember } from '#app/domain/access.ts'
import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { Db } from '#db/open.ts'
import type { IndexRunKind } from '#db/queries/index-run.ts'

/**
 * An administrator asks for the index to be built anew or checked; `begin` starts it in the
 * background. Throws `ExpectedError('forbidden')` for anybody else.
 */
export async function askIndexRun(
  stores: { readonly db: Db; readonly now: () => Date },
  viewer: SignedIn,
  kind: IndexRunKind,
  begin: (askedBy: string) => void,
): Promise<void> {
  if (!isMember(viewer, 'platform', 'platform')) throw new ExpectedError('forbidden')
  await recordAudit(
    stores.db,
    {
      actorId: viewer.userId,
      action: kind === 'rebuild' ? 'index.rebuild-asked' : 'index.check-asked',
      entityKind: 'platform',
      entityId: 'platform',
    },
    stores.now(),
  )
  begin(viewer.userId)
}
