import { mergeArcs, quantize } from 'topojson-client'
import { topology as toTopology } from 'topojson-server'
import {
  filter,
  filterAttachedWeight,
  planarRingArea,
  presimplify,
  quantile,
  simplify,
} from 'topojson-simplify'
import type { Names } from '#app/domain/countries/country-pack.ts'
import type { Outline } from './boundary-file.ts'

/** What each outline of a topology says of itself. */
export interface AreaProperties {
  readonly units: readonly string[]
  readonly names?: Names
}

type LibraryTopology = Parameters<typeof presimplify>[0]

/** Outlines with shared borders: TopoJSON whose one object, `areas`, holds a geometry for each. */
export type AreaTopology = Omit<LibraryTopology, 'objects'> & {
  readonly objects: {
    readonly areas: {
      readonly type: 'GeometryCollection'
      readonly geometries: {
        readonly id?: string | number
        readonly type: string | null
        readonly properties?: AreaProperties
      }[]
    }
  }
}

/** Points that all outlines together keep: enough for a page, a few kilobytes. */
const usualPoints = 900
/** Whole numbers that coordinates are rounded to, from one side of the country to the other. */
const steps = 2500
/** Islands smaller than this share of the country's box are left out, unless they are all there is. */
const smallestIsland = 0.00008

/**
 * Simplified outlines whose shared borders stay shared (TopoJSON): points are taken out of the border
 * itself, not out of each side of it, so that no gap opens. Polygons of one outline that touch become one.
 */
export function makeTopology(
  outlines: readonly Outline[],
  { points = usualPoints }: { points?: number } = {},
): AreaTopology {
  const collection = {
    type: 'FeatureCollection' as const,
    features: outlines.map(({ id, units, names, polygons }) => ({
      type: 'Feature',
      id,
      properties: { units, ...(names && { names }) },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  }
  const full = toTopology({ areas: collection }) as LibraryTopology
  const all = full.arcs.reduce((sum, arc) => sum + arc.length, 0)
  const weighted = presimplify(full)
  const slim: LibraryTopology = simplify(
    weighted,
    all > points ? quantile(weighted, points / all) : 0,
  )
  const [west = 0, south = 0, east = 0, north = 0] = full.bbox ?? []
  const island = (east - west) * (north - south) * smallestIsland
  const mainland = filter(slim, filterAttachedWeight(slim, island, planarRingArea))
  const areas = (of: LibraryTopology) => (of as unknown as AreaTopology).objects.areas
  // A unit that is nothing but small islands keeps them.
  const lost = areas(mainland as LibraryTopology).geometries.some((one) => one.type === null)
  const joined = quantize(lost ? slim : (mainland as LibraryTopology), steps)
  const { geometries } = areas(joined)
  for (const [at, geometry] of geometries.entries()) {
    if ((geometry.properties?.units.length ?? 0) < 2) continue
    const merged = mergeArcs(joined as never, [geometry as never])
    geometries[at] = { ...geometry, ...(merged as object) }
  }
  return joined as unknown as AreaTopology
}
