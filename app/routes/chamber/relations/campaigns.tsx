import { data, redirect } from 'react-router'
import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { FieldErrors } from '#app/domain/errors.ts'
import { campaignEntry, campaignKinds } from '#app/domain/relation/campaign.ts'
import { makeCampaign } from '#app/domain/relation/run-campaign.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { formState } from '../../company/form-state.ts'
import { postedPlace } from '../../company/place-choice.ts'
import { PlacePicker } from '../../company/place-picker.tsx'
import { exportLinks, TakeAway } from '../../export/take-away.tsx'
import { Suggestions } from '../../search/suggestions.tsx'
import { ChamberNav } from '../chamber-nav.tsx'
import type { Route } from './+types/campaigns'
import { readCampaignsPage } from './campaigns-model.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, readCampaignsPage)
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const form = await request.formData()
    const chamber = await ownChamber(db, viewer)
    const { choice: place, asked } = postedPlace(reference, chamber.country, locale, form)
    if (asked) return { ...refusedForm(form, new FieldErrors({}), t), place }
    const parsed = parseForm(form, campaignEntry, t)
    if (!parsed.ok) return data({ ...parsed.result, place }, { status: 422 })
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const done = await refusing(form, t, () => makeCampaign(deps, signedIn(viewer), parsed.value))
    if (!done.ok) return data({ ...done.result, place }, { status: 422 })
    return redirect(localePath(locale, `/chamber/campaigns/${done.value}/invite`), {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('relation.campaigns.title') }) }]
}

export default function Campaigns({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const form = formState(actionData)
  const base = path('/chamber/campaigns')
  const { page: current, more } = loaderData
  return (
    <Page title={t('relation.campaigns.title')} intro={t('relation.campaigns.intro')}>
      <ChamberNav current="campaigns" />
      <DataTable
        caption={t('relation.campaigns.title')}
        captionHidden
        rows={loaderData.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon="calendar"
            title={t('relation.campaigns.empty')}
            text={t('relation.campaigns.emptyText')}
          />
        }
        columns={[
          {
            key: 'title',
            label: t('relation.campaigns.name'),
            cell: (row) => (
              <a href={`${base}/${row.id}`} dir="auto">
                {row.title}
              </a>
            ),
          },
          {
            key: 'kind',
            label: t('relation.campaigns.kind'),
            cell: (row) => t(`relation.campaigns.kinds.${row.kind}`),
          },
          { key: 'day', label: t('relation.campaigns.onDay'), cell: (row) => row.day },
          {
            key: 'place',
            label: t('company.sites.place'),
            cell: (row) => <bdi>{row.place ?? t('common.unknown')}</bdi>,
          },
          {
            key: 'invited',
            label: t('relation.campaigns.invited'),
            align: 'end',
            cell: (row) => row.invited,
          },
          {
            key: 'attended',
            label: t('relation.campaigns.attended'),
            align: 'end',
            cell: (row) => row.attended,
          },
        ]}
      />
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
      <Section title={t('relation.campaigns.new')} id="new">
        <form method="post" noValidate className="fields max-w-form">
          <DefaultSubmit />
          <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
          <TextField
            name="title"
            label={t('relation.campaigns.name')}
            hint={t('relation.campaigns.nameHint')}
            defaultValue={form.value('title')}
            errors={form.errors('title')}
            maxLength={120}
            autoComplete="off"
          />
          <RadioGroup
            name="kind"
            label={t('relation.campaigns.kind')}
            options={campaignKinds.map((kind) => ({
              value: kind,
              label: t(`relation.campaigns.kinds.${kind}`),
            }))}
            defaultValue={form.value('kind') ?? 'event'}
            errors={form.errors('kind')}
          />
          <DateField
            name="onDay"
            label={t('relation.campaigns.onDay')}
            defaultValue={form.value('onDay')}
            errors={form.errors('onDay')}
          />
          <PlacePicker
            country={loaderData.country}
            label={t('relation.campaigns.place')}
            mark={t('common.optional')}
            choice={actionData?.place ?? loaderData.place}
            errors={form.errors('place')}
          />
          <TextArea
            name="note"
            label={t('relation.log.note')}
            mark={t('common.optional')}
            defaultValue={form.value('note')}
            errors={form.errors('note')}
            maxLength={1000}
            rows={2}
          />
          <div className="actions">
            <Button icon="plus">{t('relation.campaigns.make')}</Button>
          </div>
        </form>
        <Suggestions />
      </Section>
    </Page>
  )
}
