/** Kilometres around a place that lists offer. */
export const radii = [5, 10, 25, 50, 100] as const
export type Radius = (typeof radii)[number]
export const usualRadius: Radius = 25

export const sorts = ['relevance', 'newest', 'distance', 'deadline'] as const
export type ListSort = (typeof sorts)[number]

/** One group of filters: which values it knows, and whether they exclude each other. */
export interface Group {
  readonly single?: boolean
  accepts(value: string): boolean
}

export type Groups<G extends string> = { readonly [name in G]: Group }

/** What a list is asked to show, as its address says it. */
export interface ListState<G extends string> {
  readonly text: string
  /** Name of a place as somebody typed it; empty for anywhere. */
  readonly place: string
  readonly km: Radius
  readonly sort: ListSort
  /** From 1. */
  readonly page: number
  readonly chosen: { readonly [name in G]: readonly string[] }
}

const longestText = 100
const mostValues = 12
const mostPages = 500

/** One line of at most 100 characters: control characters and direction overrides are dropped. */
function line(text: string | null): string {
  const clean = (text ?? '')
    .slice(0, 4 * longestText)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is dropped
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return Array.from(clean).slice(0, longestText).join('').trim()
}

/**
 * Reads an address. Whatever is not known, too long or malformed is left out: a list never fails on
 * what somebody wrote into its address.
 */
export function readListState<G extends string>(
  params: URLSearchParams,
  groups: Groups<G>,
): ListState<G> {
  const chosen = {} as Record<G, readonly string[]>
  for (const name of Object.keys(groups) as G[]) {
    const group = groups[name]
    const values = new Set<string>()
    for (const value of params.getAll(name).slice(0, 100)) {
      if (values.size >= (group.single ? 1 : mostValues)) break
      if (value !== '' && value.length <= 200 && group.accepts(value)) values.add(value)
    }
    chosen[name] = [...values]
  }
  const page = params.get('page') ?? ''
  return {
    text: line(params.get('q')),
    place: line(params.get('place')),
    km: radii.find((km) => String(km) === params.get('km')) ?? usualRadius,
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'relevance',
    page: /^[1-9]\d{0,2}$/.test(page) ? Math.min(Number(page), mostPages) : 1,
    chosen,
  }
}

/** The state with the place that stands behind its words as its place, where it has none of its own. */
export function withPlaceOfWords<G extends string>(
  state: ListState<G>,
  split: (text: string) => { readonly text: string; readonly place: string } | null,
): ListState<G> {
  const parted = state.place === '' && state.text !== '' ? split(state.text) : null
  return parted ? { ...state, text: parted.text, place: parted.place } : state
}

/** The pairs that an address says, in one order and without what is usual. */
export function listPairs<G extends string>(state: ListState<G>): [string, string][] {
  const pairs: [string, string][] = []
  if (state.text) pairs.push(['q', state.text])
  if (state.place) pairs.push(['place', state.place], ['km', String(state.km)])
  for (const name of Object.keys(state.chosen) as G[]) {
    for (const value of state.chosen[name]) pairs.push([name, value])
  }
  if (state.sort !== 'relevance') pairs.push(['sort', state.sort])
  if (state.page > 1) pairs.push(['page', String(state.page)])
  return pairs
}

/** The same as a query string, with its question mark; empty where there is nothing to say. */
export function listQuery<G extends string>(state: ListState<G>): string {
  const text = listPairs(state).map(writePair).join('&')
  return text && `?${text}`
}

const mostWritten = 2000
const written = new Map<string, string>()

/** A pair as addresses write it. A list has a hundred links and says the same few pairs in all of them. */
function writePair([name, value]: readonly [string, string]): string {
  const key = `${name}=${value}`
  const known = written.get(key)
  if (known !== undefined) return known
  const text = new URLSearchParams([[name, value]]).toString()
  if (written.size >= mostWritten) written.clear()
  written.set(key, text)
  return text
}

/** The state with a filter put on, or taken away where it was on; back at the first page. */
export function toggled<G extends string>(
  state: ListState<G>,
  groups: Groups<G>,
  name: G,
  value: string,
): ListState<G> {
  const values = toggledValues(state.chosen[name], groups[name], value)
  return { ...state, page: 1, chosen: { ...state.chosen, [name]: values } }
}

/**
 * The query of each value's `toggled`. A page has a hundred such links, and those of one group differ
 * in that group alone: what stands before and after it is written once.
 */
export function toggledQueries<G extends string>(
  state: ListState<G>,
  groups: Groups<G>,
  name: G,
): (value: string) => string {
  const pairs = listPairs({ ...without(state, name), page: 1 })
  const names = Object.keys(state.chosen) as G[]
  const later: ReadonlySet<string> = new Set([...names.slice(names.indexOf(name) + 1), 'sort'])
  const before = pairs.filter(([one]) => !later.has(one)).map(writePair)
  const after = pairs.filter(([one]) => later.has(one)).map(writePair)
  return (value) => {
    const own = toggledValues(state.chosen[name], groups[name], value)
    const text = [...before, ...own.map((one) => writePair([name, one])), ...after].join('&')
    return text && `?${text}`
  }
}

/** The values of a group with one put on, or taken away where it was on. */
function toggledValues(on: readonly string[], group: Group, value: string): readonly string[] {
  if (on.includes(value)) return on.filter((one) => one !== value)
  return group.single ? [value] : [...on, value]
}

/** The state without one group's filters. */
export function without<G extends string>(state: ListState<G>, name: G): ListState<G> {
  return { ...state, page: 1, chosen: { ...state.chosen, [name]: [] } }
}

/** The state without any filter, place or words. */
export function cleared<G extends string>(state: ListState<G>): ListState<G> {
  const chosen = {} as Record<G, readonly string[]>
  for (const name of Object.keys(state.chosen) as G[]) chosen[name] = []
  return { text: '', place: '', km: usualRadius, sort: 'relevance', page: 1, chosen }
}

/** True when the list shows less than all there is, or in another order. */
export function isNarrowed<G extends string>(state: ListState<G>): boolean {
  return listPairs({ ...state, page: 1 }).length > 0
}
