import { countryPack } from '#app/domain/countries/index.ts'
import type { OwnMatches } from '#app/domain/match/list-own-matches.server.ts'
import type { OwnMatchFilter, OwnMatchState } from '#app/domain/match/match-list.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { formatKm, formatNumber } from '#app/i18n/format.ts'
import { localePath } from '#app/i18n/locales.ts'
import {
  countedOptions,
  type FilterOption,
  filterGroup,
  type ListContext,
} from '../search/list-view.ts'
import { sectionCounts, sectionOf } from '../search/sectors.ts'
import { bandOptions, counted, type MatchListView, type MatchListWords } from './match-list-view.ts'

/** What a person's page of matches says: its filters, orders and totals. */
export function ownMatchWords(
  list: ListContext<OwnMatchFilter> & { readonly state: OwnMatchState },
  found: OwnMatches,
  reference: Reference,
): MatchListWords<OwnMatchFilter> {
  const { state, t, locale } = list
  const { chosen } = state
  const pack = countryPack(found.country)
  const labels: Record<OwnMatchFilter, (value: string) => string | null> = {
    band: (value) => t(`match.band.${value as 'strong'}`),
    kind: (value) => t(`search.kinds.${value as 'job'}`),
    admin1: (value) => pack.admin1.find((one) => one.code === value)?.names[locale] ?? null,
    sector: (value) =>
      reference.sectors.some((one) => one.code === value)
        ? reference.sectorName(value, locale)
        : null,
    contract: (value) => pack.contractKinds.find((one) => one.id === value)?.names[locale] ?? null,
    remote: () => t('search.remote'),
    far: () => t('match.list.far'),
  }
  const group = (
    name: OwnMatchFilter,
    title: string,
    options: readonly FilterOption[],
    collapsed = true,
  ) => filterGroup(list, name, title, options, collapsed)
  const counts = (name: 'kind' | 'admin1' | 'contract') =>
    countedOptions(found.facets[name], chosen[name], labels[name])
  const sectors = sectionCounts(found.facets.sector ?? [], reference.sectors)
  const remote = found.facets.remote?.find((one) => one.value === 'true')?.count ?? 0
  return {
    total: ownTotal(found, list),
    notes:
      found.cut === null
        ? []
        : [
            t('match.mine.cut', {
              most: formatNumber(locale, found.cut),
              total: formatNumber(locale, found.possible),
            }),
          ],
    farther: t('match.mine.farther', { count: found.farther }),
    hidden: t('match.mine.hidden', counted(locale, found.hidden)),
    filters: [
      group('band', t('match.list.band'), bandOptions(list, found.bands), false),
      group('kind', t('search.groups.kind'), counts('kind'), false),
      group('admin1', t('search.groups.admin1'), counts('admin1')),
      group(
        'sector',
        t('search.groups.sector'),
        countedOptions(
          sectors,
          chosen.sector.map((one) => sectionOf(one, reference.sectors)),
          labels.sector,
        ),
      ),
      group('contract', t('search.groups.contract'), counts('contract')),
      group('remote', t('search.groups.remote'), [
        { value: '1', label: t('search.remote'), count: remote },
      ]),
    ],
    sorts: (['relevance', 'distance', 'newest', 'deadline'] as const).map((sort) => ({
      sort,
      label: sort === 'relevance' ? t('match.list.bestFit') : t(`search.sorts.${sort}`),
    })),
    places: reference.placesOf(found.country),
    country: found.country,
    reach: reachOf(found, list),
    label: (name, value) => labels[name](value) ?? value,
  }
}

function ownTotal(found: OwnMatches, { state, t, locale }: ListContext<OwnMatchFilter>): string {
  const count = counted(locale, found.total)
  if (state.chosen.far.length > 0 && state.chosen.band.length === 0) {
    return found.cut === null ? t('search.total', count) : t('match.mine.nearest', count)
  }
  return t(found.cut !== null ? 'match.mine.totalLeast' : 'match.mine.total', count)
}

/** That the profile's own radius ends short of the place asked for, and where to change it. */
function reachOf(
  { reach, origin }: OwnMatches,
  { t, locale }: ListContext<OwnMatchFilter>,
): MatchListView['reach'] {
  if (!reach) return null
  return {
    text: t('match.mine.reach', {
      km: formatKm(locale, reach.km),
      home: reach.home.names[locale],
      place: origin.chosen?.names[locale] ?? '',
    }),
    href: localePath(locale, '/profile/place'),
    label: t('match.mine.reachChange'),
  }
}
