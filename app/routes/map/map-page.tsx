import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { MapPicture } from '#app/ui/map/map-picture.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { TakeAway } from '../export/take-away.tsx'
import type { MapModel, TableRow } from './map-model.ts'
import { Notes } from './notes.tsx'

/** A map with its table twin, for the chamber's desk and for everybody. */
export function MapPage(props: {
  model: MapModel
  intro: ReactNode
  /** Links of the desk that the map belongs to. */
  nav?: ReactNode
  /** Right under the picture. */
  below?: ReactNode
  children?: ReactNode
}) {
  const t = useT()
  const { model } = props
  return (
    <Page
      title={model.title}
      intro={
        <>
          <p>{props.intro}</p>
          <p className="hint">{model.about}</p>
        </>
      }
      breadcrumbs={
        model.crumbs.length > 0 ? { label: t('map.breadcrumb'), items: model.crumbs } : undefined
      }
    >
      {props.nav}
      <div className="map-measures">
        <Tabs label={t('map.measuresLabel')} tabs={model.tabs} />
      </div>
      <FilterForm model={model} />
      <div className="map-pair">
        <div>
          <MapPicture {...model.picture} />
          {props.below}
          <Notes notes={model.notes} />
        </div>
        <Section title={t('map.table')}>
          <p>{t('map.total', { value: model.total })}</p>
          <DataTable
            caption={model.title}
            captionHidden
            rows={model.rows}
            rowKey={(row) => row.id}
            columns={columns(model, model.nameLabel, true)}
            empty={<EmptyState icon="map" title={t('map.empty')} text={t('map.emptyText')} />}
          />
          {model.list && <a href={model.list}>{t('map.list.allIn')}</a>}
        </Section>
      </div>
      {model.towns.length > 0 && (
        <Section title={t('map.townsTable')}>
          <DataTable
            caption={t('map.townsTable')}
            captionHidden
            rows={model.towns}
            rowKey={(row) => row.id}
            columns={columns(model, t('map.townColumn'), false)}
          />
        </Section>
      )}
      <TakeAway out={model.out} />
      {props.children}
    </Page>
  )
}

function columns(model: MapModel, name: string, sortable: boolean): Column<TableRow>[] {
  const parts = model.rows.some((row) => row.part !== null)
  return [
    {
      key: 'name',
      label: name,
      cell: (row) => (
        <a href={row.href}>
          <bdi>{row.name}</bdi>
        </a>
      ),
      sort: sortable ? model.sort.name : undefined,
    },
    {
      key: 'value',
      label: model.valueLabel,
      align: 'end',
      cell: (row) => <span data-of={row.id}>{row.value}</span>,
      sort: sortable ? model.sort.value : undefined,
    },
    ...(parts
      ? [
          {
            key: 'part',
            label: '',
            align: 'end' as const,
            cell: (row: TableRow) => row.part ?? '',
          },
        ]
      : []),
  ]
}

/** The filters that say something of the measure; open where any is on. */
export function FilterForm({
  model,
}: {
  model: Pick<MapModel, 'filters' | 'action' | 'hidden' | 'clear' | 'ignored'>
}) {
  const t = useT()
  const { choices, words, narrowed } = model.filters
  return (
    // On paper only what narrows the figures matters.
    <div className={narrowed ? undefined : 'no-print'}>
      <Disclosure
        summary={t('map.filters.title')}
        open={narrowed || words.some((field) => field.error !== null)}
      >
        <form method="get" action={model.action} className="fields">
          {model.hidden.map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <Fields columns>
            {choices.map((field) => (
              <SelectField
                key={field.name}
                name={field.name}
                label={field.label}
                emptyLabel={field.emptyLabel}
                options={field.options}
                defaultValue={field.value}
              />
            ))}
            {words.map((field) => (
              <TextField
                key={field.name}
                name={field.name}
                label={field.label}
                hint={field.hint}
                defaultValue={field.value}
                maxLength={200}
                errors={field.error ? [field.error] : undefined}
              />
            ))}
          </Fields>
          <div className="actions">
            <Button icon="filter">{t('map.filters.apply')}</Button>
            {narrowed && <a href={model.clear}>{t('map.filters.clear')}</a>}
          </div>
          {model.ignored && <p className="hint">{model.ignored}</p>}
        </form>
      </Disclosure>
    </div>
  )
}
