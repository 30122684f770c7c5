import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { radii } from '#app/domain/search/list-state.ts'
import { formatKm } from '#app/i18n/format.ts'
import { type Locale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SearchScript } from '#app/ui/enhance/search-script.tsx'
import { FacetLists } from '#app/ui/facet-list.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Kept, keptMarkup } from '#app/ui/kept-markup.tsx'
import { Pagination, type PaginationProps } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ActiveChip, FilterGroup, PlaceLink, SortLink } from './list-view.ts'
import type { SearchHelpView, WayOn } from './search-help.ts'
import { UnknownPlace } from './unknown-place.tsx'

/** A searched list as its page draws it. */
export interface SearchView {
  readonly path: string
  readonly country: string
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
  /** Places that may have been meant by one that is unknown. */
  readonly nearPlaces: readonly PlaceLink[]
  readonly pages: PaginationProps
  readonly help: SearchHelpView
  /** The index cannot answer: what is shown comes from the database, without regard to words. */
  readonly resting: boolean
}

interface Words {
  readonly form: string
  readonly text: string
}

/**
 * A search form, filters beside, then the results: one column on a phone, where filters wait closed.
 * What changes while somebody types stands in `#found`; the script replaces it.
 */
export function SearchLayout(props: { view: SearchView; words: Words; children: ReactNode }) {
  const { view } = props
  const t = useT()
  return (
    <>
      <SearchForm view={view} words={props.words} />
      <div
        className="grid items-start gap-4 sm:gap-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-12"
        id="found"
      >
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
          {view.resting && <Resting text={view.text} />}
          {view.unknownPlace && <UnknownPlace text={view.unknownPlace} near={view.nearPlaces} />}
          <Narrowed view={view} />
          {props.children}
          <Pagination {...view.pages} />
        </section>
      </div>
      {!view.resting && (
        <SearchScript
          words={{
            found: t('search.suggest.found', { number: '#' }),
            none: t('search.suggest.none'),
          }}
          late={t('search.late', { button: t('search.submit') })}
        />
      )}
    </>
  )
}

/** That search rests, what is shown instead, and a link that tries again. */
function Resting({ text }: { text: string }) {
  const t = useT()
  const { pathname, search } = useLocation()
  return (
    <Flash
      tone="sun"
      title={t('search.resting.title')}
      action={
        <ButtonLink href={pathname + search} size="small">
          {t('search.resting.again')}
        </ButtonLink>
      }
    >
      <p>{t('search.resting.text')}</p>
      {text && <p>{t('search.resting.words', { words: text })}</p>}
    </Flash>
  )
}

/** What narrows the list, and ways on from it: other words, the occupation meant, fewer filters. */
function Narrowed({ view }: { view: SearchView }) {
  const t = useT()
  const { chips, help } = view
  const { words, trades, unfiltered } = help
  if (chips.length === 0 && words.length === 0 && trades.length === 0 && !unfiltered) return null
  return (
    <div className="grid gap-2">
      {chips.length > 0 && (
        <div className="cluster">
          <Tags label={t('search.active')}>
            {chips.map((chip) => (
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
      <Ways label={t('search.help.words')} ways={words} />
      {unfiltered && (
        <p>
          <a className="inline-block py-3" href={unfiltered.href}>
            {t('search.help.unfiltered', { total: unfiltered.count })}
          </a>
        </p>
      )}
      <Ways label={t('search.help.trades')} ways={trades} />
    </div>
  )
}

function Ways({ label, ways }: { label: string; ways: readonly WayOn[] }) {
  const t = useT()
  if (ways.length === 0) return null
  return (
    <nav className="cluster" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <Tags>
        {ways.map((way) => (
          <Tag key={way.href} href={way.href}>
            {t('search.help.counted', { label: way.label, total: way.count })}
          </Tag>
        ))}
      </Tags>
    </nav>
  )
}

type FormFixed = Pick<
  SearchView,
  'path' | 'country' | 'km' | 'placeNames' | 'carried' | 'resting'
> & {
  words: Words
  locale: Locale
  /** The place is not known, so that somebody has to look at it. */
  placeOpen: boolean
}

/**
 * The inside of `<search>`: but for what was typed, the same wherever the same filters are on. On a
 * phone the place waits closed, in words, so that results are in sight while somebody types.
 */
const searchForm = keptMarkup<FormFixed, 'text' | 'place' | 'where'>(
  ['text', 'place', 'where'],
  (view, typed) => {
    const { words, locale } = view
    const t = translator(locale)
    return (
      <form
        method="get"
        action={view.path}
        aria-label={words.form}
        className="search-form"
        data-live={view.resting ? undefined : 'found'}
      >
        {view.carried.map(([name, value]) => (
          <HiddenField key={name + value} name={name} value={value} />
        ))}
        <div className="search-fields">
          <TextField
            name="q"
            label={words.text}
            type="search"
            dir="auto"
            defaultValue={typed.text}
            maxLength={100}
            autoComplete="off"
          />
          <details
            className="search-where sm:[&::details-content]:[content-visibility:visible]"
            open={view.placeOpen}
          >
            <summary className="sm:supports-[selector(::details-content)]:hidden">
              <Icon name="next" />
              <span>
                <bdi>{typed.where}</bdi>
              </span>
            </summary>
            <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-2 sm:gap-4">
              <TextField
                name="place"
                label={t('search.place')}
                defaultValue={typed.place}
                maxLength={100}
                autoComplete="off"
                list="place-names"
                suggestUrl={`${localePath(locale, '/suggest/place')}?country=${view.country}`}
              />
              <SelectField
                name="km"
                label={t('search.radius')}
                defaultValue={String(view.km)}
                options={radii.map((km) => ({ value: String(km), label: formatKm(locale, km) }))}
              />
            </div>
          </details>
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
    )
  },
)

function SearchForm({ view, words }: { view: SearchView; words: Words }) {
  const locale = useLocale()
  const t = useT()
  const { path, country, km, placeNames, carried, resting, text, place } = view
  const placeOpen = view.unknownPlace !== null
  const fixed = { path, country, km, placeNames, carried, resting, words, locale, placeOpen }
  const where = !place
    ? t('search.wholeCountry')
    : placeOpen
      ? place
      : t('search.around', { place, km: formatKm(locale, km) })
  const typed = { text, place, where: t('search.where', { where }) }
  return <Kept as="search" className="search-top" markup={searchForm(fixed, typed)} />
}

function Filters({ view }: { view: SearchView }) {
  const t = useT()
  const on = view.filters.flatMap((group) => group.facets).filter((facet) => facet.checked).length
  if (view.filters.length === 0) return <div />
  return (
    <details className="lg:[&::details-content]:[content-visibility:visible]">
      <summary className="btn btn-secondary lg:supports-[selector(::details-content)]:hidden">
        <Icon name="filter" />
        {on > 0 ? t('search.filtersOn', { number: on }) : t('search.filters')}
      </summary>
      <div className="pt-4 lg:pt-0">
        <h2 className="sr-only">{t('search.filters')}</h2>
        <FacetLists
          groups={view.filters}
          checkedLabel={t('search.checked')}
          moreLabel={t('search.more')}
        />
      </div>
    </details>
  )
}
