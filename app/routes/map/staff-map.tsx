import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Section } from '#app/ui/page.tsx'
import { ChamberNav } from '../chamber/chamber-nav.tsx'
import type { Route } from './+types/staff-map'
import { MapPage } from './map-page.tsx'
import { askedMap, readMapPage } from './read-page.server.ts'

/** The chamber's map of its country, and of one of its areas. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer } = context
    const chamber = await ownChamber(services.db, viewer)
    const asked = askedMap(context, { country: chamber.country, chamber })
    const area = 'area' in args.params ? args.params.area : undefined
    return {
      chamber: chamber.name,
      country: chamber.country,
      area,
      model: await readMapPage(services, asked, area),
    }
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: loaderData?.model.title ?? t('map.title') }) }]
}

export default function StaffMap({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { model, chamber, country, area } = loaderData
  return (
    <MapPage
      model={model}
      nav={<ChamberNav current="map" />}
      intro={
        <>
          {t('map.title')} · <bdi>{chamber}</bdi>
        </>
      }
    >
      <div className="no-print">
        <Section title={t('map.more.title')}>
          <ul className="cluster">
            <li>
              <a href={path('/chamber/map/sectors')}>{t('map.more.sectors')}</a>
            </li>
            <li>
              <a href={`${path('/chamber/map/skills')}${area ? `?area=${area}` : ''}`}>
                {t('map.more.skills')}
              </a>
            </li>
            <li>
              <a href={model.interactive}>{t('map.more.interactive')}</a>
            </li>
            <li>
              <a href={path(`/map/${country}`)}>{t('map.more.public')}</a>
            </li>
          </ul>
        </Section>
      </div>
    </MapPage>
  )
}
