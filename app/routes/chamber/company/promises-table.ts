import type { Translate } from '#app/i18n/translate.ts'
import type { DeskList } from '../../export/send-list.server.ts'
import {
  commitmentState,
  intentionState,
  type ShownCommitment,
  type ShownIntention,
} from './promise-words.ts'

/** What a company has promised, then the hires that it expects, for a file. */
export function promisesTable(
  promises: {
    readonly commitments: readonly ShownCommitment[]
    readonly intentions: readonly ShownIntention[]
  },
  t: Translate,
): Omit<DeskList, 'title'> {
  return {
    isInParts: true,
    columns: [
      { key: 'part', label: t('lists.part') },
      { key: 'what', label: t('lists.what') },
      { key: 'quantity', label: t('lists.quantity') },
      { key: 'when', label: t('lists.when') },
      { key: 'state', label: t('lists.state') },
      { key: 'form', label: t('lists.form') },
      { key: 'site', label: t('lists.site') },
      { key: 'source', label: t('lists.source') },
      { key: 'note', label: t('relation.log.note') },
    ],
    rows: [
      ...promises.commitments.map((one) => ({
        id: one.id,
        cells: [
          t('relation.commitments.title'),
          t(`relation.commitments.kinds.${one.kind}`),
          one.promised,
          t('relation.commitments.until', { day: one.day }),
          commitmentState(t, one),
          null,
          null,
          null,
          one.note,
        ],
      })),
      ...promises.intentions.map((one) => ({
        id: one.id,
        cells: [
          t('relation.intentions.title'),
          one.occupation,
          one.posts,
          one.quarter,
          intentionState(t, one),
          t(`relation.commitments.kinds.${one.kind}`),
          one.site,
          t(`relation.intentions.sources.${one.source}`),
          null,
        ],
      })),
    ],
  }
}
