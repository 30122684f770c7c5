import type { OpportunityStatus } from '#app/domain/opportunity/opportunity.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { opportunitiesOf } from '#db/queries/opportunity.ts'

const tones: Record<OpportunityStatus, Tone> = {
  draft: 'neutral',
  published: 'done',
  paused: 'sun',
  filled: 'done',
  closed: 'neutral',
  expired: 'attention',
}

/** The state of an opportunity in a word. */
export function StatusBadge({ status }: { status: OpportunityStatus }) {
  const t = useT()
  return <Badge tone={tones[status]}>{t(`opportunity.status.${status}`)}</Badge>
}

/** A row as the employer's desk shows it. */
export interface OpportunityShown {
  readonly id: string
  readonly title: string
  readonly company: string
  readonly kind: 'job' | 'internship' | 'apprenticeship'
  readonly status: OpportunityStatus
  readonly place: string | null
  readonly remote: boolean
  readonly posts: number
  readonly deadline: string | null
}

/** Rows of the database as plain data in the reader's language. */
export function shownOpportunities(
  rows: Awaited<ReturnType<typeof opportunitiesOf>>,
  reference: Reference,
  locale: Locale,
): OpportunityShown[] {
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    company: row.trade_name ?? row.legal_name,
    kind: row.kind,
    status: row.status,
    place: row.place_id ? (reference.place(row.place_id)?.names[locale] ?? null) : null,
    remote: row.remote === 1,
    posts: row.posts,
    deadline: row.deadline ? formatDay(locale, row.deadline) : null,
  }))
}

/** The opportunities of one or several companies, each a link to its own page. */
export function OpportunityTable(props: {
  caption: string
  rows: readonly OpportunityShown[]
  withCompany: boolean
}) {
  const t = useT()
  const path = usePath()
  const company: Column<OpportunityShown> = {
    key: 'company',
    label: t('company.title'),
    cell: (row) => <bdi>{row.company}</bdi>,
  }
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rowKey={(row) => row.id}
      rows={props.rows}
      columns={[
        {
          key: 'title',
          label: t('opportunity.fields.title'),
          cell: (row) => (
            <a href={path(`/employer/opportunities/${row.id}`)} dir="auto">
              {row.title}
            </a>
          ),
        },
        ...(props.withCompany ? [company] : []),
        {
          key: 'kind',
          label: t('opportunity.fields.kind'),
          cell: (row) => t(`opportunity.kinds.${row.kind}`),
        },
        {
          key: 'place',
          label: t('opportunity.fields.place'),
          cell: (row) =>
            row.place ?? (row.remote ? t('opportunity.remoteShort') : t('common.unknown')),
        },
        {
          key: 'deadline',
          label: t('opportunity.fields.deadline'),
          cell: (row) => row.deadline ?? t('opportunity.noDeadline'),
        },
        {
          key: 'status',
          label: t('opportunity.fields.status'),
          cell: (row) => <StatusBadge status={row.status} />,
        },
      ]}
    />
  )
}
