import { recordAudit } from '#app/domain/audit/record-audit.server.ts'
import type { Db } from '#db/open.ts'
import type { ExportFormat } from './table.ts'

/** Lists that can be taken away, as the audit trail names them. */
export type ListName =
  | 'map'
  | 'map-companies'
  | 'companies'
  | 'sectors'
  | 'skills'
  | 'board'
  | 'day'
  | 'campaigns'
  | 'attendance'
  | 'calls'
  | 'scorecard'
  | 'imports'
  | 'duplicates'
  | 'history'
  | 'promises'

/** Which list left, and whose: `chamberId` null where everybody may have it. */
export interface ExportedList {
  readonly actorId: string | null
  readonly chamberId: string | null
  readonly list: ListName
  readonly format: ExportFormat
  /** The company or campaign that it is about, where it is about one. */
  readonly about?: string | undefined
}

/** Writes into the audit trail that a list was taken away. */
export async function recordExport(db: Db, exported: ExportedList, now: Date): Promise<void> {
  const { actorId, chamberId, list, format, about } = exported
  await db.transaction().execute(async (trx) => {
    await recordAudit(
      trx,
      {
        actorId,
        action: 'list.exported',
        entityKind: chamberId ? 'chamber' : 'platform',
        entityId: chamberId ?? 'platform',
        detail: { list, format, ...(about ? { about } : {}) },
      },
      now,
    )
  })
}
