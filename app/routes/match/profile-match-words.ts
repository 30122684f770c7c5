import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { educationLevels, educationName } from '#app/domain/education.ts'
import { languageName } from '#app/domain/languages.ts'
import type { ProfileMatches } from '#app/domain/match/list-matching-profiles.server.ts'
import type { ProfileMatchFilter, ProfileMatchState } from '#app/domain/match/match-list.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import { availabilityMonths, experienceYears } from '#app/domain/search/candidate-search.ts'
import { formatNumber } from '#app/i18n/format.ts'
import {
  countedOptions,
  type FilterOption,
  filterGroup,
  type ListContext,
} from '../search/list-view.ts'
import { bandOptions, counted, type MatchListWords } from './match-list-view.ts'
import { sayMonths } from './say.ts'

/** What an employer's page of matching profiles says: its filters, orders and totals. */
export function profileMatchWords(
  list: ListContext<ProfileMatchFilter> & { readonly state: ProfileMatchState },
  found: ProfileMatches,
  reference: Reference,
): MatchListWords<ProfileMatchFilter> {
  const { state, t, locale } = list
  const { chosen } = state
  const { country } = found.own.need
  const units = hasCountryPack(country) ? countryPack(country).admin1 : []
  const labels: Record<ProfileMatchFilter, (value: string) => string | null> = {
    band: (value) => t(`match.band.${value as 'strong'}`),
    admin1: (value) => units.find((one) => one.code === value)?.names[locale] ?? null,
    language: (value) => languageName(value, locale),
    education: (value) =>
      t('search.educationLeast', { level: educationName(Number(value), locale) }),
    experience: (value) =>
      t('search.candidates.atLeast', { duration: sayMonths(12 * Number(value), t, locale) }),
    available: (value) =>
      value === '0'
        ? t('search.candidates.availableNow')
        : t('search.candidates.availableWithin', { count: Number(value) }),
    far: () => t('match.list.far'),
  }
  const group = (
    name: ProfileMatchFilter,
    title: string,
    options: readonly FilterOption[],
    collapsed = true,
  ) => filterGroup(list, name, title, options, collapsed)
  const fixed = (name: ProfileMatchFilter, values: readonly string[]): FilterOption[] =>
    values.map((value) => ({ value, label: labels[name](value) ?? value }))
  return {
    total: profileTotal(found, list),
    notes:
      found.cut === null
        ? []
        : [
            t('match.profiles.cut', {
              most: formatNumber(locale, found.cut),
              total: formatNumber(locale, found.possible),
            }),
          ],
    farther: t('match.profiles.farther', { count: found.farther }),
    hidden: t('match.profiles.hidden', counted(locale, found.hidden)),
    filters: [
      group('band', t('match.list.band'), bandOptions(list, found.bands), false),
      group(
        'admin1',
        t('search.groups.admin1'),
        countedOptions(found.facets.admin1, chosen.admin1, labels.admin1),
      ),
      group(
        'language',
        t('search.groups.language'),
        countedOptions(found.facets.language, chosen.language, labels.language),
      ),
      group('education', t('search.groups.educationHeld'), educationOptions(found, labels)),
      group('experience', t('search.groups.experience'), fixed('experience', experienceYears)),
      group('available', t('search.groups.available'), fixed('available', availabilityMonths)),
    ],
    sorts: [
      { sort: 'relevance', label: t('match.list.bestFit') },
      { sort: 'distance', label: t('search.candidates.distance') },
      { sort: 'newest', label: t('search.candidates.newest') },
    ],
    places: reference.placesOf(country),
    country,
    reach: null,
    label: (name, value) => labels[name](value) ?? value,
  }
}

/** Levels of education as "at least", each counting all that are as high. */
function educationOptions(
  { facets }: ProfileMatches,
  labels: { education(value: string): string | null },
): FilterOption[] {
  const counts = facets.education ?? []
  return educationLevels
    .filter(({ level }) => level > 0)
    .map(({ level }) => ({
      value: String(level),
      label: labels.education(String(level)) ?? '',
      count: counts
        .filter((one) => Number(one.value) >= level)
        .reduce((sum, one) => sum + one.count, 0),
    }))
}

function profileTotal(
  found: ProfileMatches,
  { state, t, locale }: ListContext<ProfileMatchFilter>,
): string {
  const count = counted(locale, found.total)
  if (state.chosen.far.length > 0 && state.chosen.band.length === 0) {
    return found.cut === null
      ? t('search.candidates.total', count)
      : t('match.profiles.nearest', count)
  }
  return t(found.cut !== null ? 'match.profiles.totalLeast' : 'match.profiles.total', count)
}
