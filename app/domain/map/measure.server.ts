import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { ReadDb } from '#db/open.ts'
import { hiresBetween, onboardedCompanies, openIntentions } from '#db/queries/map.ts'
import { countPeople } from '#db/queries/map-people.ts'
import { matchCounts } from '#db/queries/match-count.ts'
import {
  type AreaOf,
  chosenCompanies,
  chosenPosts,
  countCompanies,
  countCoverage,
  countHeadcount,
  countPosts,
} from './count-firms.server.ts'
import { type CountryFacts, countryFacts } from './facts.server.ts'
import { publishPeople } from './publish-people.server.ts'
import type { Outlines } from './read-outlines.server.ts'
import { isFirmChosen, isOnGround, type MapScope, type Selection } from './selection.ts'
import { skillSupply, supplyIn } from './skill-supply.server.ts'
import { addTo, emptyTally, type Tally } from './tally.ts'
import { type Measure, quarterOf } from './view.ts'

/** What the map is made from. */
export interface MapStores {
  readonly db: ReadDb
  readonly reference: Reference
  readonly now: () => Date
  /** What blurs counts of people: the same for one deployment, known to nobody. */
  readonly secret: string
}

/** A measure counted, and from when it is where it is not of now. */
export interface Measured {
  readonly tally: Tally
  readonly asOf: string | null
  /** Of pairs: opportunities counted, and open ones that wait to be. */
  readonly counted: { readonly done: number; readonly of: number } | null
}

interface Around {
  readonly stores: MapStores
  readonly scope: MapScope
  readonly outlines: Outlines
  readonly chosen: Selection
  readonly facts: CountryFacts
  readonly areaOf: AreaOf
}

/** Counts a measure under a selection, by area and place of a country. */
export async function countMeasure(
  stores: MapStores,
  scope: MapScope,
  outlines: Outlines,
  measure: Measure,
  chosen: Selection,
): Promise<Measured> {
  const { reference } = stores
  const facts = await countryFacts(stores, scope.country)
  const areaOf = (placeId: string) => {
    const unit = reference.place(placeId)?.admin1
    return (unit && outlines.areaOfUnit.get(unit)?.id) ?? null
  }
  return counters[measure]({ stores, scope, outlines, chosen, facts, areaOf })
}

const ofNow = (tally: Tally): Measured => ({ tally, asOf: null, counted: null })

const counters: Readonly<Record<Measure, (around: Around) => Promise<Measured>>> = {
  companies: async ({ facts, scope, chosen, areaOf }) =>
    ofNow(countCompanies(chosenCompanies(facts, scope, chosen), areaOf)),
  headcount: async ({ facts, scope, chosen, areaOf }) =>
    ofNow(countHeadcount(chosenCompanies(facts, scope, chosen), areaOf)),
  posts: async ({ facts, scope, chosen, areaOf }) =>
    ofNow(countPosts(chosenPosts(facts, scope, chosen), areaOf)),
  intentions: countIntentions,
  profiles: countProfiles,
  pairs: countPairs,
  gap: (around) => countGap(around, 'gap'),
  surplus: (around) => countGap(around, 'surplus'),
  async coverage({ stores, facts, scope, chosen, areaOf }) {
    const firms = chosenCompanies(facts, scope, chosen)
    const onboarded = scope.chamber
      ? await onboardedCompanies(stores.db, scope.chamber.id)
      : new Set<string>()
    return ofNow(countCoverage(firms, onboarded, areaOf))
  },
  hires: countHires,
}

/** Hires that firms expect from this quarter on, or in the period that was chosen. */
async function countIntentions({ stores, scope, chosen, facts, areaOf }: Around) {
  const from = chosen.period?.fromQuarter ?? quarterOf(chosen.today)
  const to = chosen.period?.toQuarter ?? '9999'
  const tally = emptyTally()
  for (const row of await openIntentions(stores.db, scope.country, from, to)) {
    const firm = facts.companies.get(row.company_id)
    if (!firm || !isFirmChosen(scope, chosen, firm)) continue
    if (chosen.kind && row.kind !== chosen.kind) continue
    if (chosen.occupation && row.occupation_uri !== chosen.occupation) continue
    const { skill } = chosen
    const asks = stores.reference.skillsOf(row.occupation_uri)
    if (skill && !asks.some((one) => one.uri === skill)) continue
    const place = row.place_id ?? firm.placeIds[0]
    addTo(tally, place ? [place] : [], areaOf, { value: row.posts })
  }
  return ofNow(tally)
}

/** Published profiles where people live, on the chamber's ground. */
async function countProfiles({ stores, scope, outlines, chosen, areaOf }: Around) {
  const { occupation, skill, kind, sectors } = chosen
  const rows = await countPeople(stores.db, scope.country, {
    occupation: occupation ?? undefined,
    skill: skill ?? undefined,
    kind: kind ?? undefined,
    sectors: sectors ? [...sectors] : undefined,
  })
  const tally = emptyTally()
  for (const { place_id, count, first, last } of rows) {
    const area = place_id && areaOf(place_id)
    const units = area ? (outlines.areaById.get(area)?.units ?? []) : []
    if (!isOnGround(scope, units)) continue
    const ends = { value: Number(count), first: first ?? '', last: last ?? '' }
    addTo(tally, place_id ? [place_id] : [], areaOf, ends)
  }
  return ofNow(tally)
}

/** Pairs of an open opportunity and somebody whom it fits, where the work is. */
async function countPairs({ stores, scope, chosen, facts, areaOf }: Around): Promise<Measured> {
  const counts = await matchCounts(stores.db, scope.country)
  const of = new Map(counts.map((row) => [row.opportunity_id, row]))
  const tally = emptyTally()
  let asOf: string | null = null
  let done = 0
  const posts = chosenPosts(facts, scope, chosen)
  for (const { id, placeId } of posts) {
    const count = of.get(id)
    if (!count) continue
    done += 1
    if (asOf === null || count.counted_at < asOf) asOf = count.counted_at
    if (count.pairs === 0) continue
    addTo(tally, placeId ? [placeId] : [], areaOf, {
      value: count.pairs,
      first: count.first_profile ?? '',
      last: count.last_profile ?? '',
    })
  }
  return { tally, asOf, counted: { done, of: posts.length } }
}

/**
 * By area, the skills that open posts call essential and fewer than five people there hold (`gap`), or
 * that five or more hold and no open post there wants (`surplus`). Skills are counted, not people, and
 * what the count stands on is what other pages tell of those people anyway: a figure, or "fewer than 5".
 */
async function countGap(
  { stores, scope, outlines, chosen, facts }: Around,
  side: 'gap' | 'surplus',
): Promise<Measured> {
  const supply = await skillSupply(stores, scope.country)
  const wanted = wantedSkills(
    facts,
    scope,
    chosen,
    (unit) => outlines.areaOfUnit.get(unit)?.id,
    stores,
  )
  const tally = emptyTally()
  const everywhere = new Set<string>()
  for (const { id, units } of outlines.areas) {
    if (!isOnGround(scope, units)) continue
    const asked = wanted.get(id) ?? new Map()
    const held = supplyIn(supply, units)
    const isThere = (skill: string) => {
      const set = held.get(skill)
      return set !== undefined && publishPeople(set, stores.secret) !== 'few'
    }
    const skills =
      side === 'gap'
        ? [...asked.keys()].filter((skill) => !isThere(skill))
        : [...held.keys()].filter((skill) => isThere(skill) && !asked.has(skill))
    for (const skill of skills) everywhere.add(skill)
    const sum = { value: skills.length, of: 0, first: '', last: '' }
    tally.areas.set(id, sum)
  }
  tally.total.value = everywhere.size
  return { tally, asOf: supply.at, counted: null }
}

/** How many posts call each skill essential, by area. */
export function wantedSkills(
  facts: CountryFacts,
  scope: MapScope,
  chosen: Selection,
  areaOfUnit: (unit: string) => string | undefined,
  { reference }: Pick<MapStores, 'reference'>,
): Map<string, Map<string, number>> {
  const wanted = new Map<string, Map<string, number>>()
  for (const { placeId, essential, posts } of chosenPosts(facts, scope, chosen)) {
    const unit = placeId ? reference.place(placeId)?.admin1 : undefined
    const area = unit && areaOfUnit(unit)
    if (!area) continue
    const skills = wanted.get(area) ?? new Map<string, number>()
    wanted.set(area, skills)
    for (const skill of essential) skills.set(skill, (skills.get(skill) ?? 0) + posts)
  }
  return wanted
}

/** People who started work, where the work is. */
async function countHires({ stores, scope, chosen, facts, areaOf }: Around): Promise<Measured> {
  const { from, to } = chosen.period ?? { from: '0000', to: chosen.today }
  const tally = emptyTally()
  for (const row of await hiresBetween(stores.db, scope.country, from, to)) {
    const firm = facts.companies.get(row.company_id)
    if (!firm || !isFirmChosen(scope, chosen, firm)) continue
    if (chosen.kind && row.kind !== chosen.kind) continue
    if (chosen.occupation && row.occupation_uri !== chosen.occupation) continue
    const place = row.place_id ?? firm.placeIds[0]
    addTo(tally, place ? [place] : [], areaOf, { value: 1, first: row.id })
  }
  return ofNow(tally)
}
