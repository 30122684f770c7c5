import { redirect } from 'react-router'
import type { PersonReason } from '#app/domain/match/feedback.ts'
import { listHiddenOpportunities } from '#app/domain/match/list-hidden.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/hidden-opportunities'
import { HiddenPage } from './hidden-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t }) => {
    const hidden = await listHiddenOpportunities(services, viewer)
    if (!hidden) throw redirect(localePath(locale, '/matches'))
    return hidden.map(({ row, at, reason }) => ({
      id: row.id,
      title: row.title,
      subtitle: row.trade_name ?? row.legal_name,
      why: t('match.hidden.why', {
        day: formatDay(locale, at),
        // The table holds the reasons of both sides; a person's rows hold a person's.
        reason: t(`match.personReason.${reason as PersonReason}`),
      }),
      href: localePath(locale, `/matches/${row.id}`),
      action: localePath(locale, `/matches/${row.id}/hide?from=hidden`),
    }))
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('match.mine.hiddenTitle') }) }]
}

export default function HiddenOpportunities({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  return (
    <HiddenPage
      title={t('match.mine.hiddenTitle')}
      intro={t('match.mine.hiddenIntro')}
      items={loaderData.map((item) => ({ ...item, subtitle: <bdi>{item.subtitle}</bdi> }))}
      empty={t('match.mine.hiddenEmpty')}
      back={{ href: path('/matches'), label: t('match.mine.back') }}
    />
  )
}
