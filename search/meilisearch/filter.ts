import type { CommonFilters, Filters, Kind, Point } from '../engine.ts'
import { FIELDS, type Test } from '../fields.ts'
import { EARTH_KM, squaredChord, squaredChordBetween, unitVector } from '../measures.ts'
import { encodeCode, keyOf } from './codes.ts'
import { MOST_FACET_VALUES } from './settings.ts'
import { pointOf } from './stored-document.ts'

/** Conditions that must all hold, in the server's filter language. */
export type Clauses = string[]

/** Counts the documents at each point, among those that pass these conditions. */
export type CountPoints = (clauses: Clauses) => Promise<readonly string[]>

/** A condition that nothing meets. */
export const NEVER = 'key IN []'
/** The server measures distances a little otherwise: points so near the limit are measured here. */
const MARGIN_SHARE = 1e-4
const MARGIN_KM = 0.01
const NARROWEST_KM = 1e-6
const HALF_WAY_ROUND = Math.PI * EARTH_KM

const list = (codes: readonly string[]) => `[${codes.map((code) => `"${code}"`).join(', ')}]`

/** Any of these codes in a column; none of them, with `not`. */
export function holds(column: string, codes: readonly string[], not = false): string {
  return `keywords.${column} ${not ? 'NOT IN' : 'IN'} ${list(codes.map(encodeCode))}`
}

/** The filters of a query as conditions. `countPoints` is asked only where a distance is. */
export async function clausesOf<K extends Kind>(
  kind: K,
  filters: Filters[K],
  countPoints: CountPoints,
): Promise<Clauses> {
  const { id, notId, near }: CommonFilters = filters
  const clauses: Clauses = []
  if (id) clauses.push(`key IN ${list(id.map(keyOf))}`)
  if (notId && notId.length > 0) clauses.push(`key NOT IN ${list(notId.map(keyOf))}`)
  for (const test of FIELDS[kind].tests(filters)) clauses.push(...clausesOfTest(test))
  if (near) clauses.push(await withinClause(near, near.km, countPoints))
  return clauses
}

function clausesOfTest(test: Test): Clauses {
  if (test.test === 'between') {
    const { min, max } = test
    if (Number.isNaN(min) || Number.isNaN(max)) return [NEVER]
    const column = `numbers.${test.column}`
    const clauses = [`${column} EXISTS`]
    if (min === Infinity || max === -Infinity) return [NEVER]
    if (min > -Infinity) clauses.push(`${column} >= "${min}"`)
    if (max < Infinity) clauses.push(`${column} <= "${max}"`)
    return clauses
  }
  const none = test.test === 'none'
  if (none && test.words.length === 0) return []
  return [holds(test.column, test.words, none)]
}

/** Documents within some kilometres of a point, exactly as `search/measures.ts` measures. */
export async function withinClause(
  at: Point,
  km: number,
  countPoints: CountPoints,
): Promise<string> {
  const centre = unitVector(at)
  if (centre.some(Number.isNaN) || Number.isNaN(km)) return NEVER
  const radius = Math.max(0, km)
  if (radius >= HALF_WAY_ROUND) return 'point EXISTS'
  const margin = radius * MARGIN_SHARE + MARGIN_KM
  const inner = radius - margin
  const most = squaredChord(radius)
  const onTheEdge = await pointsBetween(at, inner, radius + margin, countPoints)
  const inside = onTheEdge.filter((point) => {
    const place = pointOf(point)
    return place !== null && squaredChordBetween(unitVector(place), centre) <= most
  })
  const edge = `point IN ${list(inside)}`
  return inner > 0 ? `(${circle(at, inner)} OR ${edge})` : edge
}

/** Documents within about so many kilometres: none that are nearer are left out. */
export function roughlyWithin(at: Point, km: number): string {
  const radius = Math.max(0, km)
  if (radius >= HALF_WAY_ROUND) return 'point EXISTS'
  return circle(at, radius * (1 + MARGIN_SHARE) + MARGIN_KM)
}

/** All points of a ring: parted in two while the server would not list them all. */
async function pointsBetween(
  at: Point,
  from: number,
  to: number,
  countPoints: CountPoints,
): Promise<readonly string[]> {
  const ring = [circle(at, to), ...(from > 0 ? [`NOT ${circle(at, from)}`] : [])]
  const points = await countPoints(ring)
  if (points.length < MOST_FACET_VALUES || to - from < NARROWEST_KM) return points
  const between = (Math.max(0, from) + to) / 2
  return [
    ...(await pointsBetween(at, from, between, countPoints)),
    ...(await pointsBetween(at, between, to, countPoints)),
  ]
}

function circle(at: Point, km: number): string {
  const { lat, lng } = onEarth(at)
  return `_geoRadius(${lat.toFixed(9)}, ${lng.toFixed(9)}, ${(km * 1000).toFixed(3)})`
}

/** The same point with a latitude and longitude that the server takes. */
export function onEarth(at: Point): Point {
  if (Math.abs(at.lat) <= 90 && Math.abs(at.lng) <= 180) return at
  const [x, y, z] = unitVector(at)
  const degrees = 180 / Math.PI
  return { lat: Math.asin(z) * degrees, lng: Math.atan2(y, x) * degrees }
}
