import { toDay } from '#db/codec.ts'
import { countPeopleBySector } from '#db/queries/map-people.ts'
import type { MapArea } from './areas.ts'
import type { Shown } from './classes.ts'
import { chosenCompanies, chosenPosts } from './count-firms.server.ts'
import { countryFacts } from './facts.server.ts'
import { keptAnswers } from './kept-answers.server.ts'
import type { MapStores } from './measure.server.ts'
import { publishPeople } from './publish-people.server.ts'
import { readOutlines } from './read-outlines.server.ts'
import { isOnGround, type MapScope, selectionOf } from './selection.ts'
import type { Sum } from './tally.ts'
import { readMapView } from './view.ts'

/** What the matrix can count. */
export const matrixMeasures = ['companies', 'posts', 'profiles'] as const
export type MatrixMeasure = (typeof matrixMeasures)[number]

/** A section of ISIC with a figure for each area; `section` null is "not given". */
export interface MatrixRow {
  readonly section: string | null
  readonly cells: readonly Shown[]
  readonly total: Shown
}

export interface SectorMatrix {
  readonly areas: readonly MapArea[]
  readonly rows: readonly MatrixRow[]
}

type PeopleRows = Awaited<ReturnType<typeof countPeopleBySector>>
// A second of work at 100,000 people.
const kept = keptAnswers<PeopleRows>({ leastMs: 60_000, most: 8 })

/**
 * Sectors by area: companies, open posts, or people by the sectors they have worked in (in each of
 * several once). Rows without a figure are left out.
 */
export async function sectorMatrix(
  stores: MapStores,
  scope: MapScope,
  measure: MatrixMeasure,
): Promise<SectorMatrix> {
  const { db, reference, secret } = stores
  const outlines = await readOutlines(db, scope.country)
  const sectionOf = new Map(reference.sectors.map((one) => [one.code, one.parent ?? one.code]))
  const cells = new Map<string, Sum>()
  const add = (
    section: string,
    area: string,
    { value, first = '', last = first }: Partial<Sum>,
  ) => {
    for (const key of [`${section} ${area}`, `${section} all`]) {
      const sum = cells.get(key) ?? { value: 0, of: 0, first: '', last: '' }
      cells.set(key, sum)
      sum.value += value ?? 0
      if (first && (!sum.first || first < sum.first)) sum.first = first
      if (last > sum.last) sum.last = last
    }
  }
  const areaOfPlace = (placeId: string | null) =>
    outlines.areaOfUnit.get((placeId && reference.place(placeId)?.admin1) ?? '')?.id
  if (measure === 'profiles') {
    for (const row of await kept(db, scope.country, () => countPeopleBySector(db, scope.country))) {
      const area = outlines.areaOfUnit.get(row.admin1)
      if (!area || !isOnGround(scope, area.units)) continue
      const { count, first, last } = row
      add(row.section, area.id, { value: Number(count), first: first ?? '', last: last ?? '' })
    }
  } else {
    const facts = await countryFacts(stores, scope.country)
    const none = { occupation: null, skill: null }
    const chosen = selectionOf(readMapView([]), none, reference.sectors, toDay(stores.now()))
    if (measure === 'posts') {
      for (const post of chosenPosts(facts, scope, chosen)) {
        const sector = facts.companies.get(post.companyId)?.sector ?? ''
        const area = areaOfPlace(post.placeId)
        if (area) add(sectionOf.get(sector) ?? '', area, { value: post.posts })
      }
    } else {
      for (const firm of chosenCompanies(facts, scope, chosen)) {
        const section = sectionOf.get(firm.sector ?? '') ?? ''
        const areas = new Set(firm.placeIds.map(areaOfPlace).filter((one) => one !== undefined))
        for (const area of areas) add(section, area, { value: 1 })
        // In all a firm counts once, however many areas it is in.
        const all = cells.get(`${section} all`)
        if (all && areas.size > 1) all.value -= areas.size - 1
      }
    }
  }
  const shown = (sum: Sum | undefined): Shown => {
    const { value, first, last } = sum ?? { value: 0, first: '', last: '' }
    return measure === 'profiles' ? publishPeople({ count: value, first, last }, secret) : value
  }
  const sections = reference.sectors.filter((one) => one.level === 'section').map((one) => one.code)
  const rows = [...sections, ''].map((section) => ({
    section: section || null,
    cells: outlines.areas.map((area) => shown(cells.get(`${section} ${area.id}`))),
    total: shown(cells.get(`${section} all`)),
  }))
  return {
    areas: outlines.areas,
    rows: rows.filter((row) => row.total !== 0 && row.total !== 'few'),
  }
}
