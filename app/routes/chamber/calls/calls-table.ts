import type { Translate } from '#app/i18n/translate.ts'
import { pointOf } from '../../export/point.ts'
import type { DeskList } from '../../export/send-list.server.ts'
import type { ShownCall } from './call-words.ts'

/** The firms of a day's list, those to call and those dealt with, in its order, for a file. */
export function callsTable(calls: readonly ShownCall[], day: string, t: Translate): DeskList {
  return {
    title: t('calls.title'),
    notes: [day],
    columns: [
      { key: 'name', label: t('company.title') },
      { key: 'place', label: t('company.fields.mainPlace') },
      { key: 'sector', label: t('company.fields.sector') },
      { key: 'size', label: t('lists.size') },
      { key: 'argument', label: t('lists.argument') },
      { key: 'phones', label: t('lists.phones') },
      { key: 'reasons', label: t('calls.reasonsLabel') },
      { key: 'decision', label: t('lists.decision') },
    ],
    rows: calls.map((call) => ({
      id: call.id,
      geometry: pointOf(call.point),
      cells: [
        call.name,
        call.place,
        call.sector,
        call.size,
        call.argument,
        call.numbers.map(({ text, of }) => (of ? `${text} (${of})` : text)).join(' · ') || null,
        call.reasons.join(' · '),
        call.decision
          ? [call.decision.text, call.decision.note].filter(Boolean).join(' · ')
          : t('calls.toCall'),
      ],
    })),
  }
}
