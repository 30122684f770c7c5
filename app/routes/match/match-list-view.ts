import { matchPageSize } from '#app/domain/match/arrange-matches.ts'
import type { MatchesAround } from '#app/domain/match/list-own-matches.server.ts'
import { widestKm } from '#app/domain/match/ways-on.server.ts'
import type { Place } from '#app/domain/reference/reference.ts'
import { type ListSort, listPairs, listQuery, toggled } from '#app/domain/search/list-state.ts'
import { formatKm, formatNumber } from '#app/i18n/format.ts'
import { localePath } from '#app/i18n/locales.ts'
import type { PaginationProps } from '#app/ui/pagination.tsx'
import {
  type ActiveChip,
  activeChips,
  carriedPairs,
  clearHref,
  type FilterGroup,
  type ListContext,
  type PlaceLink,
  pageLinks,
  placeLinks,
  type SortLink,
} from '../search/list-view.ts'

/** A list of matches as its page draws it, all words said but those that both lists share. */
export interface MatchListView {
  readonly path: string
  readonly total: string
  /** What the total leaves out, in sentences. */
  readonly notes: readonly string[]
  readonly filters: readonly FilterGroup[]
  readonly chips: readonly ActiveChip[]
  readonly clear: string
  readonly sorts: readonly SortLink[]
  readonly place: {
    readonly name: string
    readonly km: number
    readonly names: readonly string[]
    readonly suggestUrl: string
    readonly carried: readonly (readonly [string, string])[]
  }
  readonly unknownPlace: string | null
  /** Places that may have been meant by one that is unknown. */
  readonly nearPlaces: readonly PlaceLink[]
  /** What of the person's own bars all that lies at the place, and where to change it; null where nothing does. */
  readonly reach: { readonly text: string; readonly href: string; readonly label: string } | null
  /** Best fit first: each band has its heading. */
  readonly headed: boolean
  /** Whether the list without any filter has something. */
  readonly all: boolean
  /** The same list within the widest radius; null where that finds no more. */
  readonly wider: { readonly href: string; readonly label: string } | null
  /** Shows or hides what is far off; null where nothing is. */
  readonly farther: { readonly href: string; readonly label: string } | null
  readonly hidden: { readonly href: string; readonly label: string } | null
  readonly compare: {
    readonly action: string
    readonly carried: readonly (readonly [string, string])[]
  }
  readonly pages: PaginationProps
  /** What the page of one match keeps, so that one comes back to the same list. */
  readonly query: string
}

/** What a page says about its own kind of matches. */
export interface MatchListWords<G extends string> {
  readonly total: string
  readonly notes: readonly string[]
  readonly farther: string
  readonly hidden: string
  readonly filters: readonly (FilterGroup | null)[]
  readonly sorts: readonly { readonly sort: ListSort; readonly label: string }[]
  /** Places whose names the box for a place suggests. */
  readonly places: readonly Place[]
  readonly country: string
  readonly reach: MatchListView['reach']
  /** The words for a filter that is on. */
  label(name: G, value: string): string
}

/** What the page of a list of matches shows around its cards. */
export function matchListView<G extends string>(
  list: ListContext<G | 'far'>,
  found: MatchesAround<'profile' | 'opportunity'> & {
    readonly page: number
    readonly pages: number
    readonly total: number
  },
  words: MatchListWords<G | 'far'>,
): MatchListView {
  const { state, groups, path, t, locale } = list
  const { chosen, home } = found.origin
  const first = { ...state, page: 1 }
  const far = state.chosen.far.length > 0
  const name = (place: Place | null) => place?.names[locale] ?? ''
  return {
    path,
    total: words.total,
    notes: words.notes,
    filters: words.filters.filter((one) => one !== null),
    chips: activeChips(list, chosen?.names[locale] ?? null, words.label),
    clear: clearHref(list),
    sorts: words.sorts
      .filter(({ sort }) => sort !== 'distance' || chosen !== null || home !== null)
      .map(({ sort, label }) => ({
        label,
        href: path + listQuery({ ...first, sort }),
        current: state.sort === sort,
      })),
    place: {
      name: state.place || name(home),
      km: state.km,
      names: words.places.slice(0, 30).map((place) => place.names[locale]),
      suggestUrl: `${localePath(locale, '/suggest/place')}?country=${words.country}`,
      carried: carriedPairs(state),
    },
    unknownPlace: state.place && !chosen ? t('search.unknownPlace', { place: state.place }) : null,
    nearPlaces: placeLinks(list, found.origin.near),
    reach: words.reach,
    headed: state.sort === 'relevance',
    all: found.ways.all,
    wider: found.ways.wider
      ? {
          href: path + listQuery({ ...first, km: widestKm }),
          label: t('match.list.wider', { km: formatKm(locale, widestKm) }),
        }
      : null,
    farther:
      found.farther > 0 || far
        ? {
            href: path + listQuery(toggled(state, groups, 'far', '1')),
            label: far ? t('match.hideFar') : words.farther,
          }
        : null,
    hidden:
      found.hidden > 0 ? { href: `${path}/hidden${listQuery(state)}`, label: words.hidden } : null,
    compare: { action: `${path}/compare`, carried: listPairs(state) },
    pages: pageLinks(list, { ...found, size: matchPageSize }),
    query: listQuery(state),
  }
}

/** "Strong", "good" and "partial" as a group of filters, with how many matches there are of each. */
export function bandOptions(
  { t }: Pick<ListContext<never>, 't'>,
  bands: MatchesAround<'profile'>['bands'],
) {
  return bands.map(({ value, count }) => ({
    value,
    count,
    label: t(`match.band.${value as 'strong' | 'good' | 'partial'}`),
  }))
}

/** A count in the reader's figures, with the number that decides its plural. */
export function counted(locale: ListContext<never>['locale'], count: number) {
  return { count, total: formatNumber(locale, count) }
}
