import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import {
  type BoardFilters,
  companiesAtStage,
  countByStage,
  nextDue,
  type Stage,
} from '#db/queries/board.ts'
import type { ChamberGround } from '#db/queries/chamber.ts'
import { type BoardAsked, cardsPerColumn, cardsPerPage } from './board.ts'
import { stages } from './relation.ts'

/** A company on the board. */
export interface BoardCard {
  readonly id: string
  readonly name: string
  readonly placeId: string | null
  readonly ownerId: string | null
  /** Null before anything was done. */
  readonly since: string | null
  /** 0 where no relation stands yet. */
  readonly version: number
  readonly due: { readonly day: string; readonly what: 'task' | 'commitment' } | null
}

export interface BoardColumn {
  readonly stage: Stage
  readonly count: number
  readonly cards: readonly BoardCard[]
}

/** A division itself, or the divisions of a section. */
export function divisionsIn(reference: Reference, code: string): string[] {
  if (!/^[A-U]$/.test(code)) return [code]
  return reference.sectors.filter((one) => one.parent === code).map((one) => one.code)
}

/** What the address narrows the board by; `userId` is who asks, for "mine". */
function filtersOf(reference: Reference, userId: string, asked: BoardAsked): BoardFilters {
  return {
    owner: asked.owner === 'me' ? userId : asked.owner,
    sectors: asked.sector ? divisionsIn(reference, asked.sector) : undefined,
    admin1: asked.admin1,
  }
}

type BoardRow = Awaited<ReturnType<typeof companiesAtStage>>[number]
type Due = Awaited<ReturnType<typeof nextDue>>

const cardOf = (row: BoardRow, due: Due): BoardCard => ({
  id: row.id,
  name: row.trade_name ?? row.legal_name,
  placeId: row.place_id,
  ownerId: row.owner_id,
  since: row.stage_since,
  version: row.version ?? 0,
  due: due.get(row.id) ?? null,
})

/**
 * The board of a chamber: every column with its first cards, or one column page by page when the
 * address names a stage. `userId` is who asks, for "mine".
 */
export async function listBoard(
  db: ReadDb,
  reference: Reference,
  chamber: ChamberGround,
  userId: string,
  asked: BoardAsked,
): Promise<{ columns: BoardColumn[]; page: number; pages: number }> {
  const filters = filtersOf(reference, userId, asked)
  const counts = await countByStage(db, chamber, filters)
  const alone = asked.stage
  const pages = alone ? Math.max(1, Math.ceil((counts[alone] ?? 0) / cardsPerPage)) : 1
  const page = Math.min(asked.page, pages)
  const shown = alone ? [alone] : stages
  const rows = await Promise.all(
    shown.map((stage) =>
      companiesAtStage(
        db,
        chamber,
        { ...filters, stage },
        alone
          ? { limit: cardsPerPage, offset: (page - 1) * cardsPerPage }
          : { limit: cardsPerColumn, offset: 0 },
      ),
    ),
  )
  const ids = rows.flatMap((column) => column.map((row) => row.id))
  const due = await nextDue(db, chamber.id, ids)
  const columns = stages.map((stage) => ({
    stage,
    count: counts[stage] ?? 0,
    cards: (rows[shown.indexOf(stage)] ?? []).map((row) => cardOf(row, due)),
  }))
  return { columns, page, pages }
}

/** Companies of a column read at once: some hundred kilobytes. */
const atOnce = 2000

/** Every card of the same columns, stage by stage and in their order, part by part. */
export async function* wholeBoard(
  db: ReadDb,
  reference: Reference,
  chamber: ChamberGround,
  userId: string,
  asked: BoardAsked,
): AsyncGenerator<{ stage: Stage; cards: BoardCard[] }> {
  const filters = filtersOf(reference, userId, asked)
  for (const stage of asked.stage ? [asked.stage] : stages) {
    for (let offset = 0; ; offset += atOnce) {
      const page = { limit: atOnce, offset }
      const rows = await companiesAtStage(db, chamber, { ...filters, stage }, page)
      const ids = rows.map((row) => row.id)
      const due = await nextDue(db, chamber.id, ids)
      if (rows.length > 0) yield { stage, cards: rows.map((row) => cardOf(row, due)) }
      if (rows.length < atOnce) break
    }
  }
}
