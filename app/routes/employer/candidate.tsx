import { readCandidate } from '#app/domain/search/read-candidate.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'
import { ProfileCard } from '../profile/profile-card.tsx'
import type { Route } from './+types/candidate'

export function loader(args: Route.LoaderArgs) {
  return page(args, ({ services, viewer, locale }) =>
    readCandidate(services, viewer, args.params.profileId, locale),
  )
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = t('search.candidates.profile', { code: loaderData?.code ?? '' })
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function Candidate({ loaderData: profile }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  return (
    <Page
      title={t('search.candidates.profile', { code: profile.code })}
      back={{ href: path('/employer/candidates'), label: t('search.candidates.back') }}
      aside={
        <Card
          tone="soft"
          title={t('search.candidates.contactTitle')}
          actions={
            <ButtonLink href={path('/employer')}>
              {t('search.candidates.myOpportunities')}
            </ButtonLink>
          }
        >
          <p>{t('search.candidates.contactText')}</p>
        </Card>
      }
    >
      <ProfileCard profile={profile} />
    </Page>
  )
}
