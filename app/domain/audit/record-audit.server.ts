import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'

/** Every act that the audit trail knows. */
export type AuditAction =
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
  | 'company.registered'
  | 'company.edited'
  | 'company.verified'
  | 'company.unverified'
  | 'company.claimed'
  | 'company.claim-granted'
  | 'company.claim-refused'
  | 'opportunity.published'
  | 'opportunity.paused'
  | 'opportunity.filled'
  | 'opportunity.closed'
  | 'profile.begun'
  | 'profile.entered'
  | 'profile.code-sent'
  | 'profile.confirmed'
  | 'profile.published'
  | 'profile.paused'
  | 'profile.resumed'
  | 'profile.erased'
  | 'identity.saved'
  | 'index.rebuild-asked'
  | 'index.check-asked'

/** What an act is done to. */
export type AuditedKind =
  | 'account'
  | 'chamber'
  | 'company'
  | 'company_claim'
  | 'opportunity'
  | 'platform'
  | 'profile'
  | 'programme'

/** Who did what to which record. */
export interface AuditedAct {
  /** Null where the product acted by itself. */
  readonly actorId: string | null
  readonly action: AuditAction
  readonly entityKind: AuditedKind
  readonly entityId: string
  /** Ids and words of closed lists only, never a name or a contact. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** Writes an act into the audit trail. Call it inside the transaction of the act. */
export async function recordAudit(transaction: Db, act: AuditedAct, now: Date): Promise<void> {
  await transaction
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
