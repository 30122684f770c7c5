import { countryPack } from '#app/domain/countries/index.ts'
import { countryName } from '#app/domain/countries/names.ts'
import { educationLevels, educationName } from '#app/domain/education.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type {
  OpportunityFilterName,
  readOpportunitySearch,
} from '#app/domain/search/opportunity-search.ts'
import {
  type OpportunityResults,
  pageSize,
} from '#app/domain/search/search-opportunities.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { type Locale, localePath } from '#app/i18n/locales.ts'
import type { Translate } from '#app/i18n/translate.ts'
import {
  activeChips,
  carriedPairs,
  clearHref,
  countedOptions,
  countsUpTo,
  type FilterGroup,
  type FilterOption,
  filterGroup,
  pageLinks,
  placeLinks,
  sortLinks,
} from './list-view.ts'
import { searchHelp } from './search-help.ts'
import type { SearchView } from './search-layout.tsx'
import { sectionCounts, sectionOf } from './sectors.ts'

const sorts = ['relevance', 'newest', 'distance', 'deadline'] as const

/** The list of opportunities in words, with the address of every choice. `resting`: it was browsed, not searched. */
export function opportunityListView(
  found: OpportunityResults,
  asked: ReturnType<typeof readOpportunitySearch>,
  context: { t: Translate; locale: Locale; reference: Reference },
  resting: boolean,
): SearchView {
  const { state, groups, country } = asked
  const { t, locale, reference } = context
  const path = localePath(locale, '/opportunities')
  const list = { state, groups, path, t, locale }
  const pack = countryPack(country)
  const { facets } = found

  const labels: Record<OpportunityFilterName, (value: string) => string | null> = {
    kind: (value) =>
      value === 'job' || value === 'internship' || value === 'apprenticeship'
        ? t(`search.kinds.${value}`)
        : null,
    contract: (value) => pack.contractKinds.find((one) => one.id === value)?.names[locale] ?? null,
    admin1: (value) => pack.admin1.find((one) => one.code === value)?.names[locale] ?? null,
    sector: (value) => (groups.sector.accepts(value) ? reference.sectorName(value, locale) : null),
    occupation: (value) =>
      reference.has('occupation', value) ? reference.label(value, locale) : null,
    education: (value) =>
      t('search.educationMost', { level: educationName(Number(value), locale) }),
    remote: () => t('search.remote'),
    country: (value) => countryName(value, locale),
  }
  const label = (name: OpportunityFilterName, value: string) => labels[name](value) ?? value
  // While nothing is counted every choice of the country is offered, and none has a figure.
  const uncounted = (name: OpportunityFilterName, values: readonly string[]): FilterOption[] =>
    values.map((value) => ({ value, label: label(name, value) }))
  const options = (
    name: 'kind' | 'contract' | 'admin1' | 'occupation' | 'country',
    all: readonly string[],
  ) =>
    resting ? uncounted(name, all) : countedOptions(facets[name], state.chosen[name], labels[name])
  const sections = resting
    ? uncounted(
        'sector',
        reference.sectors.filter((one) => one.level === 'section').map((one) => one.code),
      )
    : countedOptions(
        sectionCounts(facets.sector ?? [], reference.sectors),
        state.chosen.sector.map((one) => sectionOf(one, reference.sectors)),
        labels.sector,
      )
  const levels = educationLevels.filter(({ level }) => level < 8).map(({ level }) => String(level))
  const remote = facets.remote?.find((one) => one.value === 'true')?.count ?? 0
  const countries = options('country', state.chosen.country)

  const group = (
    name: OpportunityFilterName,
    choices: readonly FilterOption[],
    collapsed = false,
  ) => filterGroup(list, name, t(`search.groups.${name}`), choices, collapsed)
  const filters = [
    group('kind', options('kind', ['job', 'internship', 'apprenticeship'])),
    group(
      'admin1',
      options(
        'admin1',
        pack.admin1.map((unit) => unit.code),
      ),
    ),
    group('sector', sections, true),
    group('occupation', options('occupation', state.chosen.occupation), true),
    group(
      'contract',
      options(
        'contract',
        pack.contractKinds.map((one) => one.id),
      ),
      true,
    ),
    group(
      'education',
      resting
        ? uncounted('education', levels)
        : countsUpTo(
            uncounted('education', levels),
            facets.education,
            found.total,
            state.chosen.education.length > 0,
          ),
      true,
    ),
    group(
      'remote',
      resting
        ? uncounted('remote', ['1'])
        : [{ value: '1', label: t('search.remote'), count: remote }],
      true,
    ),
    countries.length > 1 ? group('country', countries, true) : null,
  ].filter((one): one is FilterGroup => one !== null)

  return {
    path,
    country,
    text: state.text,
    place: state.place,
    km: state.km,
    placeNames: placeNames(reference, country, locale),
    carried: carriedPairs(state),
    filters,
    // Words that were not searched for do not narrow the list.
    chips: activeChips(
      resting ? { ...list, state: { ...state, text: '' } } : list,
      found.place?.names[locale] ?? null,
      label,
    ),
    clear: clearHref(list),
    sorts:
      resting || found.total < 2
        ? []
        : sortLinks(
            list,
            sorts.map((sort) => ({ sort, label: t(`search.sorts.${sort}`) })),
            found.place !== null,
          ),
    total: t('search.total', { count: found.total, total: formatNumber(locale, found.total) }),
    unknownPlace:
      state.place && !found.place ? t('search.unknownPlace', { place: state.place }) : null,
    nearPlaces: placeLinks(list, found.nearPlaces),
    pages: pageLinks(list, { ...found, size: pageSize }),
    help: searchHelp(list, found.help, (uri) => reference.label(uri, locale)),
    resting,
  }
}

/** Names of the most important places of a country, for boxes that take any. */
export function placeNames(reference: Reference, country: string, locale: Locale): string[] {
  return reference
    .placesOf(country)
    .slice(0, 20)
    .map((place) => place.names[locale])
}
