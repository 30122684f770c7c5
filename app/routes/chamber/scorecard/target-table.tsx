import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/page.tsx'
import type { ShownTarget } from './scorecard-words.ts'

/** The targets of a year with what has been reached, and whether they were set beforehand. */
export function TargetTable(props: {
  targets: readonly ShownTarget[]
  year: string
  /** What can be done with a target, in a column of its own. */
  action?: { readonly label: string; readonly cell: (target: ShownTarget) => ReactNode }
}) {
  const t = useT()
  const { action } = props
  const title = t('scorecard.targets.titleOf', { year: props.year })
  return (
    <Section title={title} id="targets">
      <DataTable
        caption={title}
        captionHidden
        rows={props.targets}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon="check"
            title={t('scorecard.targets.none', { year: props.year })}
            text={t('scorecard.targets.noneText')}
          />
        }
        columns={[
          { key: 'measure', label: t('scorecard.targets.measure'), cell: (row) => row.measure },
          { key: 'where', label: t('scorecard.targets.where'), cell: (row) => row.where },
          {
            key: 'reached',
            label: t('scorecard.targets.reached'),
            cell: (row) => row.progress,
          },
          {
            key: 'set',
            label: t('scorecard.targets.when'),
            cell: (row) => (
              <>
                {row.setOn} {row.late && <Badge tone="sun">{t('scorecard.targets.late')}</Badge>}
              </>
            ),
          },
          ...(action ? [{ key: 'action', label: action.label, cell: action.cell }] : []),
        ]}
      />
    </Section>
  )
}
