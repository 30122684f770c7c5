import type { ReactNode } from 'react'
import { radii } from '#app/domain/search/list-state.ts'
import { formatKm } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { FacetList } from '#app/ui/facet-list.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Pagination, type PaginationProps } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ActiveChip, FilterGroup, SortLink } from './list-view.ts'

/** A searched list as its page draws it. */
export interface SearchView {
  readonly path: string
  readonly text: string
  readonly place: string
  readonly km: number
  readonly placeNames: readonly string[]
  readonly carried: readonly (readonly [string, string])[]
  readonly filters: readonly FilterGroup[]
  readonly chips: readonly ActiveChip[]
  readonly clear: string
  readonly sorts: readonly SortLink[]
  readonly total: string
  readonly unknownPlace: string | null
  readonly pages: PaginationProps
}

interface Words {
  readonly form: string
  readonly text: string
}

/** A search form, filters beside, then the results: one column on a phone, where filters wait closed. */
export function SearchLayout(props: { view: SearchView; words: Words; children: ReactNode }) {
  const { view } = props
  const t = useT()
  return (
    <>
      <SearchForm view={view} words={props.words} />
      <div className="grid gap-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12">
        <Filters view={view} />
        <section className="stack" aria-labelledby="results">
          <div className="section-head">
            <h2 id="results">{view.total}</h2>
            {view.sorts.length > 1 && (
              <nav className="cluster text-sm" aria-label={t('search.sort')}>
                {view.sorts.map((sort) => (
                  <a
                    key={sort.label}
                    className={sort.current ? 'py-3 font-semibold' : 'py-3'}
                    href={sort.href}
                    aria-current={sort.current ? 'true' : undefined}
                  >
                    {sort.label}
                  </a>
                ))}
              </nav>
            )}
          </div>
          {view.unknownPlace && <Flash tone="attention">{view.unknownPlace}</Flash>}
          {view.chips.length > 0 && (
            <div className="cluster">
              <Tags label={t('search.active')}>
                {view.chips.map((chip) => (
                  <Tag key={chip.href} removeHref={chip.href} removeLabel={t('search.remove')}>
                    {chip.label}
                  </Tag>
                ))}
              </Tags>
              <a className="py-3" href={view.clear}>
                {t('search.clear')}
              </a>
            </div>
          )}
          {props.children}
          <Pagination {...view.pages} />
        </section>
      </div>
    </>
  )
}

function SearchForm({ view, words }: { view: SearchView; words: Words }) {
  const t = useT()
  const locale = useLocale()
  return (
    <search>
      <form method="get" action={view.path} aria-label={words.form}>
        {view.carried.map(([name, value]) => (
          <HiddenField key={name + value} name={name} value={value} />
        ))}
        <div className="grid items-end gap-4 sm:grid-cols-[2fr_1fr] lg:grid-cols-[2fr_1fr_8rem_auto]">
          <TextField
            name="q"
            label={words.text}
            type="search"
            dir="auto"
            defaultValue={view.text}
            maxLength={100}
            autoComplete="off"
          />
          <TextField
            name="place"
            label={t('search.place')}
            defaultValue={view.place}
            maxLength={100}
            autoComplete="off"
            list="place-names"
          />
          <SelectField
            name="km"
            label={t('search.radius')}
            defaultValue={String(view.km)}
            options={radii.map((km) => ({ value: String(km), label: formatKm(locale, km) }))}
          />
          <Button variant="primary" icon="search">
            {t('search.submit')}
          </Button>
        </div>
        <datalist id="place-names">
          {view.placeNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </search>
  )
}

function Filters({ view }: { view: SearchView }) {
  const t = useT()
  const on = view.filters.flatMap((group) => group.facets).filter((facet) => facet.checked).length
  if (view.filters.length === 0) return <div />
  return (
    <details className="lg:[&::details-content]:[content-visibility:visible]">
      <summary className="btn btn-secondary lg:hidden">
        <Icon name="filter" />
        {on > 0 ? t('search.filtersOn', { number: on }) : t('search.filters')}
      </summary>
      <div className="pt-4 lg:pt-0">
        <h2 className="sr-only">{t('search.filters')}</h2>
        {view.filters.map((group) => (
          <FacetList
            key={group.name}
            title={group.title}
            facets={group.facets}
            checkedLabel={t('search.checked')}
            moreLabel={t('search.more')}
            collapsed={group.collapsed}
          />
        ))}
      </div>
    </details>
  )
}
