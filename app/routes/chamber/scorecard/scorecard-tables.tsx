import { usePath, useT } from '#app/i18n/use-t.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/page.tsx'
import { Stat, Stats } from '#app/ui/stat.tsx'

interface Row {
  readonly key: string
  readonly name: string
  /** The list of its companies; null where there is none. */
  readonly href: string | null
  readonly firms: string
  readonly coverage: string
  readonly contacted: string
  readonly replies: string
  readonly opportunities: string
  readonly hires: string
  readonly stayed: string
}

interface Card {
  readonly stages: readonly {
    readonly stage: string
    readonly label: string
    readonly firms: string
  }[]
  /** Whose board the stages lead to; null is everybody's. */
  readonly owner: string | null
  readonly stats: Readonly<
    Record<'contacted' | 'replies' | 'onboarded' | 'opportunities' | 'hires', string>
  >
  readonly retention: readonly { readonly months: string; readonly rate: string }[]
  readonly unitLabel: string
  readonly units: readonly Row[]
  readonly sectors: readonly Row[]
}

/** The figures of a scorecard, every one in words with its counts. */
export function FigureTables({ card }: { card: Card }) {
  const t = useT()
  const path = usePath()
  const { stats } = card
  return (
    <>
      <Section title={t('scorecard.doneTitle')}>
        <Stats>
          <Stat label={t('scorecard.contacted')} value={stats.contacted} />
          <Stat label={t('scorecard.onboarded')} value={stats.onboarded} />
          <Stat label={t('scorecard.opportunities')} value={stats.opportunities} />
          <Stat label={t('scorecard.hires')} value={stats.hires} />
        </Stats>
        <DefinitionList items={[{ term: t('scorecard.replyRate'), value: stats.replies }]} />
      </Section>
      <Section title={t('scorecard.stagesTitle')}>
        <DataTable
          caption={t('scorecard.stagesTitle')}
          captionHidden
          rows={card.stages}
          rowKey={(row) => row.stage}
          columns={[
            {
              key: 'stage',
              label: t('scorecard.stage'),
              cell: (row) => {
                const owner = card.owner ? `&owner=${card.owner}` : ''
                return <a href={path(`/chamber/board?stage=${row.stage}${owner}`)}>{row.label}</a>
              },
            },
            { key: 'firms', label: t('scorecard.firms'), align: 'end', cell: (row) => row.firms },
          ]}
        />
      </Section>
      <Section title={t('scorecard.retentionTitle')} intro={t('scorecard.retentionText')}>
        <DataTable
          caption={t('scorecard.retentionTitle')}
          captionHidden
          rows={card.retention}
          rowKey={(row) => row.months}
          columns={[
            { key: 'months', label: t('scorecard.after'), cell: (row) => row.months },
            { key: 'rate', label: t('scorecard.stayed'), cell: (row) => row.rate },
          ]}
        />
      </Section>
      <Section title={t('scorecard.unitsTitle')} id="areas">
        <BreakDown caption={t('scorecard.unitsTitle')} label={card.unitLabel} rows={card.units} />
      </Section>
      <Section title={t('scorecard.sectorsTitle')} id="sectors">
        <BreakDown
          caption={t('scorecard.sectorsTitle')}
          label={t('scorecard.sector')}
          rows={card.sectors}
        />
      </Section>
    </>
  )
}

/** The same figures for each part, in the order of names: no ranking, no colour. */
function BreakDown(props: { caption: string; label: string; rows: readonly Row[] }) {
  const t = useT()
  const path = usePath()
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      rows={props.rows}
      rowKey={(row) => row.key}
      empty={
        <EmptyState
          icon="building"
          title={t('scorecard.noFirm')}
          text={t('scorecard.noFirmText')}
        />
      }
      columns={[
        {
          key: 'name',
          label: props.label,
          cell: (row) => (row.href ? <a href={path(row.href)}>{row.name}</a> : row.name),
        },
        { key: 'firms', label: t('scorecard.firms'), align: 'end', cell: (row) => row.firms },
        { key: 'coverage', label: t('scorecard.coverage'), cell: (row) => row.coverage },
        {
          key: 'contacted',
          label: t('scorecard.contacted'),
          align: 'end',
          cell: (row) => row.contacted,
        },
        { key: 'replies', label: t('scorecard.replyRate'), cell: (row) => row.replies },
        {
          key: 'opportunities',
          label: t('scorecard.opportunities'),
          align: 'end',
          cell: (row) => row.opportunities,
        },
        { key: 'hires', label: t('scorecard.hires'), align: 'end', cell: (row) => row.hires },
        { key: 'stayed', label: t('scorecard.stayed6'), cell: (row) => row.stayed },
      ]}
    />
  )
}
