import { companyFilters, companyList } from '#app/domain/chamber/chamber.ts'
import { listCompanies, ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { toDay } from '#db/codec.ts'
import { countDue } from '#db/queries/task.ts'
import { sectorOptions } from '../company/company-fields.tsx'
import { placeLabel } from '../company/place-choice.ts'
import { placedExportLinks, TakeAway } from '../export/take-away.tsx'
import type { Route } from './+types/companies'
import { ChamberNav } from './chamber-nav.tsx'
import { GroundFields } from './ground-fields.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, url }) => {
    const { db, reference } = services
    const chamber = await ownChamber(db, viewer)
    const asked = companyList.parse(
      Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')),
    )
    const {
      rows,
      counts,
      page: current,
      pages,
    } = await listCompanies(db, reference, chamber, asked)
    const whose = { chamberId: chamber.id, userId: viewer.userId }
    const due = await countDue(db, whose, toDay(services.now()))
    const pack = countryPack(chamber.country)
    const covered = pack.admin1.filter(
      (one) => chamber.admin1s.length === 0 || chamber.admin1s.includes(one.code),
    )
    return {
      chamber: chamber.name,
      ground:
        chamber.admin1s.length === 0
          ? pack.names[locale]
          : formatList(
              locale,
              covered.map((one) => one.names[locale]),
            ),
      due: due.overdue + due.today,
      asked,
      counts,
      page: current,
      pages,
      locale,
      sections: [
        ...reference.sectors
          .filter((one) => one.level === 'section')
          .map((one) => ({ value: one.code, label: one.names[locale] })),
      ],
      divisions: sectorOptions(reference.sectors, locale),
      unitLabel: pack.admin1Label[locale],
      units: covered.map((one) => ({ value: one.code, label: one.names[locale] })),
      rows: rows.map((row) => {
        const place = row.place_id ? reference.place(row.place_id) : null
        return {
          id: row.id,
          name: row.trade_name ?? row.legal_name,
          // A legal name that only adds its form (SARL, SA) tells nothing more.
          legalName:
            row.trade_name && !row.legal_name.startsWith(row.trade_name) ? row.legal_name : null,
          sector: row.sector ? reference.sectorName(row.sector, locale) : null,
          place: place ? placeLabel(place, locale) : null,
          verified: row.verified_at !== null,
          claims: Number(row.claims ?? 0),
          published: Number(row.published ?? 0),
        }
      }),
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('chamber.companies.title') }) }]
}

type Asked = Route.ComponentProps['loaderData']['asked']

/** The address of the list with some of what was asked changed. */
function addressOf(base: string, asked: Asked, changes: Partial<Asked>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, page: 1, ...changes })) {
    const isDefault = value === undefined || (name === 'filter' && value === 'all') || value === 1
    if (!isDefault) search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${base}?${text}` : base
}

export default function Companies({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { asked, counts, locale, rows } = loaderData
  const base = path('/chamber')
  const narrowed = asked.q || asked.sector || asked.admin1
  return (
    <Page
      title={t('chamber.companies.title')}
      intro={
        <>
          <bdi>{loaderData.chamber}</bdi> · {loaderData.ground}
        </>
      }
      actions={
        <>
          <ButtonLink href={path('/chamber/companies/new')} variant="primary" icon="plus">
            {t('chamber.companies.add')}
          </ButtonLink>
          <ButtonLink href={path('/chamber/imports')} icon="upload">
            {t('import.upload.title')}
          </ButtonLink>
          <ButtonLink href={path('/chamber/duplicates')}>{t('merge.list.link')}</ButtonLink>
          <ButtonLink href={path('/chamber/team')}>{t('chamber.companies.team')}</ButtonLink>
        </>
      }
    >
      <ChamberNav current="companies" />
      {loaderData.due > 0 && (
        <p>
          <a href={path('/chamber/day')}>{t('relation.day.link', { count: loaderData.due })}</a>
        </p>
      )}
      <form method="get" className="fields">
        {asked.filter !== 'all' && <HiddenField name="filter" value={asked.filter} />}
        <TextField
          name="q"
          type="search"
          label={t('chamber.companies.search')}
          hint={t('chamber.companies.searchHint')}
          defaultValue={asked.q}
          maxLength={80}
        />
        <Fields columns>
          <GroundFields choices={loaderData} asked={asked} />
        </Fields>
        <div className="actions">
          <Button icon="search">{t('common.actions.search')}</Button>
          {narrowed && (
            <a
              href={addressOf(
                base,
                { ...asked, q: undefined, sector: undefined, admin1: undefined },
                {},
              )}
            >
              {t('common.actions.clear')}
            </a>
          )}
        </div>
      </form>
      <Tabs
        label={t('chamber.companies.filters')}
        tabs={companyFilters.map((filter) => ({
          href: addressOf(base, asked, { filter }),
          label: t(`chamber.filters.${filter}`),
          count: formatNumber(locale, counts[filter]),
          current: filter === asked.filter,
        }))}
      />
      <DataTable
        caption={t('chamber.companies.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon="building"
            title={t('chamber.companies.empty')}
            text={t(narrowed ? 'chamber.companies.emptySearch' : 'chamber.companies.emptyText')}
          />
        }
        columns={[
          {
            key: 'name',
            label: t('company.title'),
            cell: (row) => (
              <>
                <a href={path(`/chamber/companies/${row.id}`)} dir="auto">
                  {row.name}
                </a>
                {row.legalName && (
                  <span className="hint">
                    {' '}
                    <bdi>{row.legalName}</bdi>
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'sector',
            label: t('company.fields.sector'),
            cell: (row) => row.sector ?? t('common.unknown'),
          },
          {
            key: 'place',
            label: t('company.fields.mainPlace'),
            cell: (row) => <bdi>{row.place ?? t('common.unknown')}</bdi>,
          },
          {
            key: 'published',
            label: t('chamber.companies.published'),
            align: 'end',
            cell: (row) => formatNumber(locale, row.published),
          },
          {
            key: 'state',
            label: t('chamber.companies.state'),
            cell: (row) => (
              <span className="cluster">
                {row.verified ? (
                  <Badge tone="done" icon="check">
                    {t('company.verified')}
                  </Badge>
                ) : (
                  <Badge>{t('company.notVerified')}</Badge>
                )}
                {row.claims > 0 && (
                  <Badge tone="attention">
                    {t('chamber.companies.claims', { count: row.claims })}
                  </Badge>
                )}
              </span>
            ),
          },
        ]}
      />
      <Pagination
        label={t('common.pagination.label')}
        summary={t('chamber.companies.pageOf', {
          page: formatNumber(locale, loaderData.page),
          pages: formatNumber(locale, loaderData.pages),
        })}
        previous={
          loaderData.page > 1
            ? {
                href: addressOf(base, asked, { page: loaderData.page - 1 }),
                label: t('common.pagination.previous'),
              }
            : undefined
        }
        next={
          loaderData.page < loaderData.pages
            ? {
                href: addressOf(base, asked, { page: loaderData.page + 1 }),
                label: t('common.pagination.next'),
              }
            : undefined
        }
      />
      <TakeAway out={placedExportLinks(t, addressOf(path('/chamber/export'), asked, {}))} />
    </Page>
  )
}
