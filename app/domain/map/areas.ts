import type { CountryPack, Names } from '#app/domain/countries/country-pack.ts'

/** What the map shades or marks: mostly one unit of the country, sometimes several that have one outline. */
export interface MapArea {
  /** The ISO 3166-2 code of its unit; a code of our own where it holds several. */
  readonly id: string
  readonly units: readonly string[]
  readonly names: Names
  /** `point`: nobody gave an outline, it is shown as a circle. */
  readonly shape: 'outline' | 'point'
  readonly lat: number
  readonly lng: number
}

/** The units that one outline covers. */
export interface OutlineUnits {
  readonly id: string
  readonly units: readonly string[]
  /** Null where the outline is one unit, which has names of its own. */
  readonly names: Names | null
}

/**
 * The areas of a country in the order of its pack: those with an outline, and a point for each unit
 * that lies in none. Units that the pack does not know are left out.
 */
export function areasOf(
  pack: Pick<CountryPack, 'admin1'>,
  outlines: readonly OutlineUnits[],
): MapArea[] {
  const outlineOf = new Map(outlines.flatMap((one) => one.units.map((unit) => [unit, one])))
  const areas = new Map<string, MapArea>()
  for (const unit of pack.admin1) {
    const outline = outlineOf.get(unit.code)
    const id = outline?.id ?? unit.code
    if (areas.has(id)) continue
    areas.set(id, {
      id,
      units: outline?.units ?? [unit.code],
      names: outline?.names ?? unit.names,
      shape: outline ? 'outline' : 'point',
      lat: unit.lat,
      lng: unit.lng,
    })
  }
  return [...areas.values()]
}
