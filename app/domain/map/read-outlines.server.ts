import { countryPack } from '#app/domain/countries/index.ts'
import type { ReadDb } from '#db/open.ts'
import { boundaryOf, boundaryOrigin } from '#db/queries/boundary.ts'
import { areasOf, type MapArea } from './areas.ts'
import { type Feature, featuresOf } from './draw-outlines.server.ts'
import type { AreaTopology } from './make-topology.server.ts'

/** How a country is drawn: its areas, and the outlines of those that have one. */
export interface Outlines {
  readonly country: string
  readonly areas: readonly MapArea[]
  readonly areaById: ReadonlyMap<string, MapArea>
  /** The area of each unit (ISO 3166-2). */
  readonly areaOfUnit: ReadonlyMap<string, MapArea>
  readonly features: readonly Feature[]
  /** Whom to name beside the picture; null where nothing of others is drawn. */
  readonly attribution: string | null
}

interface Kept {
  readonly loadedAt: string | null
  readonly outlines: Outlines
}

const kept = new WeakMap<ReadDb, Map<string, Kept>>()

/**
 * The outlines of a country, read once and kept until others are loaded: a new import shows on the
 * next page, in every process.
 */
export async function readOutlines(db: ReadDb, country: string): Promise<Outlines> {
  const byCountry = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, byCountry)
  const origin = await boundaryOrigin(db, country)
  const known = byCountry.get(country)
  if (known && known.loadedAt === (origin?.loaded_at ?? null)) return known.outlines
  const row = origin && (await boundaryOf(db, country))
  const topology = row ? (JSON.parse(row.topology) as AreaTopology) : null
  const outlines = makeOutlines(country, topology, row?.attribution || null)
  byCountry.set(country, { loadedAt: row?.loaded_at ?? null, outlines })
  return outlines
}

/** Outlines from a topology; a country without one is its units as points. */
export function makeOutlines(
  country: string,
  topology: AreaTopology | null,
  attribution: string | null,
): Outlines {
  const given = topology?.objects.areas.geometries ?? []
  const areas = areasOf(
    countryPack(country),
    given.map(({ id, properties }) => ({
      id: String(id),
      units: properties?.units ?? [String(id)],
      names: properties?.names ?? null,
    })),
  )
  return {
    country,
    areas,
    areaById: new Map(areas.map((area) => [area.id, area])),
    areaOfUnit: new Map(areas.flatMap((area) => area.units.map((unit) => [unit, area]))),
    features: topology ? featuresOf(topology) : [],
    attribution,
  }
}
