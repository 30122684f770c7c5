import type { ExportColumn, ExportRow } from '#app/domain/export/table.ts'
import type { Stage } from '#app/domain/relation/relation.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { pointOf } from '../../export/point.ts'

/** A company on the board as pages and files show it. */
export interface ShownCard {
  readonly id: string
  readonly name: string
  readonly place: string | null
  /** Where that place is: longitude, latitude. */
  readonly point: readonly [number, number] | null
  readonly owner: string | null
  readonly since: string | null
  readonly version: number
  readonly due: {
    readonly what: 'task' | 'commitment'
    readonly day: string
    readonly late: boolean
  } | null
}

export function boardColumns(t: Translate): ExportColumn[] {
  return [
    { key: 'name', label: t('company.title') },
    { key: 'stage', label: t('relation.stage.label') },
    { key: 'place', label: t('company.fields.mainPlace') },
    { key: 'owner', label: t('relation.owner.label') },
    { key: 'since', label: t('lists.since') },
    { key: 'due', label: t('lists.due') },
  ]
}

/** A card as a row of the board's file. */
export function boardRow(t: Translate, stage: Stage, card: ShownCard): ExportRow {
  return {
    id: card.id,
    geometry: pointOf(card.point),
    cells: [
      card.name,
      t(`relation.stages.${stage}`),
      card.place,
      card.owner,
      card.since,
      card.due && t(`relation.board.due.${card.due.what}`, { day: card.due.day }),
    ],
  }
}
