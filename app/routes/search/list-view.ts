import type { Place } from '#app/domain/reference/reference.ts'
import {
  cleared,
  type Groups,
  isNarrowed,
  type ListSort,
  type ListState,
  listPairs,
  listQuery,
  toggled,
  toggledQueries,
} from '#app/domain/search/list-state.ts'
import { formatKm, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { Facet } from '#app/ui/facet-list.tsx'
import { type PaginationProps, pageWindow } from '#app/ui/pagination.tsx'

/** A list with the address it stands at and the language it is read in. */
export interface ListContext<G extends string> {
  readonly state: ListState<G>
  readonly groups: Groups<G>
  /** Path of the page, language included, without a query. */
  readonly path: string
  readonly t: Translate
  readonly locale: Locale
}

export interface FilterOption {
  readonly value: string
  readonly label: string
  /** Results it would leave; undefined where they are not counted. */
  readonly count?: number | undefined
}

export interface FilterGroup {
  readonly name: string
  readonly title: string
  readonly facets: readonly Facet[]
  readonly collapsed: boolean
}

/** One group of filter links; null when there is nothing to choose. */
export function filterGroup<G extends string>(
  list: ListContext<G>,
  name: G,
  title: string,
  options: readonly FilterOption[],
  collapsed = false,
): FilterGroup | null {
  const { state, groups, path, locale } = list
  const query = toggledQueries(state, groups, name)
  const facets = options
    .filter((option) => option.count !== 0 || state.chosen[name].includes(option.value))
    .map((option) => ({
      label: option.label,
      href: path + query(option.value),
      count: option.count === undefined ? undefined : formatNumber(locale, option.count),
      checked: state.chosen[name].includes(option.value),
    }))
  return facets.length === 0 ? null : { name, title, facets, collapsed }
}

/** Counted values as options with their labels, the most frequent first; chosen ones never get lost. */
export function countedOptions(
  counts: readonly { readonly value: string; readonly count: number }[] | undefined,
  chosen: readonly string[],
  label: (value: string) => string | null,
  most = 12,
): FilterOption[] {
  const options: FilterOption[] = []
  for (const { value, count } of counts ?? []) {
    const words = label(value)
    const kept = options.length < most || chosen.includes(value)
    if (words !== null && kept) options.push({ value, label: words, count })
  }
  for (const value of chosen) {
    const words = label(value)
    if (words !== null && !options.some((one) => one.value === value)) {
      options.push({ value, label: words, count: 0 })
    }
  }
  return options
}

/**
 * Choices of a number at most, from counts of each number: what asks no number passes all of them.
 * `own` says that the total is narrowed by this very filter, and so says nothing of the others.
 */
export function countsUpTo(
  options: readonly FilterOption[],
  counts: readonly { readonly value: string; readonly count: number }[] | undefined,
  total: number,
  own: boolean,
): FilterOption[] {
  if (own) return [...options]
  const above = (most: number) =>
    (counts ?? []).reduce((sum, one) => sum + (Number(one.value) > most ? one.count : 0), 0)
  return options.map((option) => ({ ...option, count: total - above(Number(option.value)) }))
}

/** Choices of a number at least, from counts of each number. */
export function countsFrom(
  options: readonly FilterOption[],
  counts: readonly { readonly value: string; readonly count: number }[] | undefined,
): FilterOption[] {
  return options.map((option) => ({
    ...option,
    count: (counts ?? []).reduce(
      (sum, one) => sum + (Number(one.value) >= Number(option.value) ? one.count : 0),
      0,
    ),
  }))
}

export interface ActiveChip {
  readonly label: string
  readonly href: string
}

/** What narrows the list, each with the address that takes it away. */
export function activeChips<G extends string>(
  list: ListContext<G>,
  placeName: string | null,
  label: (name: G, value: string) => string,
): ActiveChip[] {
  const { state, groups, path, t, locale } = list
  const chips: ActiveChip[] = []
  const first = { ...state, page: 1 }
  if (state.text) chips.push({ label: state.text, href: path + listQuery({ ...first, text: '' }) })
  if (state.place) {
    const around = t('search.around', { place: placeName ?? '', km: formatKm(locale, state.km) })
    chips.push({
      label: placeName ? around : state.place,
      href: path + listQuery({ ...first, place: '' }),
    })
  }
  for (const name of Object.keys(state.chosen) as G[]) {
    for (const value of state.chosen[name]) {
      chips.push({
        label: label(name, value),
        href: path + listQuery(toggled(state, groups, name, value)),
      })
    }
  }
  return chips
}

export interface PlaceLink {
  readonly label: string
  readonly href: string
}

/** Places that may have been meant, each with the address of the list around it. */
export function placeLinks<G extends string>(
  list: ListContext<G>,
  places: readonly Place[],
): PlaceLink[] {
  const { state, path, locale } = list
  const names = new Set(places.map((place) => place.names[locale]))
  return Array.from(names, (name) => ({
    label: name,
    href: path + listQuery({ ...state, page: 1, place: name }),
  }))
}

/** The address without any filter. */
export function clearHref<G extends string>(list: ListContext<G>): string {
  return list.path + listQuery(cleared(list.state))
}

/** The filters that a search form carries along unseen: all but what its own fields say. */
export function carriedPairs<G extends string>(state: ListState<G>): [string, string][] {
  const own = new Set(['q', 'place', 'km', 'page'])
  return listPairs(state).filter(([name]) => !own.has(name))
}

export interface SortLink {
  readonly label: string
  readonly href: string
  readonly current: boolean
}

/** The orders that make sense now, as links: relevance asks for words, distance for a place. */
export function sortLinks<G extends string>(
  list: ListContext<G>,
  offered: readonly { sort: ListSort; label: string }[],
  hasPlace: boolean,
): SortLink[] {
  const { state, path } = list
  // Without words the usual order is the newest first.
  const meant = (sort: ListSort) => (sort === 'newest' && !state.text ? 'relevance' : sort)
  const possible = offered.filter(
    ({ sort }) => (sort !== 'relevance' || state.text) && (sort !== 'distance' || hasPlace),
  )
  const now = possible.some(({ sort }) => sort === state.sort) ? meant(state.sort) : 'relevance'
  return possible.map(({ sort, label }) => ({
    label,
    href: path + listQuery({ ...state, page: 1, sort: meant(sort) }),
    current: meant(sort) === now,
  }))
}

/** Links to the pages of a list of twenty a page. */
export function pageLinks<G extends string>(
  list: ListContext<G>,
  shown: { page: number; pages: number; total: number; size: number },
): PaginationProps {
  const { state, path, t, locale } = list
  const { page, pages, total, size } = shown
  const href = (to: number) => path + listQuery({ ...state, page: to })
  const number = (value: number) => formatNumber(locale, value)
  return {
    label: t('common.pagination.label'),
    previous:
      page > 1 ? { href: href(page - 1), label: t('common.pagination.previous') } : undefined,
    next: page < pages ? { href: href(page + 1), label: t('common.pagination.next') } : undefined,
    pages: pageWindow(page, pages).map((one) =>
      one === null ? null : { href: href(one), label: number(one), current: one === page },
    ),
    summary: t('search.pageSummary', {
      from: number((page - 1) * size + 1),
      to: number(Math.min(total, page * size)),
      total: number(total),
    }),
  }
}

/** True when search machines should leave the page alone: it repeats part of another one. */
export function isPartial<G extends string>(state: ListState<G>): boolean {
  return isNarrowed(state) || state.page > 1
}
