import { z } from 'zod'
import { line } from '#app/domain/fields.ts'

/** What the map can show, in the order of the page. */
export const measures = [
  'companies',
  'headcount',
  'posts',
  'intentions',
  'profiles',
  'pairs',
  'gap',
  'surplus',
  'coverage',
  'hires',
] as const
export type Measure = (typeof measures)[number]

/** What anybody may see. */
export const publicMeasures: readonly Measure[] = ['companies', 'posts', 'profiles']

/** Counts of people: blurred and rounded, and never told under five. */
export const peopleMeasures: readonly Measure[] = ['headcount', 'profiles', 'pairs', 'hires']

export const filterNames = [
  'sector',
  'size',
  'occupation',
  'skill',
  'kind',
  'chamber',
  'time',
] as const
export type FilterName = (typeof filterNames)[number]

/** The filters that a measure can be narrowed by; others say nothing of what it counts. */
export const filtersOf: Readonly<Record<Measure, readonly FilterName[]>> = {
  companies: ['sector', 'size', 'occupation', 'skill', 'kind', 'chamber'],
  headcount: ['sector', 'size', 'occupation', 'skill', 'kind', 'chamber'],
  posts: filterNames,
  intentions: filterNames,
  profiles: ['sector', 'occupation', 'skill', 'kind'],
  pairs: filterNames,
  gap: ['sector', 'size', 'occupation', 'kind', 'chamber', 'time'],
  surplus: ['sector', 'size', 'occupation', 'kind', 'chamber', 'time'],
  coverage: ['sector', 'size', 'chamber'],
  hires: ['sector', 'size', 'occupation', 'kind', 'chamber', 'time'],
}

export const sizeBands = ['1', '2-9', '10-49', '50-249', '250+'] as const
export const kinds = ['job', 'internship', 'apprenticeship'] as const

const text = (pattern: RegExp) => z.string().regex(pattern).optional().catch(undefined)

/** What the address of a map asks for; anything unknown falls back, so that old links still open. */
export const mapView = z.object({
  measure: z.enum(measures).catch('companies'),
  sector: text(/^([A-U]|\d{2})$/),
  size: z.enum(sizeBands).optional().catch(undefined),
  /** A concept's URI, or words that may mean one. */
  occupation: line(200).optional().catch(undefined),
  skill: line(200).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  chamber: text(/^[0-9a-f-]{36}$/),
  /** A year, or a quarter of one. */
  time: text(/^20\d\d(-Q[1-4])?$/),
  sort: z.enum(['name', 'value']).catch('value'),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type MapView = z.output<typeof mapView>

/** Reads an address. Empty fields of a form count as not there. */
export function readMapView(params: Iterable<readonly [string, string]>): MapView {
  return mapView.parse(Object.fromEntries([...params].filter(([, value]) => value !== '')))
}

/** The query of an address with some of what was asked changed; the first page unless told. */
export function viewQuery(view: MapView, changes: Partial<MapView> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...view, page: 1, ...changes })) {
    const usual =
      value === undefined ||
      (name === 'measure' && value === 'companies') ||
      (name === 'sort' && value === 'value') ||
      (name === 'page' && value === 1)
    if (!usual) search.set(name, String(value))
  }
  const query = search.toString()
  return query && `?${query}`
}

/** The direction in which a view is sorted: names from the first, values from the greatest. */
export function directionOf({ sort, dir }: MapView): 'asc' | 'desc' {
  return dir ?? (sort === 'name' ? 'asc' : 'desc')
}

/** The first and last day, and the first and last quarter, of a year or quarter. */
export function periodOf(time: string): {
  readonly from: string
  readonly to: string
  readonly fromQuarter: string
  readonly toQuarter: string
} {
  const [year = '', quarter] = time.split('-Q')
  if (!quarter) {
    return {
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      fromQuarter: `${year}-Q1`,
      toQuarter: `${year}-Q4`,
    }
  }
  const last = Number(quarter) * 3
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10)
  const first = String(last - 2).padStart(2, '0')
  return { from: `${year}-${first}-01`, to: lastDay, fromQuarter: time, toQuarter: time }
}

/** The quarter of a day (`2027-Q1`). */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** Quarters and years worth choosing around a day: last year, this one quarter by quarter, and the two after. */
export function timesAround(day: string): string[] {
  const year = Number(day.slice(0, 4))
  const quarters = (of: number) => [1, 2, 3, 4].map((quarter) => `${of}-Q${quarter}`)
  return [
    String(year - 1),
    String(year),
    ...quarters(year),
    String(year + 1),
    ...quarters(year + 1),
    String(year + 2),
  ]
}
