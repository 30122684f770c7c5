import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { type Box, clustersIn } from '#app/domain/map/clusters.server.ts'
import { namedConcepts } from '#app/domain/map/named-concepts.server.ts'
import { readOutlines } from '#app/domain/map/read-outlines.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localePath } from '#app/i18n/locales.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { type AskedMap, mapStores } from './read-page.server.ts'

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

/** What the page of an interactive map is made from; its points follow when its script asks for them. */
export async function readLiveMap(
  { services, locale }: Pick<PageContext, 'services' | 'locale'>,
  { scope, links }: AskedMap,
) {
  const { areas, attribution } = await readOutlines(services.db, scope.country)
  const points = links.to('/points')
  const lats = areas.map((area) => area.lat)
  const lngs = areas.map((area) => area.lng)
  return {
    simple: links.to(''),
    country: countryPack(scope.country).names[locale],
    live: {
      points: `${points}${points.includes('?') ? '&' : '?'}`,
      outlines: `${localePath(locale, `${links.base}/points`)}?layer=outlines`,
      tiles: services.config.tiles?.url,
      attribution: [attribution, services.config.tiles?.attribution].filter(Boolean).join(' · '),
      box: [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)].join(','),
    },
  }
}

export type LiveMapModel = Awaited<ReturnType<typeof readLiveMap>>

/**
 * Companies in a box (`bbox=W,S,E,N`), clustered for a zoom (`zoom=`), under the filters of the address;
 * with `layer=outlines` the country's outlines instead. JSON. `recordOf` is the address of a company's
 * record, null where its reader has none: the list of its place tells of it then. Throws
 * `ExpectedError('invalid')` for a box or zoom that is none.
 */
export async function sendPoints(
  { services, locale, t, url }: Pick<PageContext, 'services' | 'locale' | 't' | 'url'>,
  { scope, view, links }: AskedMap,
  recordOf: ((companyId: string) => string) | null,
): Promise<Response> {
  const outlines = await readOutlines(services.db, scope.country)
  const headers = { 'Cache-Control': 'private, max-age=60' }
  if (url.searchParams.get('layer') === 'outlines') {
    const features = outlines.features.map((one) => one.shape)
    return Response.json({ type: 'FeatureCollection', features }, { headers })
  }
  const box = readBox(url.searchParams.get('bbox'))
  const zoom = Number(url.searchParams.get('zoom') ?? Number.NaN)
  if (!box || !Number.isInteger(zoom) || zoom < 0 || zoom > 22) throw new ExpectedError('invalid')
  const concepts = namedConcepts(services.reference, view, locale)
  const points = await clustersIn(mapStores(services), scope, view, concepts, box, zoom)
  const drawn = points.map((point): DrawnPoint => {
    const { lat, lng, count, company, placeId, apartAt } = point
    const place = services.reference.place(placeId)
    const area = outlines.areaOfUnit.get(place?.admin1 ?? '')?.id
    const town = place?.names[locale] ?? ''
    return {
      lat,
      lng,
      count,
      zoom: apartAt,
      label: company
        ? company.name
        : `${town} · ${t('map.interactive.count', { count: formatNumber(locale, count) })}`,
      href:
        company && recordOf
          ? recordOf(company.id)
          : links.to(area === undefined ? '' : `/${area}/${placeId}`),
    }
  })
  return Response.json(drawn, { headers })
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
