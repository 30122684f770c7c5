import { explainMatchingProfile } from '#app/domain/match/explain-matching-profile.server.ts'
import { readProfileMatchList } from '#app/domain/match/match-list.ts'
import { readPublicProfile } from '#app/domain/profile/read-public-profile.server.ts'
import { listQuery } from '#app/domain/search/list-state.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { explainInWords } from '#app/routes/match/match-words.ts'
import { page } from '#app/server/page.server.ts'
import { Actions, ButtonLink } from '#app/ui/button.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { ProfileCard } from '../profile/profile-card.tsx'
import type { Route } from './+types/matching-profile'
import { MatchExplanationView } from './match-explanation.tsx'
import { wordingOf } from './wording.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, url } = context
    const { opportunityId, profileId } = args.params
    const { own, explanation } = await explainMatchingProfile(
      services,
      viewer,
      opportunityId,
      profileId,
    )
    return {
      opportunity: { id: own.need.id, title: own.title },
      profile: await readPublicProfile(services.db, services.reference, profileId, locale),
      // The list one comes from, as it was.
      query: listQuery(readProfileMatchList(url.searchParams)),
      match: explainInWords(explanation, wordingOf(context)),
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = t('match.profiles.one', { code: loaderData?.profile.code ?? '' })
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function MatchingProfile({ loaderData }: Route.ComponentProps) {
  const { opportunity, profile, match, query } = loaderData
  const t = useT()
  const path = usePath()
  const list = path(`/employer/opportunities/${opportunity.id}/matches`)
  return (
    <Page
      title={t('match.profiles.one', { code: profile.code })}
      intro={t('match.profiles.forOpportunity', { title: opportunity.title })}
      back={{
        href: list + query,
        label: t('match.profiles.back'),
      }}
    >
      <Section title={t('match.profiles.profile')}>
        <ProfileCard profile={profile} />
      </Section>
      <MatchExplanationView match={match} />
      <Actions>
        <ButtonLink href={`${list}/${profile.id}/hide${query}`}>
          {t('match.profiles.hide')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
