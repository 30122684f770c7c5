import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TakeAway } from '../export/take-away.tsx'
import type { CompanyLine, ListModel } from './list-model.server.ts'
import { FilterForm } from './map-page.tsx'

/** The companies behind a figure of the map; `name` draws the first cell. */
export function ListPage(props: { model: ListModel; name: (row: CompanyLine) => ReactNode }) {
  const t = useT()
  const { model } = props
  return (
    <Page
      title={model.title}
      intro={model.count}
      breadcrumbs={{ label: t('map.breadcrumb'), items: model.crumbs }}
    >
      <FilterForm model={model} />
      <DataTable
        caption={model.title}
        captionHidden
        rows={model.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="building" title={t('map.list.empty')} text={t('map.list.emptyText')} />
        }
        columns={[
          {
            key: 'name',
            label: t('map.list.name'),
            cell: (row) => (
              <>
                {props.name(row)}
                {row.legalName && (
                  <span className="hint">
                    {' '}
                    <bdi>{row.legalName}</bdi>
                  </span>
                )}
              </>
            ),
          },
          { key: 'sector', label: t('map.list.sector'), cell: (row) => row.sector },
          { key: 'size', label: t('map.list.size'), cell: (row) => row.size },
          { key: 'place', label: t('map.list.place'), cell: (row) => <bdi>{row.place}</bdi> },
          {
            key: 'state',
            label: t('map.list.verified'),
            cell: (row) =>
              row.verified ? (
                <Badge tone="done" icon="check">
                  {row.state}
                </Badge>
              ) : (
                <Badge>{row.state}</Badge>
              ),
          },
        ]}
      />
      {model.unnamed && <p className="hint">{model.unnamed}</p>}
      <Pagination
        label={t('common.pagination.label')}
        summary={model.summary}
        previous={model.previous}
        next={model.next}
      />
      <TakeAway out={model.out} />
    </Page>
  )
}
