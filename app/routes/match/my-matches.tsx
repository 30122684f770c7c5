import { listHiddenOpportunities } from '#app/domain/match/list-hidden.server.ts'
import { listOwnMatches } from '#app/domain/match/list-own-matches.server.ts'
import { ownMatchGroups, readOwnMatchList } from '#app/domain/match/match-list.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { summarise } from '#app/routes/match/match-words.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { MatchCard } from '#app/ui/match-card.tsx'
import { Page } from '#app/ui/page.tsx'
import { opportunityItem } from '../search/opportunity-item.tsx'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/my-matches'
import { HumanNote } from './match-explanation.tsx'
import { EmptyMatches, MatchActions, MatchList, UndoHide } from './match-list-page.tsx'
import { matchListView } from './match-list-view.ts'
import { ownMatchWords } from './own-match-words.ts'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    const { reference } = services
    await services.limits.use('search', viewer.userId ?? context.info.ip)
    const state = readOwnMatchList(url.searchParams, reference)
    const found = await listOwnMatches(services, viewer, state)
    if (!found) return null
    const path = localePath(locale, '/matches')
    const list = { state, groups: ownMatchGroups(reference), path, t, locale }
    const wording = wordingOf(context)
    const justHidden = url.searchParams.get('hidden')
    const undo =
      justHidden === null
        ? undefined
        : (await listHiddenOpportunities(services, viewer))?.find(
            ({ row }) => row.id === justHidden,
          )
    return {
      published: found.published,
      hasSkills: found.hasSkills,
      undo: undo && { id: undo.row.id, title: undo.row.title },
      view: matchListView(list, found, ownMatchWords(list, found, reference)),
      items: found.items.map(({ row, distanceKm, explanation }) => ({
        ...opportunityItem(row, distanceKm, { t, locale, reference }),
        match: summarise(explanation, wording),
      })),
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
  if (!loaderData) return <NoProfile />
  const { view, items, undo } = loaderData
  return (
    <Page title={t('match.mine.title')} intro={t('match.mine.intro')}>
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
      {undo && (
        <UndoHide title={undo.title} action={path(`/matches/${undo.id}/hide`) + view.query} />
      )}
      <MatchList
        view={view}
        words={{ compare: t('match.mine.compare'), compareNote: t('match.mine.compareNote') }}
        cards={items.map(({ match, ...item }) => ({
          id: item.id,
          heading: match.heading,
          card: (
            <MatchCard
              key={item.id}
              title={item.title}
              href={path(`/matches/${item.id}`) + view.query}
              subtitle={item.company}
              place={item.place ?? undefined}
              distance={item.distance ?? undefined}
              facts={[...item.facts, ...item.dates.slice(-1), match.coverage, match.score]}
              band={match.band ?? undefined}
              reasons={match.reasons}
              reasonsLabel={t('match.reasonsLabel')}
              missing={match.missing}
              action={
                <MatchActions
                  id={item.id}
                  name={item.title}
                  why={path(`/matches/${item.id}`) + view.query}
                  hide={path(`/matches/${item.id}/hide`) + view.query}
                  comparable={items.length > 1}
                />
              }
            />
          ),
        }))}
        empty={
          loaderData.hasSkills ? (
            <EmptyMatches
              view={view}
              icon="search"
              filtered={t('match.mine.emptyFiltered')}
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
          )
        }
      />
      <HumanNote />
      <Suggestions />
    </Page>
  )
}

function NoProfile() {
  const t = useT()
  const path = usePath()
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
