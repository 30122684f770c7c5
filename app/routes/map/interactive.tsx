import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { readOutlines } from '#app/domain/map/read-outlines.server.ts'
import { viewQuery } from '#app/domain/map/view.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { LiveMap } from '#app/ui/map/live-map.tsx'
import { Page } from '#app/ui/page.tsx'
import type { Route } from './+types/interactive'
import { askedMap } from './read-page.server.ts'

/** The map that one can move: the only page of the site that loads a map library. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale } = context
    const chamber = await ownChamber(services.db, viewer)
    const { view, links } = askedMap(context, { country: chamber.country, chamber })
    const { areas, attribution } = await readOutlines(services.db, chamber.country)
    const points = localePath(locale, '/chamber/map/points')
    const query = viewQuery(view)
    const lats = areas.map((area) => area.lat)
    const lngs = areas.map((area) => area.lng)
    return {
      simple: links.to(''),
      country: countryPack(chamber.country).names[locale],
      live: {
        points: `${points}${query}${query ? '&' : '?'}`,
        outlines: `${points}?layer=outlines`,
        tiles: services.config.tiles?.url,
        attribution: [attribution, services.config.tiles?.attribution].filter(Boolean).join(' · '),
        box: [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)].join(','),
      },
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('map.interactive.title') }) }]
}

export default function Interactive({ loaderData }: Route.ComponentProps) {
  const t = useT()
  return (
    <Page
      title={t('map.interactive.title')}
      intro={t('map.interactive.intro')}
      breadcrumbs={{
        label: t('map.breadcrumb'),
        items: [{ href: loaderData.simple, label: loaderData.country }],
      }}
    >
      <LiveMap
        {...loaderData.live}
        words={{
          region: t('map.interactive.region'),
          loading: t('map.interactive.loading'),
          failed: t('map.interactive.failed'),
          zoomIn: t('map.interactive.zoomIn'),
          zoomOut: t('map.interactive.zoomOut'),
          open: t('map.interactive.open'),
          close: t('map.interactive.close'),
          noScript: t('map.interactive.noScript'),
        }}
      />
      <p>
        <a href={loaderData.simple}>{t('map.interactive.simple')}</a>
      </p>
    </Page>
  )
}
