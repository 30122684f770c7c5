import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import { attendanceEntry, attendanceOutcomes, attendances } from '#app/domain/relation/campaign.ts'
import {
  closeCampaign,
  ownCampaign,
  recordAttendance,
} from '#app/domain/relation/run-campaign.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Stat, Stats } from '#app/ui/stat.tsx'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import type { Route } from './+types/campaign'
import { readCampaignPage } from './campaign-model.server.ts'

const intents = z.enum(['attendance', 'close', 'reopen'])

export function loader(args: Route.LoaderArgs) {
  return page(args, (context) => readCampaignPage(context, args.params.campaignId))
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, t, request, url }) => {
    const { db, open, reference } = services
    const { campaignId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    if (intent.data === 'attendance') {
      const parsed = parseForm(form, attendanceEntry, t)
      if (!parsed.ok) {
        await ownCampaign(db, who, campaignId)
        return data(parsed.result, { status: 422 })
      }
      await recordAttendance(deps, who, campaignId, parsed.value)
    } else await closeCampaign(deps, who, campaignId, intent.data === 'close')
    return redirect(`${url.pathname}${url.search}`, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = loaderData?.title ?? t('relation.campaigns.title')
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function Campaign({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { rows, closed, page: current, pages } = loaderData
  const base = path(`/chamber/campaigns/${loaderData.id}`)
  const problems = Object.values(actionData?.errors ?? {}).flat()
  return (
    <Page
      title={loaderData.title}
      intro={loaderData.when}
      eyebrow={
        <span className="cluster">
          <Badge>{t(`relation.campaigns.kinds.${loaderData.kind}`)}</Badge>
          {closed && <Badge tone="neutral">{t('relation.campaigns.closed')}</Badge>}
        </span>
      }
      back={{ href: path('/chamber/campaigns'), label: t('relation.campaigns.title') }}
      actions={
        <>
          {!closed && (
            <ButtonLink href={`${base}/invite`} icon="plus" variant="primary">
              {t('relation.campaigns.invite')}
            </ButtonLink>
          )}
          <form method="post">
            <HiddenField name="intent" value={closed ? 'reopen' : 'close'} />
            <Button>{t(closed ? 'relation.campaigns.reopen' : 'relation.campaigns.close')}</Button>
          </form>
        </>
      }
    >
      {loaderData.note && (
        <p dir="auto" className="whitespace-pre-line">
          {loaderData.note}
        </p>
      )}
      <Stats>
        {loaderData.counts.map((one) => (
          <Stat
            key={one.status}
            value={one.count}
            label={t(`relation.campaigns.counts.${one.status}`)}
          />
        ))}
      </Stats>
      <Section
        title={t('relation.campaigns.attendance')}
        intro={t('relation.campaigns.attendanceIntro')}
      >
        {rows.length === 0 ? (
          <EmptyState icon="people" title={t('relation.campaigns.nobody')} />
        ) : (
          <form method="post" noValidate className="stack">
            <ErrorSummary
              title={t('common.errorSummary')}
              errors={[...new Set(problems)].map((message) => ({ message }))}
            />
            <HiddenField name="intent" value="attendance" />
            <ul className="rows">
              {rows.map((row) => (
                <li key={row.id} className="flex flex-wrap items-end gap-x-8 gap-y-4">
                  <RadioGroup
                    id={`status-${row.id}`}
                    name={`status.${row.id}`}
                    label={<bdi>{row.name}</bdi>}
                    inline
                    options={attendances.map((status) => ({
                      value: status,
                      label: t(`relation.campaigns.statuses.${status}`),
                    }))}
                    defaultValue={row.status}
                  />
                  <SelectField
                    id={`outcome-${row.id}`}
                    name={`outcome.${row.id}`}
                    label={
                      <>
                        {t('relation.campaigns.outcome')}{' '}
                        <span className="sr-only">
                          : <bdi>{row.name}</bdi>
                        </span>
                      </>
                    }
                    emptyLabel={t('relation.campaigns.noOutcome')}
                    options={attendanceOutcomes.map((one) => ({
                      value: one,
                      label: t(`relation.outcomes.${one}`),
                    }))}
                    defaultValue={row.outcome}
                    width="medium"
                  />
                </li>
              ))}
            </ul>
            <div className="actions">
              <Button icon="check">{t('relation.campaigns.save')}</Button>
            </div>
          </form>
        )}
      </Section>
      <Pagination
        label={t('common.pagination.label')}
        summary={t('chamber.companies.pageOf', { page: current, pages })}
        previous={
          current > 1
            ? { href: `${base}?page=${current - 1}`, label: t('common.pagination.previous') }
            : undefined
        }
        next={
          current < pages
            ? { href: `${base}?page=${current + 1}`, label: t('common.pagination.next') }
            : undefined
        }
      />
      <TakeAway out={exportLinks(t, `${base}/export`)} />
    </Page>
  )
}
