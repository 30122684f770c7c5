import Supercluster from 'supercluster'
import { toDay } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { chosenCompanies } from './count-firms.server.ts'
import { countryFacts } from './facts.server.ts'
import type { MapStores } from './measure.server.ts'
import { isNamed, type MapScope, type NamedConcepts, selectionOf } from './selection.ts'
import type { MapView } from './view.ts'

/** Degrees: west, south, east, north. */
export type Box = readonly [number, number, number, number]

/** A company's site on the interactive map, or several that lie close together. */
export interface MapPoint {
  readonly lat: number
  readonly lng: number
  readonly count: number
  /** Of a single site. */
  readonly company: { readonly id: string; readonly name: string } | null
  readonly placeId: string
  /** At which zoom several come apart; null where they stand at one point. */
  readonly apartAt: number | null
}

interface SiteProperties {
  readonly id: string
  readonly name: string
  readonly placeId: string
}

type Index = Supercluster<SiteProperties, { placeId: string }>

const deepestZoom = 17
/** More of the world than this many pixels each way is on no screen. */
const widestScreen = 8192
/** The width of the world in pixels at zoom 0. */
const worldPixels = 256
const mostKept = 12
const kept = new WeakMap<ReadDb, Map<string, Index>>()

/**
 * The sites of the companies that a view leaves and whose names the scope may know, within a box, as
 * clusters for a zoom: the same companies as in the lists of the drawn map. A box that no screen could
 * show at that zoom gets the clusters of a farther one, so that no answer grows with the country.
 * The index of a view is kept until a company changes.
 */
export async function clustersIn(
  stores: MapStores,
  scope: MapScope,
  view: MapView,
  concepts: NamedConcepts,
  box: Box,
  zoom: number,
): Promise<MapPoint[]> {
  const index = await indexOf(stores, scope, view, concepts)
  return index
    .getClusters([...box], Math.min(zoom, deepestZoom, zoomShowing(box)))
    .map(({ geometry, properties }): MapPoint => {
      const [lng = 0, lat = 0] = geometry.coordinates
      if (!('cluster' in properties)) {
        const { id, name, placeId } = properties
        return { lat, lng, count: 1, company: { id, name }, placeId, apartAt: null }
      }
      const apart = index.getClusterExpansionZoom(properties.cluster_id)
      return {
        lat,
        lng,
        count: properties.point_count,
        company: null,
        placeId: properties.placeId,
        apartAt: apart > deepestZoom ? null : apart,
      }
    })
}

/** The deepest zoom at which a screen can show a box, by degrees as long as at the equator. */
function zoomShowing([west, south, east, north]: Box): number {
  const degrees = Math.max(east - west, north - south)
  return Math.max(0, Math.floor(Math.log2((widestScreen * 360) / (worldPixels * degrees))))
}

async function indexOf(
  stores: MapStores,
  scope: MapScope,
  view: MapView,
  concepts: NamedConcepts,
): Promise<Index> {
  const { db, reference } = stores
  const facts = await countryFacts(stores, scope.country)
  const today = toDay(stores.now())
  const asCompanies = { ...view, measure: 'companies' } as const
  const chosen = selectionOf(asCompanies, concepts, reference.sectors, today)
  const { sector, size, kind, chamber } = view
  const asked = [sector, size, kind, chamber, concepts.occupation, concepts.skill]
  const key = JSON.stringify([facts.version, scope.chamber?.id, today, ...asked])
  const known = kept.get(db) ?? new Map<string, Index>()
  kept.set(db, known)
  const before = known.get(key)
  if (before) return before
  const index: Index = new Supercluster({
    maxZoom: deepestZoom,
    radius: 60,
    map: ({ placeId }) => ({ placeId }),
    // A cluster is listed by a place of one of its sites.
    reduce: () => {},
  })
  index.load(
    chosenCompanies(facts, scope, chosen).flatMap(({ id, name, sites, ...firm }) =>
      (isNamed(scope, firm) ? sites : []).flatMap((site) => {
        const place = reference.place(site.placeId)
        const lng = site.lng ?? place?.lng
        const lat = site.lat ?? place?.lat
        if (lng === undefined || lat === undefined) return []
        return {
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: [lng, lat] },
          properties: { id, name, placeId: site.placeId },
        }
      }),
    ),
  )
  // The oldest goes first: a Map remembers in which order it was filled.
  if (known.size >= mostKept) known.delete(known.keys().next().value ?? '')
  known.set(key, index)
  return index
}
