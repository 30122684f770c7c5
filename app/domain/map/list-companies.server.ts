import { toDay } from '#db/codec.ts'
import { mapCompanyRows } from '#db/queries/map.ts'
import type { MapArea } from './areas.ts'
import { chosenCompanies } from './count-firms.server.ts'
import { type CompanyFact, countryFacts } from './facts.server.ts'
import type { MapStores } from './measure.server.ts'
import { readOutlines } from './read-outlines.server.ts'
import { isNamed, type MapScope, type NamedConcepts, selectionOf } from './selection.ts'
import type { MapView } from './view.ts'

export const companiesPerPage = 20

/** Which companies of the map are listed: those of a place, of a whole area, or of the country. */
export interface CompanyPlace {
  readonly area: MapArea | null
  /** Null for all of the area. */
  readonly placeId: string | null
}

/** The companies that the map counts at a place, by name. */
export interface CompaniesThere {
  readonly firms: readonly CompanyFact[]
  /** How many more there are that the public is not told the names of. */
  readonly unnamed: number
}

/** Finds an area of the scope's country, and a place in it. Null where there is no such. */
export async function findPlace(
  { db, reference }: MapStores,
  scope: MapScope,
  areaId: string | undefined,
  placeId: string | undefined,
): Promise<CompanyPlace | null> {
  if (areaId === undefined) return { area: null, placeId: null }
  const { areaById } = await readOutlines(db, scope.country)
  const area = areaById.get(areaId)
  if (!area) return null
  if (placeId === undefined || placeId === 'all') return { area, placeId: null }
  const place = reference.place(placeId)
  return place && area.units.includes(place.admin1) ? { area, placeId } : null
}

/**
 * The companies behind a figure of the map: the same facts, scope and filters, so that the list is as
 * long as the figure says. The public reads the names of verified companies that are public; the others
 * are only counted.
 */
export async function companiesThere(
  stores: MapStores,
  scope: MapScope,
  view: MapView,
  concepts: NamedConcepts,
  { area, placeId }: CompanyPlace,
): Promise<CompaniesThere> {
  const facts = await countryFacts(stores, scope.country)
  // Lists are of companies, whatever the map showed before.
  const asCompanies = { ...view, measure: 'companies' } as const
  const chosen = selectionOf(asCompanies, concepts, stores.reference.sectors, toDay(stores.now()))
  const all = chosenCompanies(facts, scope, chosen).filter((firm) => {
    if (placeId !== null) return firm.placeIds.includes(placeId)
    return area === null || firm.units.some((unit) => area.units.includes(unit))
  })
  const named = all.filter((firm) => isNamed(scope, firm))
  return { firms: named.toSorted(byName), unnamed: all.length - named.length }
}

function byName(a: CompanyFact, b: CompanyFact): number {
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1
  return a.id < b.id ? -1 : 1
}

export type ListedCompany = Awaited<ReturnType<typeof mapCompanyRows>>[number] & {
  /** The place by which it stands in the list: the one asked for, else of its main site. */
  readonly placeId: string | null
}

/** What a list shows of some of the companies, in their order. */
export async function listedCompanies(
  { db }: Pick<MapStores, 'db'>,
  firms: readonly CompanyFact[],
  place: CompanyPlace,
  reference: MapStores['reference'],
): Promise<ListedCompany[]> {
  const rows = await mapCompanyRows(
    db,
    firms.map((firm) => firm.id),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return firms.flatMap((firm) => {
    const row = byId.get(firm.id)
    const { area } = place
    const inArea = area
      ? firm.placeIds.find((id) => area.units.includes(reference.place(id)?.admin1 ?? ''))
      : firm.placeIds[0]
    return row ? [{ ...row, placeId: place.placeId ?? inArea ?? null }] : []
  })
}
