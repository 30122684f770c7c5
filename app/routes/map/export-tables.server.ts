import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { ExportRow, ExportTable } from '#app/domain/export/table.ts'
import {
  companiesThere,
  findPlace,
  listedCompanies,
} from '#app/domain/map/list-companies.server.ts'
import { namedConcepts } from '#app/domain/map/named-concepts.server.ts'
import { type MapReading, type MapRow, readMap } from '#app/domain/map/read-map.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import type { Services } from '#app/server/services.server.ts'
import { companyLine } from './list-model.server.ts'
import { mapNotes, sayRow, sayValue } from './map-words.ts'
import { type AskedMap, mapStores } from './read-page.server.ts'

const point = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] })

/** When a file was made, for whoever finds it later. */
function made(services: Services, { scope, wording }: AskedMap): string {
  const { timeZone } = countryPack(scope.country)
  const time = formatInstant(wording.locale, services.now().toISOString(), timeZone)
  return wording.t('map.out.made', { time })
}

/**
 * The table of a map as it stands on the page: its areas or places in their order, then the towns that
 * are drawn. Throws `ExpectedError('not-found')` for an area there is not.
 */
export async function mapTable(
  services: Services,
  asked: AskedMap,
  areaId: string | undefined,
): Promise<ExportTable> {
  const { scope, view, wording } = asked
  const { t, locale, reference } = wording
  const concepts = namedConcepts(reference, view, locale)
  const reading = await readMap(
    mapStores(services),
    scope,
    view,
    concepts,
    areaId ?? null,
    wording.locale,
  )
  if (!reading) throw new ExpectedError('not-found')
  const pack = countryPack(scope.country)
  const kindOf = (row: MapRow, isTown: boolean) => {
    if (isTown) return t('map.townColumn')
    return row.kind === 'area' ? pack.admin1Label[locale] : t('map.placeColumn')
  }
  const isShare = view.measure === 'coverage'
  const line =
    (isTown: boolean) =>
    (row: MapRow): ExportRow => ({
      id: row.id,
      geometry: geometryOf(row, reading, reference),
      cells: [
        kindOf(row, isTown),
        sayRow(wording, row, reading),
        typeof row.value === 'number' && !isShare
          ? row.value
          : sayValue(wording, view.measure, row.value),
        ...(isShare ? [row.part, row.of] : []),
      ],
    })
  const place = reading.area ? reading.area.names[locale] : pack.names[locale]
  const title = t('map.titleOf', { measure: t(`map.measures.${view.measure}`), place })
  const rows = [...reading.rows.map(line(false)), ...reading.towns.map(line(true))]
  return {
    title,
    locale,
    columns: [
      { key: 'kind', label: t('map.out.kind') },
      { key: 'name', label: t('map.areaColumn') },
      { key: view.measure, label: t(`map.measures.${view.measure}`) },
      ...(isShare
        ? [
            { key: 'part', label: t('map.out.part') },
            { key: 'of', label: t('map.out.of') },
          ]
        : []),
    ],
    notes: [
      made(services, asked),
      t(`map.about.${view.measure}`),
      ...mapNotes(wording, view.measure, reading, pack.timeZone),
      ...(reading.outlines.attribution ? [reading.outlines.attribution] : []),
    ],
    rows: oneBatch(rows),
  }
}

async function* oneBatch(rows: readonly ExportRow[]) {
  yield rows
}

function geometryOf(row: MapRow, reading: MapReading, reference: AskedMap['wording']['reference']) {
  if (row.kind === 'place') {
    const place = reference.place(row.id)
    return place ? point(place.lng, place.lat) : null
  }
  const outline = reading.outlines.features.find((one) => one.id === row.id)
  if (outline) return counterClockwise(outline.shape)
  const area = reading.outlines.areaById.get(row.id)
  return area ? point(area.lng, area.lat) : null
}

type Rings = readonly (readonly (readonly number[])[])[]

/** An outline as files have it (RFC 7946): its outer rings counter-clockwise, which drawing wants the other way. */
function counterClockwise(shape: unknown) {
  const { geometry } = shape as {
    geometry:
      | { type: 'Polygon'; coordinates: Rings }
      | { type: 'MultiPolygon'; coordinates: Rings[] }
  }
  const turned = (rings: Rings) => rings.map((ring) => ring.toReversed())
  return geometry.type === 'Polygon'
    ? { type: geometry.type, coordinates: turned(geometry.coordinates) }
    : { type: geometry.type, coordinates: geometry.coordinates.map(turned) }
}

/** Companies read for one part of a file. */
const atOnce = 500

/** The companies of a place of the map, or of all of an area, part by part. Throws `ExpectedError('not-found')`. */
export async function mapCompaniesTable(
  services: Services,
  asked: AskedMap,
  areaId: string,
  placeId: string,
): Promise<ExportTable> {
  const { scope, view, wording } = asked
  const { t, locale, reference } = wording
  const stores = mapStores(services)
  const place = await findPlace(stores, scope, areaId, placeId)
  if (!place?.area) throw new ExpectedError('not-found')
  const there = place
  const concepts = namedConcepts(reference, view, locale)
  const { firms, unnamed } = await companiesThere(stores, scope, view, concepts, place)
  async function* rows() {
    for (let at = 0; at < firms.length; at += atOnce) {
      const some = firms.slice(at, at + atOnce)
      const facts = new Map(some.map((firm) => [firm.id, firm]))
      yield (await listedCompanies(stores, some, there, reference)).map((row): ExportRow => {
        const line = companyLine(wording, row)
        const site = facts.get(row.id)?.sites.find((one) => one.placeId === row.placeId)
        const town = row.placeId ? reference.place(row.placeId) : null
        const lng = site?.lng ?? town?.lng
        const lat = site?.lat ?? town?.lat
        return {
          id: row.id,
          geometry: lng !== undefined && lat !== undefined ? point(lng, lat) : null,
          cells: [line.name, line.legalName, line.sector, line.size, line.place, line.state],
        }
      })
    }
  }
  const name = place.placeId ? reference.place(place.placeId)?.names[locale] : undefined
  return {
    title: t('map.list.title', { place: name ?? place.area.names[locale] }),
    locale,
    columns: [
      { key: 'name', label: t('map.list.name') },
      { key: 'legal_name', label: t('company.fields.legalName') },
      { key: 'sector', label: t('map.list.sector') },
      { key: 'size', label: t('map.list.size') },
      { key: 'place', label: t('map.list.place') },
      { key: 'state', label: t('map.list.verified') },
    ],
    notes: [
      made(services, asked),
      ...(unnamed > 0 ? [t('map.list.hidden', { count: String(unnamed) })] : []),
    ],
    rows: rows(),
  }
}
