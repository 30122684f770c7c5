import type { CountryPack, Names } from '#app/domain/countries/country-pack.ts'
import { fold } from '#search/text/fold.ts'
import {
  type BoundaryFile,
  type BoundaryProblem,
  boundaryFile,
  mendPolygons,
  type Outline,
} from './boundary-file.ts'

/** Several units that are to be shown as one area, under a code and names of their own. */
export interface JoinedUnits {
  readonly id: string
  readonly units: readonly string[]
  readonly names: Names
}

/** What a file holds, and what is to be said of it. */
export interface BoundariesRead {
  readonly outlines: readonly Outline[]
  readonly problems: readonly BoundaryProblem[]
  /** Units of the country (ISO 3166-2) without an outline: they are shown as points. */
  readonly missing: readonly string[]
  readonly rings: { readonly closed: number; readonly turned: number; readonly dropped: number }
}

/** Words before the name of a unit, which files add and packs do not. */
const kindWords =
  /^(district autonome|district|region|gouvernorat|governorate|province|wilaya|ولاية|جهة|إقليم|اقليم)( (de la|de l|du|des|de|d|of))? /

/** A name as it is compared: folded, without what kind of unit it is. */
const nameKey = (name: string) =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(kindWords, '')

/**
 * Reads a GeoJSON file of first-level outlines and holds it against the units of a country: by code
 * (ISO 3166-2, in whatever property it stands), else by name in any of three languages. A unit that
 * stands twice, a feature of no unit and coordinates that are not degrees are errors.
 */
export function readBoundaries(
  pack: CountryPack,
  file: unknown,
  joined: readonly JoinedUnits[] = [],
): BoundariesRead {
  const parsed = boundaryFile.safeParse(file)
  const nothing = { outlines: [], missing: [], rings: { closed: 0, turned: 0, dropped: 0 } }
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.length ? ` (at ${issue.path.join('.')})` : ''
    const text = `This is no GeoJSON feature collection of polygons${where}: ${issue?.message ?? ''}`
    return { ...nothing, problems: [{ level: 'error', text }] }
  }
  const problems = placeProblems(pack, parsed.data)
  if (problems.length > 0) return { ...nothing, problems }

  const unitOf = unitFinder(pack)
  const found = new Map<string, Outline>()
  const rings = { closed: 0, turned: 0, dropped: 0 }
  for (const [at, { properties, geometry }] of parsed.data.features.entries()) {
    const unit = unitOf(properties ?? {})
    const called = unit ?? nameIn(properties ?? {}) ?? `number ${at + 1}`
    if (!unit) {
      const text = `Feature ${called} is no unit of ${pack.names.en}: no ISO 3166-2 code or name that we know`
      problems.push({ level: 'error', text })
      continue
    }
    if (found.has(unit)) {
      problems.push({ level: 'error', text: `${unit} stands twice: features must be merged first` })
      continue
    }
    const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates
    const mended = mendPolygons(polygons ?? [])
    rings.closed += mended.closed
    rings.turned += mended.turned
    rings.dropped += mended.dropped
    if (mended.polygons.length === 0) {
      problems.push({ level: 'error', text: `${unit} has no outline that encloses anything` })
      continue
    }
    found.set(unit, { id: unit, units: [unit], names: null, polygons: mended.polygons })
  }
  const outlines = join([...found.values()], joined)
  const covered = new Set(outlines.flatMap((one) => one.units))
  const missing = pack.admin1.map((one) => one.code).filter((code) => !covered.has(code))
  if (missing.length > 0) {
    const text = `No outline for ${missing.join(', ')}: shown as points`
    problems.push({ level: 'warning', text })
  }
  return { outlines, problems, missing, rings }
}

function join(outlines: Outline[], joined: readonly JoinedUnits[]): Outline[] {
  for (const { id, units, names } of joined) {
    const parts = outlines.filter((one) => one.units.some((unit) => units.includes(unit)))
    const polygons = parts.flatMap((one) => one.polygons)
    if (polygons.length === 0) continue
    outlines = [...outlines.filter((one) => !parts.includes(one)), { id, units, names, polygons }]
  }
  return outlines
}

/** Which unit a feature is, by any of its properties. */
function unitFinder(pack: CountryPack): (properties: Record<string, unknown>) => string | null {
  const codes = new Set(pack.admin1.map((one) => one.code))
  const byName = new Map<string, string>()
  for (const { code, names } of pack.admin1) {
    for (const name of Object.values(names)) byName.set(nameKey(name), code)
  }
  return (properties) => {
    const texts = Object.values(properties).filter((value) => typeof value === 'string')
    const code = texts.map((text) => text.trim().toUpperCase()).find((text) => codes.has(text))
    if (code) return code
    const names = Object.entries(properties)
      .filter(([key, value]) => /nam|nom|admin|adm1|region|district|gouv/i.test(key) && value)
      .map(([, value]) => byName.get(nameKey(String(value))))
    return names.find((name) => name !== undefined) ?? null
  }
}

function nameIn(properties: Record<string, unknown>): string | null {
  const [, value] = Object.entries(properties).find(([key]) => /nam|nom|iso/i.test(key)) ?? []
  return typeof value === 'string' && value ? `“${value}”` : null
}

/** Degrees of the pack's points beyond which outlines are of another country, or turned round. */
const nearDegrees = 4

/** Whether the coordinates are degrees, and where the country is. */
function placeProblems(pack: CountryPack, { crs, features }: BoundaryFile): BoundaryProblem[] {
  const named = crs?.properties?.name
  if (named && !/(CRS84|4326)\b/.test(named)) {
    const text = `The file is in ${named}; convert it to WGS 84 longitude and latitude (EPSG:4326) first`
    return [{ level: 'error', text }]
  }
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const { geometry } of features) {
    const rings = geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.coordinates.flat()
    for (const [x = 0, y = 0] of rings?.flat() ?? []) {
      box.west = Math.min(box.west, x)
      box.east = Math.max(box.east, x)
      box.south = Math.min(box.south, y)
      box.north = Math.max(box.north, y)
    }
  }
  if (box.west < -180 || box.east > 180 || box.south < -90 || box.north > 90) {
    const text = 'Coordinates are not degrees: convert the file to WGS 84 (EPSG:4326) first'
    return [{ level: 'error', text }]
  }
  const inside = pack.admin1.filter(
    ({ lat, lng }) =>
      lng >= box.west - nearDegrees &&
      lng <= box.east + nearDegrees &&
      lat >= box.south - nearDegrees &&
      lat <= box.north + nearDegrees,
  )
  if (inside.length * 2 >= pack.admin1.length) return []
  const text = `The outlines lie elsewhere than ${pack.names.en}: have longitude and latitude changed places?`
  return [{ level: 'error', text }]
}
