import type { ExportColumn, ExportRow } from '#app/domain/export/table.ts'
import type {
  attendanceOutcomes,
  attendances,
  campaignKinds,
} from '#app/domain/relation/campaign.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** A campaign as pages and files show it. */
export interface ShownCampaign {
  readonly id: string
  readonly title: string
  readonly kind: (typeof campaignKinds)[number]
  readonly day: string
  readonly place: string | null
  readonly counts: { readonly invited: number; readonly attended: number }
  readonly invited: string
  readonly attended: string
}

export function campaignColumns(t: Translate): ExportColumn[] {
  return [
    { key: 'title', label: t('relation.campaigns.name') },
    { key: 'kind', label: t('relation.campaigns.kind') },
    { key: 'day', label: t('relation.campaigns.onDay') },
    { key: 'place', label: t('company.sites.place') },
    { key: 'invited', label: t('relation.campaigns.invited') },
    { key: 'attended', label: t('relation.campaigns.attended') },
  ]
}

/** A campaign as a row of the file. */
export function campaignRow(t: Translate, row: ShownCampaign): ExportRow {
  return {
    id: row.id,
    cells: [
      row.title,
      t(`relation.campaigns.kinds.${row.kind}`),
      row.day,
      row.place ?? t('common.unknown'),
      row.counts.invited,
      row.counts.attended,
    ],
  }
}

/** A company that was invited, and what is known of its coming. */
export interface ShownAttendance {
  readonly id: string
  readonly name: string
  readonly status: (typeof attendances)[number]
  readonly outcome: (typeof attendanceOutcomes)[number] | ''
}

export function attendanceColumns(t: Translate): ExportColumn[] {
  return [
    { key: 'name', label: t('company.title') },
    { key: 'status', label: t('relation.campaigns.attendance') },
    { key: 'outcome', label: t('relation.campaigns.outcome') },
  ]
}

/** An invited company as a row of the campaign's file. */
export function attendanceRow(t: Translate, row: ShownAttendance): ExportRow {
  return {
    id: row.id,
    cells: [
      row.name,
      t(`relation.campaigns.statuses.${row.status}`),
      row.outcome ? t(`relation.outcomes.${row.outcome}`) : t('relation.campaigns.noOutcome'),
    ],
  }
}
