import { listHiddenProfiles } from '#app/domain/match/list-hidden.server.ts'
import { listMatchingProfiles } from '#app/domain/match/list-matching-profiles.server.ts'
import { dayFor } from '#app/domain/match/list-own-matches.server.ts'
import { profileMatchGroups, readProfileMatchList } from '#app/domain/match/match-list.ts'
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
import { candidateItem } from '../search/candidate-item.tsx'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/matching-profiles'
import { HumanNote } from './match-explanation.tsx'
import { EmptyMatches, MatchActions, MatchList, UndoHide } from './match-list-page.tsx'
import { matchListView } from './match-list-view.ts'
import { profileMatchWords } from './profile-match-words.ts'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    const { reference } = services
    await services.limits.use('search', viewer.userId ?? context.info.ip)
    const state = readProfileMatchList(url.searchParams)
    const { opportunityId } = args.params
    const found = await listMatchingProfiles(services, viewer, opportunityId, state)
    const { own } = found
    const path = localePath(locale, `/employer/opportunities/${own.need.id}/matches`)
    const list = { state, groups: profileMatchGroups, path, t, locale }
    const wording = wordingOf(context)
    const words = { t, locale, reference, today: dayFor(own.need, services.now()) }
    const justHidden = url.searchParams.get('hidden')
    const undo =
      justHidden === null
        ? undefined
        : (await listHiddenProfiles(services, viewer, opportunityId)).hidden.find(
            ({ profile }) => profile.profile.id === justHidden,
          )
    return {
      id: own.need.id,
      title: own.title,
      wanted: own.wanted,
      published: own.status === 'published',
      undo: undo && { id: undo.profile.profile.id, code: undo.profile.profile.code },
      view: matchListView(list, found, profileMatchWords(list, found, reference)),
      items: found.items.map(({ profile, distanceKm, explanation }) => ({
        ...candidateItem(profile, distanceKm, words),
        match: summarise(explanation, wording),
      })),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.profiles.title') }) }]
}

export default function MatchingProfiles({ loaderData }: Route.ComponentProps) {
  const { id, title, items, view, undo } = loaderData
  const t = useT()
  const path = usePath()
  const manage = path(`/employer/opportunities/${id}`)
  const page = {
    title: t('match.profiles.title'),
    intro: t('match.profiles.intro', { title }),
    back: { href: manage, label: t('match.profiles.manage') },
  }
  if (!loaderData.wanted) {
    return (
      <Page {...page}>
        <EmptyState
          title={t('match.profiles.ended')}
          text={t('match.profiles.endedText')}
          action={<ButtonLink href={manage}>{t('match.profiles.manage')}</ButtonLink>}
        />
      </Page>
    )
  }
  return (
    <Page {...page}>
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
      {undo && (
        <UndoHide
          title={t('search.candidates.profile', { code: undo.code })}
          action={`${view.path}/${undo.id}/hide${view.query}`}
        />
      )}
      <MatchList
        view={view}
        words={{
          compare: t('match.profiles.compare'),
          compareNote: t('match.profiles.compareNote'),
        }}
        cards={items.map(({ match, ...item }) => ({
          id: item.id,
          heading: match.heading,
          card: (
            <MatchCard
              key={item.id}
              title={item.title}
              href={`${view.path}/${item.id}${view.query}`}
              subtitle={item.code}
              place={item.place ?? undefined}
              distance={item.distance ?? undefined}
              facts={[...item.facts, match.coverage, match.score]}
              band={match.band ?? undefined}
              reasons={match.reasons}
              reasonsLabel={t('match.reasonsLabel')}
              missing={match.missing}
              action={
                <MatchActions
                  id={item.id}
                  name={item.code}
                  why={`${view.path}/${item.id}${view.query}`}
                  hide={`${view.path}/${item.id}/hide${view.query}`}
                  comparable={items.length > 1}
                />
              }
            />
          ),
        }))}
        empty={
          <EmptyMatches
            view={view}
            icon="people"
            filtered={t('match.profiles.emptyFiltered')}
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
        }
      />
      <HumanNote />
      <Suggestions />
    </Page>
  )
}
