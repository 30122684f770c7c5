import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import type { Route } from './+types/history'
import { CompanyPage } from './company-page.tsx'
import { EngagementList } from './engagement-list.tsx'
import { readHistoryPage } from './history-model.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => readHistoryPage(context, args.params.companyId))
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = `${t('relation.tabs.history')} · ${loaderData?.frame.name ?? ''}`
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function CompanyHistory({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { frame, acts, engagements, page: current, more } = loaderData
  const base = path(`/chamber/companies/${frame.id}/history`)
  return (
    <CompanyPage frame={frame} current="history">
      <Section title={t('relation.history.engagements')}>
        {engagements.length === 0 ? (
          <p className="hint">{t('relation.log.none')}</p>
        ) : (
          <EngagementList entries={engagements} />
        )}
      </Section>
      <Section title={t('relation.history.changes')}>
        {acts.length === 0 ? (
          <p className="hint">{t('relation.history.none')}</p>
        ) : (
          <Timeline
            items={acts.map((act) => ({
              date: act.when,
              dateTime: act.at,
              title: act.words,
              body: act.who && (
                <p className="hint">
                  <bdi>{act.who}</bdi>
                </p>
              ),
            }))}
          />
        )}
      </Section>
      <Pagination
        label={t('common.pagination.label')}
        previous={
          current > 1
            ? { href: `${base}?page=${current - 1}`, label: t('common.pagination.previous') }
            : undefined
        }
        next={
          more
            ? { href: `${base}?page=${current + 1}`, label: t('common.pagination.next') }
            : undefined
        }
      />
      <TakeAway out={exportLinks(t, `${base}/export`)} />
    </CompanyPage>
  )
}
