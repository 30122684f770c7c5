import type { ExportRow } from '#app/domain/export/table.ts'
import type { DueItem } from '#app/domain/relation/read-day.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { DeskList } from '../../export/send-list.server.ts'
import type { DayModel } from './day-model.server.ts'
import { dueTitle, dueWhen, endingWords, promiseKind } from './day-words.ts'

/** What is due, as its page says it part by part, for a file. */
export function dayTable(day: DayModel, t: Translate, locale: Locale): DeskList {
  const due = (part: 'overdue' | 'today' | 'next', items: readonly DueItem[]): ExportRow[] =>
    items.map((item) => ({
      id: item.id,
      cells: [
        t(`relation.day.${part}`),
        dueTitle(t, item),
        item.company?.name ?? null,
        dueWhen(t, locale, item, part === 'overdue'),
        item.what === 'task' ? t('lists.task') : promiseKind(t, item),
      ],
    }))
  return {
    title: t('relation.day.title'),
    notes: [day.whoseLabel, day.todayLabel],
    isInParts: true,
    columns: [
      { key: 'part', label: t('lists.part') },
      { key: 'what', label: t('lists.what') },
      { key: 'company', label: t('company.title') },
      { key: 'when', label: t('lists.when') },
      { key: 'kind', label: t('lists.kind') },
    ],
    rows: [
      ...due('overdue', day.overdue),
      ...due('today', day.onDay),
      ...due('next', day.next),
      ...day.verifications.map((one) => ({
        id: one.id,
        cells: [
          t('relation.day.verifications'),
          endingWords(t, locale, one),
          one.name,
          null,
          t('lists.verification'),
        ],
      })),
      ...day.done.map((item) => ({
        id: item.id,
        cells: [
          t('relation.day.done'),
          item.title,
          item.company?.name ?? null,
          null,
          t('lists.task'),
        ],
      })),
    ],
  }
}
