import { countryPack } from '#app/domain/countries/index.ts'
import type { Shown } from '#app/domain/map/classes.ts'
import type { MapReading, MapRow } from '#app/domain/map/read-map.server.ts'
import type { NamedConcepts } from '#app/domain/map/selection.ts'
import { directionOf, type MapView, type Measure } from '#app/domain/map/view.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { LegendItem, MapPictureProps, Shade } from '#app/ui/map/map-picture.tsx'
import { type MapFilters, mapFilters } from './map-filters.ts'
import type { MapLinks } from './map-links.ts'
import { type MapWording, mapNotes, sayRow, sayValue } from './map-words.ts'

/** A row of the table twin. */
export interface TableRow {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly value: string
  /** `12 of 40`, of a share. */
  readonly part: string | null
}

/** A sortable column's address and state. */
interface Sorting {
  readonly href: string
  readonly state: 'ascending' | 'descending' | 'none'
}

/** All that the page of a map says, in words of its language. */
export interface MapModel {
  readonly title: string
  readonly about: string
  readonly place: string
  readonly crumbs: readonly { href: string; label: string }[]
  readonly tabs: readonly { href: string; label: string; current: boolean }[]
  readonly filters: MapFilters
  readonly action: string
  readonly hidden: readonly (readonly [string, string])[]
  readonly clear: string
  readonly ignored: string | null
  readonly picture: MapPictureProps
  readonly valueLabel: string
  readonly nameLabel: string
  readonly rows: readonly TableRow[]
  readonly sort: { readonly name: Sorting; readonly value: Sorting }
  readonly towns: readonly TableRow[]
  readonly total: string
  readonly notes: readonly string[]
  readonly out: readonly { href: string; label: string }[]
  readonly list: string | null
  /** The same view on the map that moves. */
  readonly interactive: string
}

/** What surrounds the reading of a map. */
export interface MapAround {
  readonly wording: MapWording
  readonly links: MapLinks
  readonly view: MapView
  readonly concepts: NamedConcepts
  readonly measures: readonly Measure[]
  readonly country: string
  readonly today: string
  readonly chambers: readonly { id: string; name: string }[]
}

/** The page of a map from what was read. */
export function mapModel(reading: MapReading, around: MapAround): MapModel {
  const { wording, links, view, measures } = around
  const { t, locale } = wording
  const { measure } = view
  const pack = countryPack(around.country)
  const { area } = reading
  const place = area ? area.names[locale] : pack.names[locale]
  const below = area ? `/${area.id}` : ''
  const measureName = t(`map.measures.${measure}`)
  const caption = t('map.picture', { measure: measureName, place })
  const tableRow = (row: MapRow): TableRow => ({
    id: row.id,
    name: sayRow(wording, row, reading),
    href: links.to(belowOf(row, reading, wording)),
    value: sayValue(wording, measure, row.value),
    part: row.of > 0 ? sayPart(wording, row) : null,
  })
  return {
    title: t('map.titleOf', { measure: measureName, place }),
    about: t(`map.about.${measure}`),
    place,
    crumbs: area
      ? [
          { href: links.to(''), label: pack.names[locale] },
          { href: links.to(below), label: place },
        ]
      : [],
    tabs: measures.map((one) => ({
      href: links.to(below, { measure: one }),
      label: t(`map.measures.${one}`),
      current: one === measure,
    })),
    filters: mapFilters(wording, view, around.concepts, around),
    action: links.to(below).split('?')[0] ?? '',
    hidden: [
      ...(measure === 'companies' ? [] : [['measure', measure] as const]),
      ...(links.embed ? [['embed', '1'] as const] : []),
    ],
    clear: links.to(below, nothingNarrowed),
    ignored:
      reading.chosen.ignored.length > 0
        ? t('map.filters.ignored', {
            filters: reading.chosen.ignored.map((name) => t(`map.filters.${name}`)).join(' · '),
          })
        : null,
    picture: picture(reading, around, caption),
    valueLabel: measureName,
    nameLabel: area ? t('map.placeColumn') : pack.admin1Label[locale],
    rows: reading.rows.map(tableRow),
    sort: {
      name: sorting(view, links, below, 'name'),
      value: sorting(view, links, below, 'value'),
    },
    towns: reading.towns.map(tableRow),
    total: [sayValue(wording, measure, reading.total.value), sayPart(wording, reading.total)]
      .filter(Boolean)
      .join(' · '),
    notes: mapNotes(wording, measure, reading, pack.timeZone),
    out: (['csv', 'xlsx', 'geojson', 'print'] as const).map((format) => ({
      href: links.out(below, format),
      label: t(`map.out.${format}`),
    })),
    list: area ? links.to(`${below}/all`) : null,
    interactive: links.to('/interactive'),
  }
}

/** Places of an area whose names stand on the picture, the greatest. */
const namedPlaces = 8

const nothingNarrowed: Partial<MapView> = {
  sector: undefined,
  size: undefined,
  occupation: undefined,
  skill: undefined,
  kind: undefined,
  chamber: undefined,
  time: undefined,
}

/** Where a row leads: an area to its map, a place to its companies. */
function belowOf(row: MapRow, { outlines }: MapReading, { reference }: MapWording): string {
  if (row.kind === 'area') return `/${row.id}`
  const unit = reference.place(row.id)?.admin1 ?? ''
  return `/${outlines.areaOfUnit.get(unit)?.id ?? unit}/${row.id}`
}

function sayPart({ t, locale }: MapWording, row: MapRow): string {
  if (row.of === 0) return ''
  return t('map.partOf', {
    part: formatNumber(locale, row.part),
    of: formatNumber(locale, row.of),
  })
}

function sorting(view: MapView, links: MapLinks, below: string, by: 'name' | 'value'): Sorting {
  const usual = by === 'name' ? 'asc' : 'desc'
  const current = view.sort === by
  const now = directionOf(view)
  const next = current && now === usual ? (usual === 'asc' ? 'desc' : 'asc') : usual
  return {
    href: links.to(below, { sort: by, dir: next === usual ? undefined : next }),
    state: current ? (now === 'asc' ? 'ascending' : 'descending') : 'none',
  }
}

/** The picture, each of whose figures is a row of the tables below it. */
function picture(
  reading: MapReading,
  { wording, links, view }: MapAround,
  caption: string,
): MapPictureProps {
  const { t, locale } = wording
  const { drawing, area, outlines, classed } = reading
  const rowOf = new Map(reading.rows.map((row) => [row.id, row]))
  const say = (value: Shown) => sayValue(wording, view.measure, value)
  const shadeOf = (value: Shown): Shade => {
    const found = classed.classOf(value)
    if (!found) return 'none'
    return found.kind === 'range' ? (String(found.shade) as Shade) : found.kind
  }
  const areas = drawing.outlines.map(({ id, path, x, y, width }) => {
    const name = outlines.areaById.get(id)?.names[locale] ?? id
    const row = rowOf.get(id)
    if (area) {
      const here = id === area.id
      const shade: Shade = here ? 'here' : 'around'
      return { id, path, x, y, width: 0, name: '', value: '', shade, label: name }
    }
    const value = say(row?.value ?? null)
    return {
      id,
      path,
      x,
      y,
      width,
      name,
      value,
      shade: shadeOf(row?.value ?? null),
      label: `${name}${locale === 'fr' ? ' :' : ':'} ${value}`,
      href: links.to(`/${id}`),
    }
  })
  const figures = reading.circles
    .map((one) => one.row.value)
    .filter((one) => typeof one === 'number')
  return {
    width: drawing.width,
    height: drawing.height,
    caption,
    areas,
    circles: reading.circles.map(({ row, x, y, radius }, at) => {
      const name = sayRow(wording, row, reading)
      const value = say(row.value)
      return {
        id: row.id,
        x,
        y,
        radius,
        value,
        label: `${name}${locale === 'fr' ? ' :' : ':'} ${value}`,
        href: links.to(belowOf(row, reading, wording)),
        ...(row.kind === 'area' ? { shade: shadeOf(row.value) } : {}),
        ...(row.kind === 'area' || (area && at < namedPlaces) ? { name } : {}),
      }
    }),
    legendTitle: t('map.legend.title'),
    legend: classed.classes.map((one): LegendItem => {
      const count = t('map.legend.areas', { count: formatNumber(locale, one.count) })
      if (one.kind !== 'range')
        return { shade: one.kind, label: t(`map.legend.${one.kind}`), count }
      const label =
        one.from === one.to
          ? say(one.from)
          : t('map.legend.range', { from: say(one.from), to: say(one.to) })
      return { shade: String(one.shade) as Shade, label, count }
    }),
    circleNote: figures.some((value) => value > 0)
      ? t('map.legend.circles', { value: say(Math.max(...figures)) })
      : undefined,
    notes: outlines.features.length === 0 ? [t('map.legend.noOutlines')] : [],
    source: outlines.attribution ?? undefined,
  }
}
