import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { matrixMeasures, sectorMatrix } from '#app/domain/map/sector-matrix.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { MapStyles } from '#app/ui/map/map-picture.tsx'
import { Page } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { exportLinks, TakeAway } from '../export/take-away.tsx'
import type { Route } from './+types/sectors'
import { sayValue } from './map-words.ts'
import { Notes } from './notes.tsx'
import { mapStores } from './read-page.server.ts'

/** Sectors by area: how many companies, open posts or people there are of each in each. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t, url }) => {
    const chamber = await ownChamber(services.db, viewer)
    const { reference } = services
    const asked = url.searchParams.get('measure')
    const measure = matrixMeasures.find((one) => one === asked) ?? 'companies'
    const scope = { country: chamber.country, chamber }
    const { areas, rows } = await sectorMatrix(mapStores(services), scope, measure)
    const wording = { t, locale, reference }
    const map = localePath(locale, '/chamber/map')
    const href = (section: string | null, area: string) =>
      section
        ? `${map}/${area}?${new URLSearchParams({ ...(measure !== 'companies' && { measure }), sector: section })}`
        : null
    return {
      place: countryPack(chamber.country).names[locale],
      map,
      tabs: matrixMeasures.map((one) => ({
        href: localePath(
          locale,
          `/chamber/map/sectors${one === 'companies' ? '' : `?measure=${one}`}`,
        ),
        label: t(`map.measures.${one}`),
        current: one === measure,
      })),
      measure: t(`map.measures.${measure}`),
      areas: areas.map((area) => ({ id: area.id, name: area.names[locale] })),
      rows: rows.map(({ section, cells, total }) => ({
        key: section ?? 'unknown',
        name: section ? reference.sectorName(section, locale) : t('map.sectors.unknown'),
        total: sayValue(wording, measure, total),
        cells: cells.map((value, at) => {
          const area = areas[at]?.id ?? ''
          const told = value !== 0 && value !== 'few'
          return {
            area,
            text: value === 0 ? '–' : value === 'few' ? '<5' : sayValue(wording, measure, value),
            href: told ? href(section, area) : null,
          }
        }),
      })),
      out: exportLinks(t, `${map}/export?list=sectors&measure=${measure}`),
      notes: measure === 'profiles' ? [t('map.notes.people')] : [],
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('map.sectors.title') }) }]
}

export default function Sectors({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { areas, rows } = loaderData
  return (
    <Page
      title={t('map.sectors.title')}
      intro={t('map.sectors.intro')}
      breadcrumbs={{
        label: t('map.breadcrumb'),
        items: [{ href: loaderData.map, label: loaderData.place }],
      }}
    >
      <MapStyles />
      <Tabs label={t('map.measuresLabel')} tabs={loaderData.tabs} />
      {rows.length === 0 ? (
        <EmptyState icon="map" title={t('map.empty')} text={t('map.emptyText')} />
      ) : (
        <section className="map-matrix" aria-label={loaderData.measure}>
          <table>
            <caption className="sr-only">{loaderData.measure}</caption>
            <thead>
              <tr>
                <th scope="col">{t('map.sectors.sector')}</th>
                <th scope="col">{t('map.sectors.all')}</th>
                {areas.map((area) => (
                  <th key={area.id} scope="col">
                    {area.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}</th>
                  <td>
                    <strong>{row.total}</strong>
                  </td>
                  {row.cells.map((cell) => (
                    <td key={cell.area}>
                      {cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Notes notes={loaderData.notes} />
      <TakeAway out={loaderData.out} />
    </Page>
  )
}
