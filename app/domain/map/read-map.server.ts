import type { Locale } from '#app/i18n/locales.ts'
import { toDay } from '#db/codec.ts'
import type { MapArea } from './areas.ts'
import { type Classed, circleRadius, classify, type Shown } from './classes.ts'
import { type Drawing, drawOutlines } from './draw-outlines.server.ts'
import { countMeasure, type MapStores } from './measure.server.ts'
import { publishPeople } from './publish-people.server.ts'
import { type Outlines, readOutlines } from './read-outlines.server.ts'
import {
  isOnGround,
  type MapScope,
  type NamedConcepts,
  type Selection,
  selectionOf,
} from './selection.ts'
import type { Sum } from './tally.ts'
import { directionOf, type MapView, peopleMeasures } from './view.ts'

/** A row of the table and, with the same figure, an area or a circle of the picture. */
export interface MapRow {
  readonly id: string
  /** What the name is looked up by: an area of the country, or a place. */
  readonly kind: 'area' | 'place'
  /** A figure; a share from 0 to 1 for coverage. */
  readonly value: Shown
  /** What a share is made of. */
  readonly part: number
  readonly of: number
}

/** A circle on the picture: a place, or an area without an outline. */
export interface MapCircle {
  readonly row: MapRow
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** A map as it is drawn and told. */
export interface MapReading {
  readonly outlines: Outlines
  readonly drawing: Drawing
  readonly area: MapArea | null
  /** Areas of the country, or places of the area, in the order of the table. */
  readonly rows: readonly MapRow[]
  /** In the country's view: the towns that are drawn, the greatest first. */
  readonly towns: readonly MapRow[]
  readonly circles: readonly MapCircle[]
  /** Of the rows that are shaded; in an area's view there are none. */
  readonly classed: Classed
  readonly total: MapRow
  readonly unplaced: Shown
  readonly chosen: Selection
  readonly asOf: string | null
  readonly counted: { readonly done: number; readonly of: number } | null
}

/** Towns that the country's view draws; more would cover the country. */
const mostTowns = 20
/** Places that an area's view draws and lists. */
const mostPlaces = 400
const largestTown = 16
const largestPoint = 22
const largestPlace = 34

/**
 * The map of a country, or of one of its areas: the same figures for the picture and the table. Figures
 * of people are published by the rule of `publish-people.server.ts`, here and nowhere else, so that no
 * view can show a truer one. Returns null for an area that the country does not have.
 */
export async function readMap(
  stores: MapStores,
  scope: MapScope,
  view: MapView,
  concepts: NamedConcepts,
  areaId: string | null = null,
  locale: Locale = 'fr',
): Promise<MapReading | null> {
  const { reference } = stores
  const outlines = await readOutlines(stores.db, scope.country)
  const area = areaId === null ? null : (outlines.areaById.get(areaId) ?? null)
  if (areaId !== null && area === null) return null
  const chosen = selectionOf(view, concepts, reference.sectors, toDay(stores.now()))
  const measured = await countMeasure(stores, scope, outlines, view.measure, chosen)
  const { tally } = measured
  const isPeople = peopleMeasures.includes(view.measure)
  const isShare = view.measure === 'coverage'
  const shown = (sum: Sum | undefined): Shown => {
    const { value, of, first, last } = sum ?? { value: 0, of: 0, first: '', last: '' }
    if (isShare) return of > 0 ? value / of : null
    return isPeople ? publishPeople({ count: value, first, last }, stores.secret) : value
  }
  const rowOf = (kind: MapRow['kind'], id: string, sum: Sum | undefined): MapRow => ({
    id,
    kind,
    value: shown(sum),
    part: isShare ? (sum?.value ?? 0) : 0,
    of: isShare ? (sum?.of ?? 0) : 0,
  })
  const areaRow = (one: MapArea): MapRow => {
    const row = rowOf('area', one.id, tally.areas.get(one.id))
    const known = tally.areas.has(one.id) || isOnGround(scope, one.units)
    return known ? row : { ...row, value: null }
  }
  const placeRows = [...tally.places]
    .filter(([id]) => area === null || area.units.includes(reference.place(id)?.admin1 ?? ''))
    .map(([id, sum]) => rowOf('place', id, sum))
    // A place of "fewer than 5" in the list would say that there is somebody: none is not listed either.
    .filter((row) => row.value !== 'few')
    .toSorted(byValue)
  const areaRows = outlines.areas.map(areaRow)
  const name = (row: MapRow) =>
    row.kind === 'area'
      ? (outlines.areaById.get(row.id)?.names[locale] ?? row.id)
      : (reference.place(row.id)?.names[locale] ?? row.id)
  const { compare } = new Intl.Collator(locale)
  const sorted = (rows: readonly MapRow[]) => {
    const sign = directionOf(view) === 'asc' ? 1 : -1
    const byName = (a: MapRow, b: MapRow) => compare(name(a), name(b))
    return view.sort === 'name'
      ? rows.toSorted((a, b) => sign * byName(a, b))
      : rows.toSorted((a, b) => sign * (size(a.value) - size(b.value)) || byName(a, b))
  }
  const listed = area ? placeRows.slice(0, mostPlaces) : areaRows
  const drawing = drawOutlines(outlines, areaId, area ? placesOf(stores, area) : [])
  const towns = area ? [] : townRows(placeRows, outlines, reference, isShare)
  return {
    outlines,
    drawing,
    area,
    rows: sorted(listed),
    towns,
    circles: circlesOf(area ? listed : areaRows, towns, outlines, drawing, reference),
    classed: classify(area ? [] : areaRows.map((row) => row.value)),
    total: rowOf('area', area?.id ?? scope.country, area ? tally.areas.get(area.id) : tally.total),
    unplaced: area || isShare ? 0 : shown(tally.unplaced),
    chosen,
    asOf: measured.asOf,
    counted: measured.counted,
  }
}

const size = (value: Shown) => (value === null ? -1 : value === 'few' ? 0.5 : value)
const byValue = (a: MapRow, b: MapRow) => size(b.value) - size(a.value) || (a.id < b.id ? -1 : 1)

const placesOf = ({ reference }: MapStores, { units }: MapArea) =>
  units.flatMap((unit) =>
    reference.placesOf(unit.slice(0, 2)).filter((place) => place.admin1 === unit),
  )

/** The towns worth a circle: with a figure, and in an area that is not a circle itself. Shares have no size. */
function townRows(
  rows: readonly MapRow[],
  outlines: Outlines,
  reference: MapStores['reference'],
  isShare: boolean,
): MapRow[] {
  if (isShare) return []
  return rows
    .filter((row) => typeof row.value === 'number' && row.value > 0)
    .filter((row) => {
      const unit = reference.place(row.id)?.admin1 ?? ''
      return outlines.areaOfUnit.get(unit)?.shape === 'outline'
    })
    .slice(0, mostTowns)
}

/** Circles, the greatest first, so that small ones lie on top and can be touched. */
function circlesOf(
  rows: readonly MapRow[],
  towns: readonly MapRow[],
  outlines: Outlines,
  drawing: Drawing,
  reference: MapStores['reference'],
): MapCircle[] {
  const greatest = (all: readonly MapRow[]) =>
    Math.max(0, ...all.map((row) => (typeof row.value === 'number' ? row.value : 0)))
  const at = (row: MapRow) =>
    row.kind === 'area' ? outlines.areaById.get(row.id) : reference.place(row.id)
  const circle = (row: MapRow, radius: number): MapCircle[] => {
    const point = at(row)
    return point ? [{ row, radius, ...drawing.at(point) }] : []
  }
  const lone = rows.filter(
    (row) => row.kind === 'place' || outlines.areaById.get(row.id)?.shape === 'point',
  )
  const isArea = rows.some((row) => row.kind === 'place')
  const all = [...lone, ...towns]
  const most = greatest(all)
  const largest = isArea ? largestPlace : Math.max(largestTown, largestPoint)
  return all
    .flatMap((row) =>
      circle(row, Math.max(leastRadius(row), circleRadius(row.value, most, largest))),
    )
    .toSorted((a, b) => b.radius - a.radius)
}

/** An area that is only a point is always there to be touched; a place without a figure is a dot. */
const leastRadius = (row: MapRow) => (row.kind === 'area' ? 9 : 3.5)
