import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { exportLinks, TakeAway } from '../export/take-away.tsx'
import type { Route } from './+types/skills'
import { Notes } from './notes.tsx'
import { mapStores } from './read-page.server.ts'
import { readSkillsPage, type SkillRow } from './skills-model.server.ts'

/** Skills of an area: wanted, offered, nearly there, and what to teach. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const chamber = await ownChamber(services.db, viewer)
    const scope = { country: chamber.country, chamber }
    const stores = { ...mapStores(services), search: services.search }
    const wording = { t, locale, reference: services.reference }
    const model = await readSkillsPage(stores, scope, wording, url.searchParams.get('area'))
    if (!model) throw new ExpectedError('not-found')
    return {
      model,
      country: countryPack(chamber.country).names[locale],
      map: localePath(locale, '/chamber/map'),
      out: exportLinks(
        t,
        `${localePath(locale, '/chamber/map/export')}?list=skills&area=${model.area}`,
      ),
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [
    { title: t('common.pageTitle', { title: loaderData?.model.title ?? t('map.more.skills') }) },
  ]
}

export default function Skills({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { model } = loaderData
  const skillColumns = [
    { key: 'skill', label: t('map.skills.skill'), cell: (row: SkillRow) => <bdi>{row.skill}</bdi> },
    {
      key: 'posts',
      label: t('map.skills.posts'),
      align: 'end' as const,
      cell: (row: SkillRow) => row.posts,
    },
    {
      key: 'people',
      label: t('map.skills.people'),
      align: 'end' as const,
      cell: (row: SkillRow) => row.people,
    },
    { key: 'nearest', label: t('map.skills.nearest'), cell: (row: SkillRow) => row.nearest },
  ]
  const empty = (
    <EmptyState icon="tool" title={t('map.skills.empty')} text={t('map.skills.emptyText')} />
  )
  return (
    <Page
      title={model.title}
      breadcrumbs={{
        label: t('map.breadcrumb'),
        items: [
          { href: loaderData.map, label: loaderData.country },
          { href: `${loaderData.map}/${model.area}`, label: model.place },
        ],
      }}
    >
      <form method="get" className="fields no-print">
        <SelectField
          name="area"
          label={t('map.skills.area')}
          options={model.areas}
          defaultValue={model.area}
        />
        <div className="actions">
          <Button>{t('map.filters.apply')}</Button>
        </div>
      </form>
      <Section title={t('map.skills.wanted')} intro={t('map.skills.wantedText')}>
        <DataTable
          caption={t('map.skills.wanted')}
          captionHidden
          rows={model.wanted}
          rowKey={(row) => row.key}
          columns={skillColumns}
          empty={empty}
        />
      </Section>
      <Section title={t('map.skills.offered')} intro={t('map.skills.offeredText')}>
        <DataTable
          caption={t('map.skills.offered')}
          captionHidden
          rows={model.offered}
          rowKey={(row) => row.key}
          columns={skillColumns.slice(0, 3)}
          empty={empty}
        />
      </Section>
      <Section title={t('map.skills.near')} intro={t('map.skills.nearText')}>
        <DataTable
          caption={t('map.skills.near')}
          captionHidden
          rows={model.nearMisses}
          rowKey={(row) => row.key}
          empty={empty}
          columns={[
            {
              key: 'offer',
              label: t('map.skills.offer'),
              cell: (row) => (
                <a href={row.href} dir="auto">
                  {row.offer}
                </a>
              ),
            },
            {
              key: 'missing',
              label: t('map.skills.missing'),
              cell: (row) => <bdi>{row.skill}</bdi>,
            },
            {
              key: 'people',
              label: t('map.skills.people'),
              align: 'end',
              cell: (row) => row.people,
            },
          ]}
        />
      </Section>
      <Section title={t('map.skills.training')} intro={t('map.skills.trainingText')}>
        <DataTable
          caption={t('map.skills.training')}
          captionHidden
          rows={model.training}
          rowKey={(row) => row.key}
          empty={empty}
          columns={[
            { key: 'skill', label: t('map.skills.skill'), cell: (row) => <bdi>{row.skill}</bdi> },
            {
              key: 'gained',
              label: t('map.skills.gained'),
              align: 'end',
              cell: (row) => row.people,
            },
          ]}
        />
      </Section>
      <Notes notes={model.notes} />
      <TakeAway out={loaderData.out} />
    </Page>
  )
}
