import { redirect } from 'react-router'
import type { PersonReason } from '#app/domain/match/feedback.ts'
import { listHiddenOpportunities } from '#app/domain/match/list-hidden.server.ts'
import { readOwnMatchList } from '#app/domain/match/match-list.ts'
import { listQuery } from '#app/domain/search/list-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/hidden-opportunities'
import { HiddenPage } from './hidden-page.tsx'
import { fromHiddenPage } from './leave-hide-page.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const hidden = await listHiddenOpportunities(services, viewer)
    if (!hidden) throw redirect(localePath(locale, '/matches'))
    const query = listQuery(readOwnMatchList(url.searchParams, services.reference))
    const items = hidden.map(({ row, at, reason }) => ({
      id: row.id,
      title: row.title,
      subtitle: row.company_name ?? t('company.unnamed'),
      why: t('match.hidden.why', {
        day: formatDay(locale, at),
        // The table holds the reasons of both sides; a person's rows hold a person's.
        reason: t(`match.personReason.${reason as PersonReason}`),
      }),
      href: localePath(locale, `/matches/${row.id}`),
      action: localePath(locale, `/matches/${row.id}/hide${fromHiddenPage(query)}`),
    }))
    return { items, back: localePath(locale, '/matches') + query }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.mine.hiddenTitle') }) }]
}

export default function HiddenOpportunities({ loaderData }: Route.ComponentProps) {
  const t = useT()
  return (
    <HiddenPage
      title={t('match.mine.hiddenTitle')}
      intro={t('match.mine.hiddenIntro')}
      items={loaderData.items.map((item) => ({ ...item, subtitle: <bdi>{item.subtitle}</bdi> }))}
      empty={t('match.mine.hiddenEmpty')}
      back={{ href: loaderData.back, label: t('match.mine.back') }}
    />
  )
}
