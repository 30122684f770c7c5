import type { Geometry } from '#app/domain/export/table.ts'

/** A longitude and latitude as GeoJSON has them (RFC 7946); null where nothing is known. */
export function pointOf(point: readonly [number, number] | null): Geometry {
  return point && { type: 'Point', coordinates: point }
}
