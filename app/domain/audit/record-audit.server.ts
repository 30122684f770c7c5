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
  | 'company.verification-lapsed'
  | 'company.record-edited'
  | 'company.site-located'
  | 'company.contact-saved'
  | 'company.contact-removed'
  | 'company.document-added'
  | 'company.document-removed'
  | 'company.confirmation-asked'
  | 'company.confirmed'
  | 'company.merged'
  | 'company.merged-away'
  | 'company.merge-undone'
  | 'company.claimed'
  | 'company.claim-granted'
  | 'company.claim-refused'
  | 'relation.moved'
  | 'relation.owner-changed'
  | 'engagement.logged'
  | 'engagement.edited'
  | 'engagement.removed'
  | 'task.added'
  | 'task.done'
  | 'task.reopened'
  | 'task.changed'
  | 'commitment.recorded'
  | 'commitment.closed'
  | 'intention.recorded'
  | 'intention.closed'
  | 'campaign.made'
  | 'campaign.invited'
  | 'campaign.attendance'
  | 'campaign.closed'
  | 'handover.made'
  | 'handover.undone'
  | 'call.done'
  | 'call.snoozed'
  | 'call.unsuitable'
  | 'call.undone'
  | 'target.set'
  | 'target.removed'
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
  | 'import.uploaded'
  | 'import.apply-asked'
  | 'import.applied'
  | 'import.undo-asked'
  | 'import.undone'
  | 'index.rebuild-asked'
  | 'index.check-asked'
  | 'list.exported'

/** What an act is done to. */
export type AuditedKind =
  | 'account'
  | 'campaign'
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
  await recordAudits(transaction, [act], now)
}

/** Writes many acts at once, 1,000 at most: what one of them did to each of many records. */
export async function recordAudits(
  transaction: Db,
  acts: readonly AuditedAct[],
  now: Date,
): Promise<void> {
  if (acts.length === 0) return
  await transaction
    .insertInto('audit_event')
    .values(
      acts.map((act) => ({
        id: newId(),
        at: toInstant(now),
        actor_id: act.actorId,
        action: act.action,
        entity_kind: act.entityKind,
        entity_id: act.entityId,
        detail: JSON.stringify(act.detail ?? {}),
      })),
    )
    .execute()
}
