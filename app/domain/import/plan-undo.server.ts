import { toInstant } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import type { CompanyImport, CompanyToUpdate } from '#db/queries/company-import.ts'
import { appliedRows, type BuiltUpon, builtUpon, companiesNow } from '#db/queries/import-undo.ts'
import type { ChangedColumn } from './company-changes.ts'
import { undoDays } from './import.ts'
import type { RowUndo } from './plan-import.server.ts'

/** Why a row, or a value of it, stays as it is when its import is taken back. */
export type UndoReason = BuiltUpon | 'edited' | 'gone'

/** What taking an import back does to one row. */
export interface UndoneRow {
  readonly row: number
  readonly companyId: string
  readonly name: string
  readonly kind: RowUndo['kind']
  /** `whole`: as if it had never been; `partly`: some values stay; `kept`: nothing is touched. */
  readonly state: 'whole' | 'partly' | 'kept'
  readonly reasons: readonly UndoReason[]
  readonly undo: RowUndo
  /** Columns that get their value from before again. */
  readonly restored: readonly ChangedColumn[]
}

/** Everything that would happen if an import were taken back now. */
export interface UndoPlan {
  readonly rows: readonly UndoneRow[]
  readonly removed: number
  readonly restored: number
  readonly kept: number
}

/** The instant until which an import can be taken back; null before it was applied. */
export function undoUntil(one: Pick<CompanyImport, 'applied_at'>): string | null {
  if (!one.applied_at) return null
  return toInstant(new Date(Date.parse(one.applied_at) + undoDays * 86_400_000))
}

/** Looks at every row of an applied import: what can be taken back, and why the rest cannot. */
export async function planUndo(db: ReadDb, importId: string): Promise<UndoPlan> {
  const rows = await appliedRows(db, importId)
  const ids = [...new Set(rows.flatMap((row) => row.company_id ?? []))]
  const [built, now] = await Promise.all([builtUpon(db, importId, ids), companiesNow(db, ids)])
  const undone = rows.flatMap((row): UndoneRow[] => {
    const companyId = row.company_id
    if (!companyId || !row.before) return []
    const undo: RowUndo = JSON.parse(row.before)
    const company = now.get(companyId)
    const reasons = [...(built.get(companyId) ?? [])]
    const judged = company
      ? undo.kind === 'new'
        ? judgeNew(company, undo, reasons)
        : judgeUpdate(company, undo, reasons)
      : { state: 'kept' as const, reasons: ['gone' as const], restored: [] }
    const name =
      company?.company.legal_name ?? String(JSON.parse(row.parsed ?? '{}').legalName ?? '')
    return [{ row: row.row_number, companyId, name, kind: undo.kind, undo, ...judged }]
  })
  const taken = undone.filter((row) => row.state !== 'kept')
  return {
    rows: undone,
    removed: taken.filter((row) => row.kind === 'new').length,
    restored: taken.filter((row) => row.kind === 'update').length,
    kept: undone.length - taken.length,
  }
}

type Judged = Pick<UndoneRow, 'state' | 'reasons' | 'restored'>

function judgeNew(now: CompanyToUpdate, undo: RowUndo, built: readonly UndoReason[]): Judged {
  const edited =
    now.company.version !== undo.version ||
    now.sites.length > 1 ||
    now.contacts.length > (undo.contactId ? 1 : 0) ||
    now.identifiers.length > undo.identifiers.length
  const reasons = [...new Set([...built, ...(edited ? (['edited'] as const) : [])])]
  return { state: reasons.length === 0 ? 'whole' : 'kept', reasons, restored: [] }
}

function judgeUpdate(now: CompanyToUpdate, undo: RowUndo, built: readonly UndoReason[]): Judged {
  // Its offers, visits and people were there before; only a merge makes it another company.
  if (built.includes('merged')) return { state: 'kept', reasons: ['merged'], restored: [] }
  const changed = Object.entries(undo.changes) as [ChangedColumn, readonly unknown[]][]
  const restored = changed
    .filter(([column, [, after]]) => now.company[column] === after)
    .map(([column]) => column)
  if (restored.length === changed.length) return { state: 'whole', reasons: [], restored }
  const reasons: UndoReason[] = built.includes('laterImport') ? ['laterImport'] : ['edited']
  const something = restored.length > 0 || undo.identifiers.length > 0
  return { state: something ? 'partly' : 'kept', reasons, restored }
}
