import { educationLevels } from '#app/domain/education.ts'
import { listMatchingProfiles } from '#app/domain/match/list-matching-profiles.server.ts'
import { dayFor } from '#app/domain/match/list-own-matches.server.ts'
import { profileMatchGroups, readProfileMatchList } from '#app/domain/match/match-list.ts'
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
import { candidateItem } from '../search/candidate-item.tsx'
import { type FilterGroup, filterGroup, pageLinks } from '../search/list-view.ts'
import type { Route } from './+types/matching-profiles'
import { HumanNote } from './match-explanation.tsx'
import { MatchFilters } from './match-filters.tsx'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    await services.limits.use('search', viewer.userId ?? context.info.ip)
    const state = readProfileMatchList(url.searchParams)
    const { opportunityId } = args.params
    const found = await listMatchingProfiles(services, viewer, opportunityId, state)
    const { own } = found
    const path = localePath(locale, `/employer/opportunities/${own.need.id}/matches`)
    const list = { state, groups: profileMatchGroups, path, t, locale }
    const wording = wordingOf(context)
    const words = {
      t,
      locale,
      reference: services.reference,
      today: dayFor(own.need, services.now()),
    }
    const farHref = path + listQuery(toggled(state, profileMatchGroups, 'far', '1'))
    return {
      id: own.need.id,
      title: own.title,
      wanted: own.wanted,
      published: own.status === 'published',
      filtered: state.chosen.within.length + state.chosen.education.length > 0,
      total: t(state.chosen.far.length > 0 ? 'search.candidates.total' : 'match.profiles.total', {
        count: found.total,
        total: formatNumber(locale, found.total),
      }),
      filters: [
        own.need.place
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
        filterGroup(
          list,
          'education',
          t('match.filters.education'),
          educationLevels
            .filter(({ level }) => level > 0)
            .map(({ level, names }) => ({ value: String(level), label: names[locale] })),
          true,
        ),
      ].filter((one): one is FilterGroup => one !== null),
      items: found.items.map(({ profile, distanceKm, explanation }) => ({
        ...candidateItem(profile, distanceKm, words),
        match: summarise(explanation, wording),
      })),
      farther:
        found.farther > 0
          ? { label: t('match.profiles.farther', { count: found.farther }), href: farHref }
          : state.chosen.far.length > 0
            ? { label: t('match.hideFar'), href: farHref }
            : null,
      pages: pageLinks(list, { ...found, size: pageSize }),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.profiles.title') }) }]
}

export default function MatchingProfiles({ loaderData }: Route.ComponentProps) {
  const { id, title, items, filters, farther } = loaderData
  const t = useT()
  const path = usePath()
  const manage = path(`/employer/opportunities/${id}`)
  const page = {
    title: t('match.profiles.title'),
    back: { href: manage, label: t('match.profiles.manage') },
  }
  if (!loaderData.wanted) {
    return (
      <Page {...page} intro={t('match.profiles.intro', { title })}>
        <EmptyState
          title={t('match.profiles.ended')}
          text={t('match.profiles.endedText')}
          action={<ButtonLink href={manage}>{t('match.profiles.manage')}</ButtonLink>}
        />
      </Page>
    )
  }
  return (
    <Page
      {...page}
      intro={t('match.profiles.intro', { title })}
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
          title={t('match.profiles.draft')}
          action={<ButtonLink href={manage}>{t('match.profiles.manage')}</ButtonLink>}
        >
          <p>{t('match.profiles.draftText')}</p>
        </Flash>
      )}
      {items.length > 0 ? (
        <>
          <h2>{loaderData.total}</h2>
          <CardList>
            {items.map(({ match, ...item }) => {
              const href = path(`/employer/opportunities/${id}/matches/${item.id}`)
              return (
                <MatchCard
                  key={item.id}
                  title={item.title}
                  href={href}
                  subtitle={item.code}
                  place={item.place ?? undefined}
                  distance={item.distance ?? undefined}
                  facts={[...item.facts, match.coverage, match.score]}
                  band={match.band ?? undefined}
                  reasons={match.reasons}
                  reasonsLabel={t('match.reasonsLabel')}
                  missing={match.missing}
                  action={
                    <ButtonLink href={href} ariaLabel={`${t('match.why')} : ${item.code}`}>
                      {t('match.why')}
                    </ButtonLink>
                  }
                />
              )
            })}
          </CardList>
          <Pagination {...loaderData.pages} />
        </>
      ) : (
        <EmptyState
          icon="people"
          title={t('match.profiles.empty')}
          text={t('match.profiles.emptyText')}
          action={
            <>
              <ButtonLink href={`${manage}/skills`}>{t('match.profiles.editSkills')}</ButtonLink>
              <ButtonLink href={path('/employer/candidates')}>
                {t('match.profiles.browse')}
              </ButtonLink>
            </>
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
