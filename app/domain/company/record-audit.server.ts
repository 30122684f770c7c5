import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db } from '#db/open.ts'

/** Records who did what to which record. Call it inside the transaction that does it; `detail` holds no personal data. */
export async function recordAudit(
  transaction: Db,
  event: {
    actorId: string | null
    action: string
    entityKind: 'company' | 'company_claim' | 'opportunity'
    entityId: string
    detail?: Readonly<Record<string, string | number | boolean | null>>
  },
  now: Date,
): Promise<void> {
  await transaction
    .insertInto('audit_event')
    .values({
      id: newId(),
      at: toInstant(now),
      actor_id: event.actorId,
      action: event.action,
      entity_kind: event.entityKind,
      entity_id: event.entityId,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute()
}
