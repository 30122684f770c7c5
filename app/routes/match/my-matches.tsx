import { listOwnMatches } from '#app/domain/match/list-own-matches.server.ts'
import { ownMatchGroups, readOwnMatchList } from '#app/domain/match/match-list.ts'
import { listQuery, radii, toggled } from '#app/domain/search/list-state.ts'
import { pageSize } from '#app/domain/search/search-opportunities.server.ts'
import { formatKm, formatNumber } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { summarise } from '#app/routes/match/match-words.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { MatchCard } from '#app/ui/match-card.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type FilterGroup, filterGroup, pageLinks } from '../search/list-view.ts'
import { opportunityItem } from '../search/opportunity-item.tsx'
import type { Route } from './+types/my-matches'
import { HumanNote } from './match-explanation.tsx'
import { MatchFilters } from './match-filters.tsx'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    await services.limits.use('search', viewer.userId ?? context.info.ip)
    const state = readOwnMatchList(url.searchParams)
    const found = await listOwnMatches(services, viewer, state)
    if (!found) return null
    const path = localePath(locale, '/matches')
    const list = { state, groups: ownMatchGroups, path, t, locale }
    const wording = wordingOf(context)
    return {
      published: found.published,
      hasSkills: found.hasSkills,
      filtered: state.chosen.kind.length + state.chosen.within.length > 0,
      clear: path,
      total: t(state.chosen.far.length > 0 ? 'search.total' : 'match.mine.total', {
        count: found.total,
        total: formatNumber(locale, found.total),
      }),
      filters: [
        filterGroup(
          list,
          'kind',
          t('match.filters.kind'),
          (['job', 'internship', 'apprenticeship'] as const).map((kind) => ({
            value: kind,
            label: t(`search.kinds.${kind}`),
          })),
        ),
        found.hasPlace
          ? filterGroup(
              list,
              'within',
              t('match.filters.within'),
              radii.map((km) => ({
                value: String(km),
                label: t('match.within', { km: formatKm(locale, km) }),
              })),
            )
          : null,
      ].filter((one): one is FilterGroup => one !== null),
      items: found.items.map(({ row, distanceKm, explanation }) => ({
        ...opportunityItem(row, distanceKm, { t, locale, reference: services.reference }),
        match: summarise(explanation, wording),
      })),
      farther:
        found.farther > 0
          ? {
              label: t('match.mine.farther', { count: found.farther }),
              href: path + listQuery(toggled(state, ownMatchGroups, 'far', '1')),
            }
          : state.chosen.far.length > 0
            ? {
                label: t('match.hideFar'),
                href: path + listQuery(toggled(state, ownMatchGroups, 'far', '1')),
              }
            : null,
      pages: pageLinks(list, { ...found, size: pageSize }),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.mine.title') }) }]
}

export default function MyMatches({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  if (!loaderData) {
    return (
      <Page title={t('match.mine.title')}>
        <EmptyState
          icon="person"
          title={t('match.mine.noProfile')}
          text={t('match.mine.noProfileText')}
          action={
            <ButtonLink variant="primary" href={path('/profile')}>
              {t('match.mine.begin')}
            </ButtonLink>
          }
        />
      </Page>
    )
  }
  const { items, filters, farther } = loaderData
  return (
    <Page
      title={t('match.mine.title')}
      intro={t('match.mine.intro')}
      aside={
        <>
          {(items.length > 0 || loaderData.filtered) && <MatchFilters filters={filters} />}
          <HumanNote />
        </>
      }
    >
      {!loaderData.published && (
        <Flash
          tone="attention"
          live={false}
          title={t('match.mine.draft')}
          action={
            <ButtonLink href={path('/profile/preview')}>{t('match.mine.publish')}</ButtonLink>
          }
        >
          <p>{t('match.mine.draftText')}</p>
        </Flash>
      )}
      {items.length > 0 ? (
        <>
          <h2>{loaderData.total}</h2>
          <CardList>
            {items.map(({ match, ...item }) => (
              <MatchCard
                key={item.id}
                title={item.title}
                href={path(`/matches/${item.id}`)}
                subtitle={item.company}
                place={item.place ?? undefined}
                distance={item.distance ?? undefined}
                facts={[...item.facts, match.coverage, match.score]}
                band={match.band ?? undefined}
                reasons={match.reasons}
                reasonsLabel={t('match.reasonsLabel')}
                missing={match.missing}
                action={
                  <ButtonLink
                    href={path(`/matches/${item.id}`)}
                    ariaLabel={`${t('match.why')} : ${item.title}`}
                  >
                    {t('match.why')}
                  </ButtonLink>
                }
              />
            ))}
          </CardList>
          <Pagination {...loaderData.pages} />
        </>
      ) : loaderData.hasSkills ? (
        <EmptyState
          icon="search"
          title={t('match.mine.empty')}
          text={t('match.mine.emptyText')}
          action={
            <>
              <ButtonLink href={path('/profile')}>{t('match.mine.improve')}</ButtonLink>
              <ButtonLink href={path('/opportunities')}>{t('match.mine.all')}</ButtonLink>
            </>
          }
        />
      ) : (
        <EmptyState
          icon="tool"
          title={t('match.mine.noSkills')}
          text={t('match.mine.noSkillsText')}
          action={
            <ButtonLink variant="primary" href={path('/profile/skills')}>
              {t('match.mine.addSkills')}
            </ButtonLink>
          }
        />
      )}
      {farther && (
        <p>
          <a className="inline-block py-3" href={farther.href}>
            {farther.label}
          </a>
        </p>
      )}
    </Page>
  )
}
