import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { AreaTopology } from './make-topology.server.ts'
import type { Outlines } from './read-outlines.server.ts'

/** An outline in degrees. */
export interface Feature {
  readonly id: string
  readonly shape: GeoPermissibleObjects
}

/** An outline on the sheet. */
export interface DrawnOutline {
  readonly id: string
  /** SVG path data. */
  readonly path: string
  /** Where its name may stand, and how wide the outline is there. */
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface Point {
  readonly lat: number
  readonly lng: number
}

/** A sheet with outlines on it, in units of the SVG's view box. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly outlines: readonly DrawnOutline[]
  /** Where a point of the world stands on the sheet, to a tenth. */
  at(point: Point): { x: number; y: number }
}

/** The outlines of a topology, one a geometry. */
export function featuresOf(topology: AreaTopology): Feature[] {
  return topology.objects.areas.geometries.map((geometry) => ({
    id: String(geometry.id),
    shape: rounded(feature(topology as never, geometry as never)) as GeoPermissibleObjects,
  }))
}

/** Coordinates to a ten-thousandth of a degree: ten metres, finer than the outlines are. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 10_000) / 10_000
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]))
}

const sheetWidth = 720
const margin = 14
const shortest = 320
const tallest = 760
/** Degrees around lone points, so that a town is not drawn as the world. */
const around = 0.12

const drawings = new WeakMap<Outlines, Map<string, Drawing>>()

/**
 * A country on a sheet, or one of its areas with what lies around it. Computed once for each
 * boundaries and area, then kept. `points` are what must be seen where there is no outline to fit in:
 * the area's places.
 */
export function drawOutlines(
  outlines: Outlines,
  areaId: string | null,
  points: readonly Point[],
): Drawing {
  const made = drawings.get(outlines) ?? new Map<string, Drawing>()
  drawings.set(outlines, made)
  const known = made.get(areaId ?? '')
  if (known) return known
  const drawing = draw(outlines, areaId, points)
  made.set(areaId ?? '', drawing)
  return drawing
}

function draw({ features, areas }: Outlines, areaId: string | null, points: readonly Point[]) {
  const own = features.find((one) => one.id === areaId)
  const shown = areaId === null ? features.map((one) => one.shape) : own ? [own.shape] : []
  const dots = areaId === null ? areas : points.length > 0 ? points : areas
  const corners = dots.flatMap(({ lat, lng }) => [
    [lng - around, lat - around],
    [lng + around, lat + around],
  ])
  const fit = {
    type: 'GeometryCollection',
    geometries: [
      // An outline tells how far the area goes; points only where there is none.
      ...(shown.length > 0 && areaId !== null
        ? []
        : [{ type: 'MultiPoint', coordinates: corners }]),
      ...shown.map((one) => (one as unknown as { geometry: object }).geometry),
    ],
  } as unknown as GeoPermissibleObjects
  const projection = geoMercator().fitWidth(sheetWidth - 2 * margin, fit)
  const [[, top], [, bottom]] = geoPath(projection).bounds(fit)
  const wanted = bottom - top + 2 * margin
  const height = Math.round(Math.min(tallest, Math.max(shortest, wanted)))
  projection.fitExtent(
    [
      [margin, margin],
      [sheetWidth - margin, height - margin],
    ],
    fit,
  )
  projection.clipExtent([
    [-8, -8],
    [sheetWidth + 8, height + 8],
  ])
  const path = geoPath(projection).digits(1)
  const drawn = features.flatMap(({ id, shape }): DrawnOutline[] => {
    const data = path(shape)
    if (!data) return []
    const [x, y] = path.centroid(shape)
    const [[west], [east]] = path.bounds(shape)
    return [{ id, path: data, x: tenth(x), y: tenth(y), width: tenth(east - west) }]
  })
  return {
    width: sheetWidth,
    height,
    outlines: drawn,
    at({ lat, lng }: Point) {
      const [x = 0, y = 0] = projection([lng, lat]) ?? []
      return { x: tenth(x), y: tenth(y) }
    },
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10
