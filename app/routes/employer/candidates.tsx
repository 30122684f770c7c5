import { countryPack } from '#app/domain/countries/index.ts'
import { countryName } from '#app/domain/countries/names.ts'
import { educationLevels, educationName } from '#app/domain/education.ts'
import { languageName } from '#app/domain/languages.ts'
import { askSearch } from '#app/domain/search/ask-search.server.ts'
import {
  availabilityMonths,
  type CandidateFilterName,
  experienceYears,
  readCandidateSearch,
} from '#app/domain/search/candidate-search.ts'
import {
  candidateCountries,
  searchCandidates,
} from '#app/domain/search/search-candidates.server.ts'
import { pageSize, todayIn } from '#app/domain/search/search-opportunities.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { sayMonths } from '#app/routes/match/say.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { CandidateResult, candidateItem } from '../search/candidate-item.tsx'
import {
  activeChips,
  carriedPairs,
  clearHref,
  countedOptions,
  countsFrom,
  type FilterGroup,
  type FilterOption,
  filterGroup,
  isPartial,
  pageLinks,
  placeLinks,
  sortLinks,
} from '../search/list-view.ts'
import { placeNames } from '../search/opportunity-list.ts'
import { searchHelp } from '../search/search-help.ts'
import { SearchLayout, type SearchView } from '../search/search-layout.tsx'
import type { Route } from './+types/candidates'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url, info }) => {
    await services.limits.use('search', viewer.userId ?? info.ip)
    const { reference, now } = services
    const countries = await candidateCountries(services.db, viewer)
    const { state, groups, country } = readCandidateSearch(url.searchParams, reference, countries)
    const found = await askSearch(services.search, () =>
      searchCandidates(services, viewer, state, country, locale),
    )
    const path = localePath(locale, '/employer/candidates')
    const list = { state, groups, path, t, locale }
    const pack = countryPack(country)

    const labels: Record<CandidateFilterName, (value: string) => string | null> = {
      occupation: (value) =>
        reference.has('occupation', value) ? reference.label(value, locale) : null,
      skill: (value) => (reference.has('skill', value) ? reference.label(value, locale) : null),
      admin1: (value) => pack.admin1.find((one) => one.code === value)?.names[locale] ?? null,
      language: (value) => languageName(value, locale),
      education: (value) =>
        t('search.educationLeast', { level: educationName(Number(value), locale) }),
      experience: (value) =>
        t('search.candidates.atLeast', { duration: sayMonths(12 * Number(value), t, locale) }),
      kind: (value) =>
        value === 'job' || value === 'internship' || value === 'apprenticeship'
          ? t(`search.kinds.${value}`)
          : null,
      available: (value) =>
        value === '0'
          ? t('search.candidates.availableNow')
          : t('search.candidates.availableWithin', { count: Number(value) }),
      country: (value) => countryName(value, locale),
    }
    const counted = (name: 'occupation' | 'skill' | 'admin1' | 'language' | 'kind') =>
      countedOptions(found.facets[name], state.chosen[name], labels[name])
    const fixed = (name: CandidateFilterName, values: readonly string[]): FilterOption[] =>
      values.map((value) => ({ value, label: labels[name](value) ?? value }))
    const group = (
      name: CandidateFilterName,
      title: string,
      options: readonly FilterOption[],
      collapsed = true,
    ) => filterGroup(list, name, title, options, collapsed)
    const filters = [
      group('occupation', t('search.groups.occupation'), counted('occupation'), false),
      group('skill', t('search.groups.skill'), counted('skill'), false),
      group('admin1', t('search.groups.admin1'), counted('admin1')),
      group('language', t('search.groups.language'), counted('language')),
      group(
        'education',
        t('search.groups.educationHeld'),
        countsFrom(
          fixed(
            'education',
            educationLevels.filter(({ level }) => level > 0).map(({ level }) => String(level)),
          ),
          found.facets.education,
        ),
      ),
      group('experience', t('search.groups.experience'), fixed('experience', experienceYears)),
      group('kind', t('search.groups.wants'), counted('kind')),
      group('available', t('search.groups.available'), fixed('available', availabilityMonths)),
      countries.length > 1
        ? group('country', t('search.groups.country'), fixed('country', countries))
        : null,
    ].filter((one): one is FilterGroup => one !== null)

    const view: SearchView = {
      path,
      country,
      text: state.text,
      place: state.place,
      km: state.km,
      placeNames: placeNames(reference, country, locale),
      carried: carriedPairs(state),
      filters,
      chips: activeChips(
        list,
        found.place?.names[locale] ?? null,
        (name, value) => labels[name](value) ?? value,
      ),
      clear: clearHref(list),
      sorts:
        found.total < 2
          ? []
          : sortLinks(
              list,
              [
                { sort: 'relevance', label: t('search.sorts.relevance') },
                { sort: 'newest', label: t('search.candidates.newest') },
                { sort: 'distance', label: t('search.candidates.distance') },
              ],
              found.place !== null,
            ),
      total: t('search.candidates.total', {
        count: found.total,
        total: formatNumber(locale, found.total),
      }),
      unknownPlace:
        state.place && !found.place ? t('search.unknownPlace', { place: state.place }) : null,
      nearPlaces: placeLinks(list, found.nearPlaces),
      pages: pageLinks(list, { ...found, size: pageSize }),
      help: searchHelp(list, found.help, (uri) => reference.label(uri, locale)),
      resting: false,
    }
    const context = { t, locale, reference, today: todayIn(country, now()) }
    return {
      view,
      items: found.items.map(({ profile, distanceKm }) =>
        candidateItem(profile, distanceKm, context),
      ),
      partial: isPartial(state),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('search.candidates.title') }) }]
}

export default function Candidates({ loaderData }: Route.ComponentProps) {
  const { view, items, partial } = loaderData
  const t = useT()
  const path = usePath()
  return (
    <Page title={t('search.candidates.title')} intro={t('search.candidates.intro')}>
      <SearchLayout
        view={view}
        words={{ form: t('search.candidates.form'), text: t('search.candidates.text') }}
      >
        {items.length > 0 ? (
          <CardList>
            {items.map((item) => (
              <CandidateResult
                key={item.id}
                item={item}
                href={path(`/employer/candidates/${item.id}`)}
              />
            ))}
          </CardList>
        ) : partial ? (
          <EmptyState
            icon="search"
            title={t('search.candidates.empty')}
            text={t('search.candidates.emptyText')}
            action={<ButtonLink href={view.clear}>{t('search.candidates.showAll')}</ButtonLink>}
          />
        ) : (
          <EmptyState
            icon="people"
            title={t('search.candidates.emptyAll')}
            text={t('search.candidates.emptyAllText')}
          />
        )}
      </SearchLayout>
    </Page>
  )
}
