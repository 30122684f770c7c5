import type { ExportRow } from '#app/domain/export/table.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { DeskList } from '../../export/send-list.server.ts'
import type { ScorecardModel } from './scorecard-model.server.ts'

type Row = ScorecardModel['units'][number]

/** Columns of the file, of which each part of a scorecard fills some. */
const keys = [
  'part',
  'name',
  'where',
  'firms',
  'coverage',
  'contacted',
  'replies',
  'onboarded',
  'opportunities',
  'hires',
  'stayed',
  'stayed6',
  'reached',
  'set',
] as const
type Key = (typeof keys)[number]

/**
 * A scorecard as one list, its parts one under the other as on its page: numbers of people in the same
 * words, with the same ones left out.
 */
export function scorecardTable(card: ScorecardModel, t: Translate): DeskList {
  const row = (cells: Partial<Record<Key, string | number>>): ExportRow => ({
    cells: keys.map((key) => cells[key] ?? null),
  })
  const broken = (part: string, rows: readonly Row[]) =>
    rows.map(({ name, counts, coverage, replies, hires, stayed }) =>
      row({ part, name, ...counts, coverage, replies, hires, stayed6: stayed }),
    )
  const labels: Record<Key, string> = {
    part: t('lists.part'),
    name: t('lists.what'),
    where: t('scorecard.targets.where'),
    firms: t('scorecard.firms'),
    coverage: t('scorecard.coverage'),
    contacted: t('scorecard.contacted'),
    replies: t('scorecard.replyRate'),
    onboarded: t('scorecard.onboarded'),
    opportunities: t('scorecard.opportunities'),
    hires: t('scorecard.hires'),
    stayed: t('scorecard.stayed'),
    stayed6: t('scorecard.stayed6'),
    reached: t('scorecard.targets.reached'),
    set: t('scorecard.targets.when'),
  }
  const targets = t('scorecard.targets.titleOf', { year: card.year })
  return {
    title: t('scorecard.titleOf', { who: card.title }),
    notes: [card.period, t('scorecard.notes.few')],
    isInParts: true,
    columns: keys.map((key) => ({ key, label: labels[key] })),
    rows: [
      ...(card.targets ?? []).map((one) =>
        row({
          part: targets,
          name: one.measure,
          where: one.where,
          reached: one.progress,
          set: one.late ? `${one.setOn} · ${t('scorecard.targets.late')}` : one.setOn,
        }),
      ),
      row({
        part: t('scorecard.doneTitle'),
        name: card.title,
        ...card.counts,
        replies: card.stats.replies,
        hires: card.stats.hires,
      }),
      ...card.stages.map((one) =>
        row({ part: t('scorecard.stagesTitle'), name: one.label, firms: one.count }),
      ),
      ...card.retention.map((one) =>
        row({ part: t('scorecard.retentionTitle'), name: one.months, stayed: one.rate }),
      ),
      ...broken(t('scorecard.unitsTitle'), card.units),
      ...broken(t('scorecard.sectorsTitle'), card.sectors),
    ],
  }
}
