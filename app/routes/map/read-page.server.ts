import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { MapStores } from '#app/domain/map/measure.server.ts'
import { namedConcepts } from '#app/domain/map/named-concepts.server.ts'
import { readMap } from '#app/domain/map/read-map.server.ts'
import type { MapScope } from '#app/domain/map/selection.ts'
import {
  type MapView,
  type Measure,
  measures,
  publicMeasures,
  readMapView,
} from '#app/domain/map/view.ts'
import type { Locale } from '#app/i18n/locales.ts'
import type { PageContext } from '#app/server/page.server.ts'
import type { Services } from '#app/server/services.server.ts'
import { toDay } from '#db/codec.ts'
import { chambersOfCountry } from '#db/queries/map.ts'
import { type MapLinks, mapLinks } from './map-links.ts'
import { type MapModel, mapModel } from './map-model.ts'
import type { MapWording } from './map-words.ts'

/** What a map is made from, out of the services. */
export function mapStores({ db, reference, now, config }: Services): MapStores {
  return { db, reference, now, secret: config.authSecret }
}

/** Whose map an address is, and what it asks. */
export interface AskedMap {
  readonly scope: MapScope
  readonly view: MapView
  readonly links: MapLinks
  readonly wording: MapWording
  readonly measures: readonly Measure[]
}

/** Reads an address of a map; a measure that is not for its reader falls back. */
export function askedMap(
  { services, t, locale, url }: Pick<PageContext, 'services' | 't' | 'locale' | 'url'>,
  scope: MapScope,
): AskedMap {
  const open = scope.chamber ? measures : publicMeasures
  const asked = readMapView(url.searchParams)
  // A chamber's name is no filter of the public map.
  const view = {
    ...asked,
    measure: open.includes(asked.measure) ? asked.measure : 'companies',
    chamber: scope.chamber ? asked.chamber : undefined,
  } satisfies MapView
  const embed = scope.chamber === null && url.searchParams.get('embed') === '1'
  const base = scope.chamber ? '/chamber/map' : `/map/${scope.country}`
  return {
    scope,
    view,
    links: mapLinks(locale, base, view, embed),
    wording: { t, locale, reference: services.reference },
    measures: open,
  }
}

/** The page of a map or one of its areas. Throws `ExpectedError('not-found')` for an area there is not. */
export async function readMapPage(
  services: Services,
  { scope, view, links, wording, measures: open }: AskedMap,
  areaId: string | undefined,
): Promise<MapModel> {
  const concepts = namedConcepts(services.reference, view, wording.locale as Locale)
  const [reading, chambers] = await Promise.all([
    readMap(mapStores(services), scope, view, concepts, areaId ?? null, wording.locale),
    scope.chamber ? chambersOfCountry(services.db, scope.country) : [],
  ])
  if (!reading) throw new ExpectedError('not-found')
  return mapModel(reading, {
    wording,
    links,
    view,
    concepts,
    measures: open,
    country: countryPack(scope.country).code,
    today: toDay(services.now()),
    chambers,
  })
}
