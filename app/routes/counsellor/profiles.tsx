import { listProfiles, ownProgrammes } from '#app/domain/counsellor/list-profiles.server.ts'
import { pageSize, profileListQuery } from '#app/domain/counsellor/profile-list.ts'
import { profileStatuses, steps } from '#app/domain/profile/profile.ts'
import { formatDay, formatList } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/profiles'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, url }) => {
    const sent = Object.fromEntries(url.searchParams)
    const query = profileListQuery.parse({
      code: sent.code,
      status: sent.status || undefined,
      missing: sent.missing || undefined,
      placed: sent.placed,
      page: sent.page,
    })
    const programmes = await ownProgrammes(services.db, viewer)
    return {
      query,
      typedCode: (sent.code ?? '').slice(0, 20),
      filtered: Boolean(query.code || query.status || query.missing || query.placed),
      programmes: programmes.map((one) => one.name),
      ...(await listProfiles(services.db, viewer, query)),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('counsellor.title') }) }]
}

type Shown = Route.ComponentProps['loaderData']
type Row = Shown['profiles'][number]

const toneOf: Record<Row['status'], Tone> = { draft: 'neutral', published: 'done', paused: 'sun' }

export default function Profiles({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { programmes, profiles, total, filtered } = loaderData
  const add = (
    <ButtonLink variant="primary" href={path('/counsellor/profiles/new')} icon="plus">
      {t('counsellor.new')}
    </ButtonLink>
  )
  if (programmes.length === 0) {
    return <Page title={t('counsellor.title')} intro={t('counsellor.noProgramme')} />
  }
  if (total === 0 && !filtered) {
    return (
      <Page title={t('counsellor.title')} eyebrow={programmes.join(' · ')}>
        <EmptyState
          icon="people"
          title={t('counsellor.emptyTitle')}
          text={t('counsellor.emptyText')}
          action={add}
        />
      </Page>
    )
  }
  return (
    <Page
      title={t('counsellor.title')}
      eyebrow={programmes.join(' · ')}
      intro={t('counsellor.intro')}
      actions={add}
    >
      <Filters shown={loaderData} />
      {profiles.length === 0 ? (
        <EmptyState icon="search" title={t('counsellor.none')} text={t('counsellor.noneText')} />
      ) : (
        <ProfileTable rows={profiles} caption={t('counsellor.count', { count: total })} />
      )}
      <Pages shown={loaderData} />
    </Page>
  )
}

function Filters({ shown: { query, typedCode } }: { shown: Shown }) {
  const t = useT()
  return (
    <form method="get" className="stack" aria-label={t('counsellor.filters.label')}>
      <Fields columns>
        <TextField
          name="code"
          label={t('counsellor.filters.code')}
          dir="ltr"
          maxLength={20}
          defaultValue={typedCode}
        />
        <SelectField
          name="status"
          label={t('counsellor.filters.status')}
          emptyLabel={t('counsellor.filters.any')}
          options={profileStatuses.map((one) => ({
            value: one,
            label: t(`profile.status.${one}`),
          }))}
          defaultValue={query.status}
        />
        <SelectField
          name="missing"
          label={t('counsellor.filters.missing')}
          emptyLabel={t('counsellor.filters.nothing')}
          options={[
            ...steps.map((one) => ({ value: one, label: t(`profile.steps.${one}`) })),
            { value: 'confirmation', label: t('counsellor.filters.confirmation') },
          ]}
          defaultValue={query.missing}
        />
      </Fields>
      <div className="cluster">
        <Checkbox
          name="placed"
          value="1"
          label={t('counsellor.filters.placed')}
          defaultChecked={query.placed}
        />
        <Button icon="filter">{t('common.actions.filter')}</Button>
      </div>
    </form>
  )
}

function ProfileTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'person',
          label: t('counsellor.table.person'),
          cell: (row) => (
            <>
              <a href={path(`/counsellor/profiles/${row.id}`)} dir="auto">
                {row.name || row.code}
              </a>
              {row.name && (
                <>
                  <br />
                  <bdi dir="ltr" className="hint">
                    {row.code}
                  </bdi>
                </>
              )}
            </>
          ),
        },
        {
          key: 'status',
          label: t('counsellor.table.status'),
          cell: (row) => (
            <span className="cluster">
              <Badge tone={toneOf[row.status]}>{t(`profile.status.${row.status}`)}</Badge>
              {!row.confirmed && <Badge tone="attention">{t('counsellor.unconfirmed')}</Badge>}
            </span>
          ),
        },
        {
          key: 'missing',
          label: t('counsellor.table.missing'),
          cell: (row) =>
            row.missing.length > 0
              ? formatList(
                  locale,
                  row.missing.map((step) => t(`profile.steps.${step}`)),
                )
              : t('counsellor.complete'),
        },
        {
          key: 'placement',
          label: t('counsellor.table.placement'),
          cell: (row) =>
            row.placement
              ? t('counsellor.placedSince', {
                  title: row.placement.title,
                  day: formatDay(locale, row.placement.startedOn),
                })
              : '—',
        },
        {
          key: 'updated',
          label: t('counsellor.table.updated'),
          cell: (row) => formatDay(locale, row.updatedAt),
        },
      ]}
    />
  )
}

function Pages({ shown: { query, total } }: { shown: Shown }) {
  const t = useT()
  const path = usePath()
  const last = Math.ceil(total / pageSize)
  const to = (page: number) => {
    const search = new URLSearchParams()
    if (query.code) search.set('code', query.code)
    if (query.status) search.set('status', query.status)
    if (query.missing) search.set('missing', query.missing)
    if (query.placed) search.set('placed', '1')
    search.set('page', String(page))
    return `${path('/counsellor')}?${search}`
  }
  return (
    <Pagination
      label={t('common.pagination.label')}
      previous={
        query.page > 1
          ? { href: to(query.page - 1), label: t('common.pagination.previous') }
          : undefined
      }
      next={
        query.page < last
          ? { href: to(query.page + 1), label: t('common.pagination.next') }
          : undefined
      }
    />
  )
}
