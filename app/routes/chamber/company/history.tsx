import { z } from 'zod'
import { historyIds } from '#app/domain/merge/merged-into.server.ts'
import { stages } from '#app/domain/relation/relation.ts'
import { officersOf } from '#app/domain/relation/staff.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { type Translate, translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { actsOnCompany } from '#db/queries/relation.ts'
import type { Route } from './+types/history'
import { CompanyPage } from './company-page.tsx'
import { EngagementList } from './engagement-list.tsx'
import { openCompany } from './frame.server.ts'
import { shownEngagements } from './shown-engagements.server.ts'

const perPage = 30
const asked = z.coerce.number().int().min(1).max(1_000).catch(1)

/** Acts that the history has words for; others are other people's business. */
const told = {
  'company.registered': 'registered',
  'company.edited': 'edited',
  'company.record-edited': 'edited',
  'company.site-located': 'located',
  'company.verified': 'verified',
  'company.unverified': 'unverified',
  'company.verification-lapsed': 'lapsed',
  'company.contact-saved': 'contactSaved',
  'company.contact-removed': 'contactRemoved',
  'company.document-added': 'documentAdded',
  'company.document-removed': 'documentRemoved',
  'company.confirmation-asked': 'confirmationAsked',
  'company.confirmed': 'confirmed',
  'company.merged': 'merged',
  'company.merge-undone': 'mergeUndone',
  'relation.moved': 'moved',
  'relation.owner-changed': 'ownerChanged',
  'commitment.recorded': 'commitmentRecorded',
  'commitment.closed': 'commitmentClosed',
  'intention.recorded': 'intentionRecorded',
  'intention.closed': 'intentionClosed',
} as const

const detail = z.object({
  chamberId: z.string().nullish(),
  from: z.enum(stages).optional().catch(undefined),
  to: z.enum(stages).optional().catch(undefined),
})

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale, t, url } = context
    const { company, chamber, frame } = await openCompany(context, args.params.companyId)
    const current = asked.parse(url.searchParams.get('page'))
    const window = { limit: perPage + 1, offset: (current - 1) * perPage }
    const officers = await officersOf(services.db, chamber)
    const [acts, engagements] = await Promise.all([
      actsOnCompany(services.db, await historyIds(services.db, company.id), window),
      shownEngagements(context, chamber.id, company.id, officers, window),
    ])
    return {
      frame,
      page: current,
      more: acts.length > perPage || engagements.length > perPage,
      engagements: engagements.slice(0, perPage),
      acts: acts.slice(0, perPage).flatMap((act) => {
        const about = detail.parse(JSON.parse(act.detail))
        // What another chamber did about its own relation stays with it.
        if (about.chamberId && about.chamberId !== chamber.id) return []
        const words = actWords(t, act.action, about)
        if (!words) return []
        return {
          id: act.id,
          at: act.at,
          when: formatInstant(locale, act.at),
          words,
          who: officers.find((one) => one.userId === act.actor_id)?.label ?? null,
        }
      }),
    }
  })
}

function actWords(t: Translate, action: string, about: z.output<typeof detail>): string | null {
  if (!(action in told)) return null
  const key = told[action as keyof typeof told]
  if (key === 'moved') {
    const { from = 'prospect', to = 'prospect' } = about
    return t('relation.history.acts.moved', {
      from: t(`relation.stages.${from}`),
      to: t(`relation.stages.${to}`),
    })
  }
  return t(`relation.history.acts.${key}`)
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
    </CompanyPage>
  )
}
