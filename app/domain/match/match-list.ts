import { countryCodes, countryPack } from '#app/domain/countries/index.ts'
import {
  availabilityMonths,
  experienceYears,
  monthsLater,
} from '#app/domain/search/candidate-search.ts'
import {
  educationGroup,
  type Known,
  kindGroup,
  languageGroup,
  sectorCodes,
  yesGroup,
} from '#app/domain/search/known-values.ts'
import {
  type Group,
  type Groups,
  type ListState,
  readListState,
} from '#app/domain/search/list-state.ts'
import type { OpportunityKind } from '#search/documents/common.ts'
import type { OpportunityFilters, Point, ProfileFilters } from '#search/engine.ts'
import type { Chosen } from './arrange-matches.ts'

// What the two lists of matches may be asked to show, as their addresses say it.

/** Filters of a person's matches, in the order of the page. */
export const ownMatchFilterNames = [
  'band',
  'kind',
  'admin1',
  'sector',
  'contract',
  'remote',
  'far',
] as const
export type OwnMatchFilter = (typeof ownMatchFilterNames)[number]

/** Filters of the profiles that match an opportunity, in the order of the page. */
export const profileMatchFilterNames = [
  'band',
  'admin1',
  'language',
  'education',
  'experience',
  'available',
  'far',
] as const
export type ProfileMatchFilter = (typeof profileMatchFilterNames)[number]

const oneOf = (values: readonly string[], single = false): Group => ({
  single,
  accepts: (value) => values.includes(value),
})

// A list is read from its address before anybody knows whose it is, so codes of every country count;
// one of another country finds nothing.
const packs = countryCodes.map(countryPack)
const admin1 = oneOf(packs.flatMap((pack) => pack.admin1.map((unit) => unit.code)))
const contract = oneOf([
  ...new Set(packs.flatMap((pack) => pack.contractKinds.map((one) => one.id))),
])

/** Bands that count as a match. */
export const matchBands = ['strong', 'good', 'partial'] as const
const band = oneOf(matchBands)

export function ownMatchGroups(known: Known): Groups<OwnMatchFilter> {
  const sector = oneOf(known.sectors.map((one) => one.code))
  return { band, kind: kindGroup, admin1, sector, contract, remote: yesGroup, far: yesGroup }
}

export const profileMatchGroups: Groups<ProfileMatchFilter> = {
  band,
  admin1,
  language: languageGroup,
  education: educationGroup,
  experience: oneOf(experienceYears, true),
  available: oneOf(availabilityMonths, true),
  far: yesGroup,
}

export type OwnMatchState = ListState<OwnMatchFilter>
export type ProfileMatchState = ListState<ProfileMatchFilter>

/** Reads the address of a list of matches; what it does not know is left out. Neither has a search by words. */
export function readOwnMatchList(params: URLSearchParams, known: Known): OwnMatchState {
  return { ...readListState(params, ownMatchGroups(known)), text: '' }
}

/** Likewise of the profiles that match an opportunity: they have no deadline to sort by. */
export function readProfileMatchList(params: URLSearchParams): ProfileMatchState {
  const state = readListState(params, profileMatchGroups)
  return { ...state, text: '', sort: state.sort === 'deadline' ? 'relevance' : state.sort }
}

/** What is chosen among the pairs that the index finds. */
export function chosenOf({ sort, chosen }: OwnMatchState | ProfileMatchState): Chosen {
  return { sort, bands: chosen.band, far: chosen.far.length > 0 }
}

const any = <T extends string>(values: readonly T[]) => (values.length > 0 ? values : undefined)
const around = (place: Point | null, km: number) =>
  place ? { lat: place.lat, lng: place.lng, km } : undefined

interface Asked {
  /** The day in the list's country. */
  readonly today: string
  /** Where the typed name lies; null where none was typed, or nobody knows it. */
  readonly place: Point | null
  /** What this viewer has hidden. */
  readonly hidden: readonly string[]
}

/** What the index is asked for: open opportunities that still take applications, then what was chosen. */
export function ownMatchFilters(
  { chosen, km }: OwnMatchState,
  { today, place, hidden, known }: Asked & { readonly known: Known },
): OpportunityFilters {
  return {
    status: ['open'],
    openOn: today,
    notId: any(hidden),
    kind: any(chosen.kind as readonly OpportunityKind[]),
    admin1: any(chosen.admin1),
    sector: any(sectorCodes(chosen.sector, known)),
    contract: any(chosen.contract),
    remote: chosen.remote.length > 0 ? true : undefined,
    near: around(place, km),
  }
}

/** Likewise of profiles: published ones that have not blocked the company. Every chosen language counts. */
export function profileMatchFilters(
  { chosen, km }: ProfileMatchState,
  { today, place, hidden, companyId }: Asked & { readonly companyId: string },
): ProfileFilters {
  const [education] = chosen.education
  const [years] = chosen.experience
  const [months] = chosen.available
  return {
    status: ['active'],
    notBlocking: [companyId],
    notId: any(hidden),
    admin1: any(chosen.admin1),
    languages:
      chosen.language.length > 0 ? chosen.language.map((code) => ({ code, min: 1 })) : undefined,
    education: education === undefined ? undefined : { min: Number(education) },
    experienceMonths: years === undefined ? undefined : { min: 12 * Number(years) },
    availableFrom: months === undefined ? undefined : { max: monthsLater(today, Number(months)) },
    near: around(place, km),
  }
}
