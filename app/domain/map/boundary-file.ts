import { z } from 'zod'
import type { Names } from '#app/domain/countries/country-pack.ts'

const position = z.array(z.number()).min(2)
const ring = z.array(position)
const polygon = z.array(ring)

/** GeoJSON (RFC 7946) as far as outlines go; members nobody needs are ignored. */
export const boundaryFile = z.object({
  type: z.literal('FeatureCollection'),
  crs: z
    .object({ properties: z.object({ name: z.string() }).partial() })
    .partial()
    .nullish(),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullable(),
        geometry: z
          .discriminatedUnion('type', [
            z.object({ type: z.literal('Polygon'), coordinates: polygon }),
            z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
          ])
          .nullable(),
      }),
    )
    .min(1),
})
export type BoundaryFile = z.output<typeof boundaryFile>

export type Ring = number[][]

/** An outline that was read, its rings closed and turned as d3-geo wants them (outer ones clockwise). */
export interface Outline {
  readonly id: string
  readonly units: readonly string[]
  readonly names: Names | null
  readonly polygons: readonly (readonly Ring[])[]
}

/** What is to be said of a file. An `error` keeps it out. */
export interface BoundaryProblem {
  readonly level: 'error' | 'warning'
  readonly text: string
}

/** Twice the signed area of a ring on the plane; positive runs counter-clockwise. */
export function signedArea(points: Ring): number {
  let sum = 0
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [x = 0, y = 0] = points[at] ?? []
    const [nextX = 0, nextY = 0] = points[at + 1] ?? []
    sum += x * nextY - nextX * y
  }
  return sum
}

/** What `mendPolygons` did and found. */
export interface Mended {
  readonly polygons: readonly (readonly Ring[])[]
  readonly closed: number
  readonly turned: number
  readonly dropped: number
}

/** Closes open rings, turns those that run the other way, and drops those that enclose nothing. */
export function mendPolygons(polygons: readonly (readonly Ring[])[]): Mended {
  const count = { closed: 0, turned: 0, dropped: 0 }
  const mended: Ring[][] = []
  for (const rings of polygons) {
    const kept: Ring[] = []
    for (const [at, given] of rings.entries()) {
      let points = given.map(([x = 0, y = 0]) => [x, y])
      const [first] = points
      const last = points.at(-1)
      if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
        points.push([...first])
        count.closed += 1
      }
      const area = signedArea(points)
      if (points.length < 4 || area === 0) {
        count.dropped += 1
        // Without its outer ring there is nothing to have holes in.
        if (at === 0) break
        continue
      }
      if (area > 0 === (at === 0)) {
        points = points.reverse()
        count.turned += 1
      }
      kept.push(points)
    }
    if (kept.length > 0) mended.push(kept)
  }
  return { polygons: mended, ...count }
}
