import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import type { Db } from '#db/open.ts'
import type { ExportFormat } from './table.ts'

/** Which list left, and whose: `chamberId` null where everybody may have it. */
export interface ExportedList {
  readonly actorId: string | null
  readonly chamberId: string | null
  readonly list: 'map' | 'map-companies' | 'companies' | 'sectors' | 'skills'
  readonly format: ExportFormat
}

/** Writes into the audit trail that a list was taken away. */
export async function recordExport(db: Db, exported: ExportedList, now: Date): Promise<void> {
  const { actorId, chamberId, list, format } = exported
  await db.transaction().execute(async (trx) => {
    await recordAudit(
      trx,
      {
        actorId,
        action: 'list.exported',
        entityKind: chamberId ? 'chamber' : 'platform',
        entityId: chamberId ?? 'platform',
        detail: { list, format },
      },
      now,
    )
  })
}
