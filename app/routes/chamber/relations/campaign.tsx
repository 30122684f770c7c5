import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import {
  attendanceEntry,
  attendanceOutcomes,
  attendancePerPage,
  attendances,
} from '#app/domain/relation/campaign.ts'
import {
  closeCampaign,
  ownCampaign,
  recordAttendance,
} from '#app/domain/relation/run-campaign.server.ts'
import { formatDay, formatNumber, formatParts } from '#app/i18n/format.ts'
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
import { attendanceOf, countAttendance } from '#db/queries/campaign.ts'
import { placeLabel } from '../../company/place-choice.ts'
import type { Route } from './+types/campaign'

const intents = z.enum(['attendance', 'close', 'reopen'])
const pageAsked = z.coerce.number().int().min(1).max(10_000).catch(1)

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { db, reference } = services
    const { campaign } = await ownCampaign(db, signedIn(viewer), args.params.campaignId)
    const counts = await countAttendance(db, campaign.id)
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const pages = Math.max(1, Math.ceil(all / attendancePerPage))
    const current = Math.min(pageAsked.parse(url.searchParams.get('page')), pages)
    const rows = await attendanceOf(db, campaign.id, {
      limit: attendancePerPage,
      offset: (current - 1) * attendancePerPage,
    })
    const place = campaign.place_id ? reference.place(campaign.place_id) : null
    return {
      id: campaign.id,
      title: campaign.title,
      kind: campaign.kind,
      note: campaign.note,
      closed: campaign.closed_at !== null,
      when: formatParts(locale, [
        formatDay(locale, campaign.on_day),
        place && placeLabel(place, locale),
      ]),
      counts: attendances.map((status) => ({
        status,
        count: formatNumber(locale, counts[status] ?? 0),
      })),
      page: current,
      pages,
      search: url.search,
      rows: rows.map((row) => ({
        id: row.company_id,
        name: row.trade_name ?? row.legal_name,
        status: row.status,
        outcome: row.outcome ?? '',
      })),
    }
  })
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
            label={t(`relation.campaigns.statuses.${one.status}`)}
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
                <li key={row.id} className="fields">
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
    </Page>
  )
}
