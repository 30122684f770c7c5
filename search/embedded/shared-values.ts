import { parseIsco, type Taxonomy } from '../matching/taxonomy.ts'
import { squaredChord, unitVector } from '../measures.ts'
import { Table } from './tables.ts'

/** Where somebody lives or a job is, and how far the person travels: latitude, longitude, kilometres. */
export type Home = readonly [lat: number | null, lng: number | null, radiusKm: number | null]

export interface DerivedHome {
  readonly point: readonly [number, number, number] | null
  /** NaN when not stated. */
  readonly radiusKm: number
  readonly reach: number
}

export function homes(): Table<Home, DerivedHome> {
  return new Table(([lat, lng, radiusKm]) => ({
    point: lat === null || lng === null ? null : unitVector({ lat, lng }),
    radiusKm: radiusKm ?? Number.NaN,
    reach: radiusKm === null ? Number.NaN : squaredChord(radiusKm),
  }))
}

/** An occupation as a document states it: its URI and ISCO-08 code. */
export type StatedOccupation = readonly [uri: string, isco08: string]

export interface DerivedOccupation {
  /** -1 when the taxonomy does not know it. */
  readonly occupation: number
  readonly isco: number
}

export function occupations(taxonomy: Taxonomy): Table<StatedOccupation, DerivedOccupation> {
  return new Table(([uri, isco08]) => {
    const occupation = taxonomy.occupation(uri)
    const known = taxonomy.isco(occupation)
    return { occupation, isco: known === -1 ? parseIsco(isco08) : known }
  })
}

/** Lists of codes, as the taxonomy's numbers. */
export function codeLists(taxonomy: Taxonomy): Table<readonly string[], readonly number[]> {
  return new Table((codes) => codes.map((code) => taxonomy.code(code)))
}

/** An array with room for a slot, what it held included. */
export function roomFor<T extends Int32Array | Float64Array>(values: T, size: number): T {
  if (size <= values.length) return values
  const length = Math.max(size, values.length + (values.length >> 1))
  const grown = values instanceof Int32Array ? new Int32Array(length) : new Float64Array(length)
  grown.set(values)
  return grown as T
}
