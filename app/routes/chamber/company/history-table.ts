import type { ExportColumn, ExportRow } from '#app/domain/export/table.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { ShownEngagement } from './engagement-list.tsx'

/** Something that was done to a company's record, as pages and files show it. */
export interface ShownAct {
  readonly id: string
  readonly at: string
  readonly when: string
  readonly words: string
  readonly who: string | null
}

export function historyColumns(t: Translate): ExportColumn[] {
  return [
    { key: 'part', label: t('lists.part') },
    { key: 'when', label: t('lists.when') },
    { key: 'what', label: t('lists.what') },
    { key: 'note', label: t('relation.log.note') },
    { key: 'campaign', label: t('lists.campaign') },
    { key: 'who', label: t('lists.who') },
  ]
}

/** A logged contact as a row of the history's file. */
export function engagementRow(t: Translate, locale: Locale, entry: ShownEngagement): ExportRow {
  return {
    id: entry.id,
    cells: [
      t('relation.history.engagements'),
      formatDay(locale, entry.day),
      `${t(`relation.kinds.${entry.kind}`)} · ${t(`relation.outcomes.${entry.outcome}`)}`,
      entry.note,
      entry.campaign,
      entry.author,
    ],
  }
}

/** Something done to the record as a row of the same file. */
export function actRow(t: Translate, act: ShownAct): ExportRow {
  return {
    id: act.id,
    cells: [t('relation.history.changes'), act.when, act.words, null, null, act.who],
  }
}
