import type { CompanyReason } from '#app/domain/match/feedback.ts'
import { listHiddenProfiles } from '#app/domain/match/list-hidden.server.ts'
import { dayFor } from '#app/domain/match/list-own-matches.server.ts'
import { readProfileMatchList } from '#app/domain/match/match-list.ts'
import { listQuery } from '#app/domain/search/list-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { candidateItem } from '../search/candidate-item.tsx'
import type { Route } from './+types/hidden-profiles'
import { HiddenPage } from './hidden-page.tsx'
import { fromHiddenPage } from './leave-hide-page.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const { own, hidden } = await listHiddenProfiles(services, viewer, args.params.opportunityId)
    const path = localePath(locale, `/employer/opportunities/${own.need.id}/matches`)
    const { reference } = services
    const words = { t, locale, reference, today: dayFor(own.need, services.now()) }
    const query = listQuery(readProfileMatchList(url.searchParams))
    return {
      back: path + query,
      opportunity: own.title,
      items: hidden.map(({ profile, at, reason }) => {
        const { id, title, code } = candidateItem(profile, null, words)
        return {
          id,
          title,
          code,
          why: t('match.hidden.why', {
            day: formatDay(locale, at),
            // The table holds the reasons of both sides; a company's rows hold a company's.
            reason: t(`match.companyReason.${reason as CompanyReason}`),
          }),
          href: `${path}/${id}`,
          action: `${path}/${id}/hide${fromHiddenPage(query)}`,
        }
      }),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.profiles.hiddenTitle') }) }]
}

export default function HiddenProfiles({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { back, opportunity, items } = loaderData
  return (
    <HiddenPage
      title={t('match.profiles.hiddenTitle')}
      intro={`${t('match.profiles.forOpportunity', { title: opportunity })}. ${t('match.profiles.hiddenIntro')}`}
      items={items.map((item) => ({ ...item, subtitle: <bdi dir="ltr">{item.code}</bdi> }))}
      empty={t('match.profiles.hiddenEmpty')}
      back={{ href: back, label: t('match.profiles.back') }}
    />
  )
}
