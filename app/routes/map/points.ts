import { ownChamber } from '#app/domain/chamber/list-companies.server.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { type Box, clustersIn } from '#app/domain/map/clusters.server.ts'
import { namedConcepts } from '#app/domain/map/named-concepts.server.ts'
import { readOutlines } from '#app/domain/map/read-outlines.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localePath } from '#app/i18n/locales.ts'
import { page } from '#app/server/page.server.ts'
import type { Route } from './+types/points'
import { askedMap, mapStores } from './read-page.server.ts'

/** A point as the script of the interactive map draws it. */
export interface DrawnPoint {
  readonly lat: number
  readonly lng: number
  readonly count: number
  readonly label: string
  readonly href: string
  /** The zoom at which a cluster comes apart; null where a popup tells all. */
  readonly zoom: number | null
}

/**
 * `GET /:lang/chamber/map/points?bbox=W,S,E,N&zoom=Z`: companies in a box, clustered for a zoom, under
 * the filters of the address; with `layer=outlines` the country's outlines instead. JSON.
 */
export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, url } = context
    await services.limits.use('suggest', viewer.userId ?? '')
    const chamber = await ownChamber(services.db, viewer)
    const asked = askedMap(context, { country: chamber.country, chamber })
    const outlines = await readOutlines(services.db, chamber.country)
    const headers = { 'Cache-Control': 'private, max-age=60' }
    if (url.searchParams.get('layer') === 'outlines') {
      const features = outlines.features.map((one) => one.shape)
      return Response.json({ type: 'FeatureCollection', features }, { headers })
    }
    const box = readBox(url.searchParams.get('bbox'))
    const zoom = Number(url.searchParams.get('zoom'))
    if (!box || !Number.isInteger(zoom) || zoom < 0 || zoom > 22) throw new ExpectedError('invalid')
    const concepts = namedConcepts(services.reference, asked.view, locale)
    const points = await clustersIn(
      mapStores(services),
      asked.scope,
      asked.view,
      concepts,
      box,
      zoom,
    )
    const drawn = points.map((point): DrawnPoint => {
      const { lat, lng, count, company, placeId, apartAt } = point
      const place = services.reference.place(placeId)
      const area = outlines.areaOfUnit.get(place?.admin1 ?? '')?.id ?? ''
      const town = place?.names[locale] ?? ''
      return {
        lat,
        lng,
        count,
        zoom: apartAt,
        label: company
          ? company.name
          : `${town} · ${t('map.interactive.count', { count: formatNumber(locale, count) })}`,
        href: company
          ? localePath(locale, `/chamber/companies/${company.id}`)
          : asked.links.to(`/${area}/${placeId}`),
      }
    })
    return Response.json(drawn, { headers })
  })
}

function readBox(text: string | null): Box | null {
  const numbers = (text ?? '').split(',').map(Number)
  const [west, south, east, north] = numbers
  if (numbers.length !== 4 || numbers.some((one) => !Number.isFinite(one))) return null
  if (west === undefined || south === undefined || east === undefined || north === undefined) {
    return null
  }
  return west < east && south < north ? [west, south, east, north] : null
}
