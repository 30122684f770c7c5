import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'

/** A sensitive act on an account or a team. */
export interface AccountAct {
  readonly actorId: string | null
  readonly action:
    | 'account.registered'
    | 'account.password-changed'
    | 'account.password-reset'
    | 'account.two-factor-on'
    | 'account.two-factor-off'
    | 'account.backup-codes-renewed'
    | 'membership.invited'
    | 'membership.invitation-withdrawn'
    | 'membership.joined'
    | 'membership.removed'
  readonly entityKind: 'account' | 'company' | 'chamber' | 'programme' | 'platform'
  readonly entityId: string
  /** Ids and words of closed lists only, never a name or a contact. */
  readonly detail?: Readonly<Record<string, string>>
}

/** Writes an act into the audit trail. Call it inside the transaction of the act. */
export async function recordAudit(db: Db, act: AccountAct, now: Date): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      id: newId(),
      at: toInstant(now),
      actor_id: act.actorId,
      action: act.action,
      entity_kind: act.entityKind,
      entity_id: act.entityId,
      detail: JSON.stringify(act.detail ?? {}),
    })
    .execute()
}
