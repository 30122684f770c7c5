import { findOpportunities } from '#app/domain/search/find-opportunities.server.ts'
import { readOpportunitySearch } from '#app/domain/search/opportunity-search.ts'
import { isLocale, localePath, locales } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { KeptCardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { isPartial } from '../search/list-view.ts'
import { opportunityCard } from '../search/opportunity-item.tsx'
import { opportunityListView } from '../search/opportunity-list.ts'
import { SearchLayout } from '../search/search-layout.tsx'
import type { Route } from './+types/search'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, locale, t, url, info }) => {
    await services.limits.use('search', info.ip)
    const { reference, config } = services
    const asked = readOpportunitySearch(url.searchParams, reference, config.country)
    const { state, country } = asked
    const { found, resting } = await findOpportunities(services, state, country, locale)
    const context = { t, locale, reference }
    return {
      view: opportunityListView(found, asked, context, resting),
      cards: found.items.map(({ row, distanceKm }) => opportunityCard(row, distanceKm, context)),
      partial: isPartial(state) || resting,
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
  const { view, cards, partial } = loaderData
  const t = useT()
  const path = usePath()
  return (
    <Page title={t('search.title')} intro={t('search.intro')}>
      <SearchLayout view={view} words={{ form: t('search.form'), text: t('search.text') }}>
        {cards.length > 0 ? (
          <KeptCardList cards={cards} />
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
