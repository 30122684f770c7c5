/** Mean radius of the Earth (IUGG). */
export const EARTH_KM = 6371.0088

const DAY_MS = 86_400_000

/** The point of the unit sphere at a latitude and longitude in degrees. */
export function unitVector(at: {
  readonly lat: number
  readonly lng: number
}): readonly [number, number, number] {
  const lat = (at.lat * Math.PI) / 180
  const lng = (at.lng * Math.PI) / 180
  const across = Math.cos(lat)
  return [across * Math.cos(lng), across * Math.sin(lng), Math.sin(lat)]
}

/** Great-circle distance in kilometres between two points of the unit sphere. */
export function distanceKm(
  a: readonly [number, number, number],
  b: readonly [number, number, number],
): number {
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(squaredChordBetween(a, b)) / 2))
}

/** The square of the straight distance between two points of the unit sphere. */
export function squaredChordBetween(
  a: readonly [number, number, number],
  b: readonly [number, number, number],
): number {
  const x = a[0] - b[0]
  const y = a[1] - b[1]
  const z = a[2] - b[2]
  return x * x + y * y + z * z
}

/** The square of the straight distance through the unit sphere that a distance on it makes. */
export function squaredChord(km: number): number {
  const chord = 2 * Math.sin(Math.min(Math.PI / 2, Math.max(0, km) / (2 * EARTH_KM)))
  return chord * chord
}

/** Days since 1970-01-01; NaN for what is not a day. */
export function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS
}
