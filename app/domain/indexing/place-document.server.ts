import type { DocumentPlace } from '#search/documents/common.ts'
import type { Reference } from '../reference/load-reference.server.ts'

/** A place as documents hold it, and its names in every language; null for no place. */
export function placeDocument(
  reference: Reference,
  placeId: string | null | undefined,
): { place: DocumentPlace | null; names: string } {
  const place = placeId ? reference.place(placeId) : null
  if (!place) return { place: null, names: '' }
  return {
    place: { id: place.id, admin1: place.admin1, lat: place.lat, lng: place.lng },
    names: [...new Set(Object.values(place.names))].join(' '),
  }
}
