import { countryPack } from '#app/domain/countries/index.ts'
import { countryName } from '#app/domain/countries/names.ts'
import { educationLevels, educationName } from '#app/domain/education.ts'
import {
  type OpportunityFilterName,
  readOpportunitySearch,
} from '#app/domain/search/opportunity-search.ts'
import { pageSize, searchOpportunities } from '#app/domain/search/search-opportunities.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLocale, localePath, locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import {
  activeChips,
  carriedPairs,
  clearHref,
  countedOptions,
  type FilterGroup,
  filterGroup,
  isPartial,
  pageLinks,
  sortLinks,
} from '../search/list-view.ts'
import { OpportunityResult, opportunityItem } from '../search/opportunity-item.tsx'
import { SearchLayout, type SearchView } from '../search/search-layout.tsx'
import { sectionCounts, sectionOf } from '../search/sectors.ts'
import type { Route } from './+types/search'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, locale, t, url, info }) => {
    await services.limits.use('search', info.ip)
    const { reference, config } = services
    const { state, groups, country } = readOpportunitySearch(
      url.searchParams,
      reference,
      config.country,
    )
    const found = await searchOpportunities(services, state, country)
    const path = localePath(locale, '/opportunities')
    const list = { state, groups, path, t, locale }
    const pack = countryPack(country)

    const labels: Record<OpportunityFilterName, (value: string) => string | null> = {
      kind: (value) =>
        value === 'job' || value === 'internship' || value === 'apprenticeship'
          ? t(`search.kinds.${value}`)
          : null,
      contract: (value) =>
        pack.contractKinds.find((one) => one.id === value)?.names[locale] ?? null,
      admin1: (value) => pack.admin1.find((one) => one.code === value)?.names[locale] ?? null,
      sector: (value) =>
        groups.sector.accepts(value) ? reference.sectorName(value, locale) : null,
      occupation: (value) =>
        reference.has('occupation', value) ? reference.label(value, locale) : null,
      education: (value) =>
        t('search.educationMost', { level: educationName(Number(value), locale) }),
      remote: () => t('search.remote'),
      country: (value) => countryName(value, locale),
    }
    const counted = (name: Exclude<OpportunityFilterName, 'education' | 'sector' | 'remote'>) =>
      countedOptions(found.facets[name], state.chosen[name], labels[name])
    const sectors = sectionCounts(found.facets.sector ?? [], reference.sectors)
    const remote = found.facets.remote?.find((one) => one.value === 'true')?.count ?? 0
    const countries = counted('country')
    const group = (
      name: OpportunityFilterName,
      options: Parameters<typeof filterGroup>[3],
      collapsed = false,
    ) => filterGroup(list, name, t(`search.groups.${name}`), options, collapsed)
    const filters = [
      group('kind', counted('kind')),
      group('admin1', counted('admin1')),
      group(
        'sector',
        countedOptions(
          sectors,
          state.chosen.sector.map((one) => sectionOf(one, reference.sectors)),
          labels.sector,
        ),
        true,
      ),
      group('occupation', counted('occupation'), true),
      group('contract', counted('contract'), true),
      group(
        'education',
        educationLevels
          .filter(({ level }) => level < 8)
          .map(({ level }) => ({
            value: String(level),
            label: labels.education(String(level)) ?? '',
          })),
        true,
      ),
      group('remote', [{ value: '1', label: t('search.remote'), count: remote }], true),
      countries.length > 1 ? group('country', countries, true) : null,
    ].filter((one): one is FilterGroup => one !== null)

    const view: SearchView = {
      path,
      text: state.text,
      place: state.place,
      km: state.km,
      placeNames: reference
        .placesOf(country)
        .slice(0, 30)
        .map((place) => place.names[locale]),
      carried: carriedPairs(state),
      filters,
      chips: activeChips(
        list,
        found.place?.names[locale] ?? null,
        (name, value) => labels[name](value) ?? value,
      ),
      clear: clearHref(list),
      sorts: sortLinks(
        list,
        (['relevance', 'newest', 'distance', 'deadline'] as const).map((sort) => ({
          sort,
          label: t(`search.sorts.${sort}`),
        })),
        found.place !== null,
      ),
      total: t('search.total', { count: found.total, total: formatNumber(locale, found.total) }),
      unknownPlace:
        state.place && !found.place ? t('search.unknownPlace', { place: state.place }) : null,
      pages: pageLinks(list, { ...found, size: pageSize }),
    }
    return {
      view,
      items: found.items.map(({ row, distanceKm }) =>
        opportunityItem(row, distanceKm, { t, locale, reference }),
      ),
      partial: isPartial(state),
      appUrl: config.appUrl,
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const locale = isLocale(params.lang) ? params.lang : 'fr'
  const t = translator(locale)
  const at = (one: typeof locale) =>
    `${loaderData?.appUrl ?? ''}${localePath(one, '/opportunities')}`
  return [
    { title: t('common.pageTitle', { title: t('search.title') }) },
    { name: 'description', content: t('search.intro') },
    { tagName: 'link', rel: 'canonical', href: at(locale) },
    ...(loaderData?.partial
      ? [{ name: 'robots', content: 'noindex, follow' }]
      : locales.map((one) => ({
          tagName: 'link' as const,
          rel: 'alternate',
          hrefLang: one,
          href: at(one),
        }))),
  ]
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { view, items, partial } = loaderData
  const t = useT()
  const path = usePath()
  return (
    <Page title={t('search.title')} intro={t('search.intro')}>
      <SearchLayout view={view} words={{ form: t('search.form'), text: t('search.text') }}>
        {items.length > 0 ? (
          <CardList>
            {items.map((item) => (
              <OpportunityResult
                key={item.id}
                item={item}
                href={path(`/opportunities/${item.id}`)}
              />
            ))}
          </CardList>
        ) : partial ? (
          <EmptyState
            icon="search"
            title={t('search.empty')}
            text={t('search.emptyText')}
            action={<ButtonLink href={view.clear}>{t('search.showAll')}</ButtonLink>}
          />
        ) : (
          <EmptyState
            icon="briefcase"
            title={t('search.emptyAll')}
            text={t('search.emptyAllText')}
            action={<ButtonLink href={path('/profile')}>{t('search.createProfile')}</ButtonLink>}
          />
        )}
      </SearchLayout>
    </Page>
  )
}
