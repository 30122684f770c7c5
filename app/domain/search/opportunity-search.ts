import type { CountryCode } from '#app/domain/countries/index.ts'
import type { OpportunityKind } from '#search/documents/common.ts'
import type { OpportunityFilters, Point } from '#search/engine.ts'
import {
  admin1Group,
  conceptGroup,
  contractGroup,
  countryGroup,
  countryOf,
  educationGroup,
  type Known,
  type KnownPlaces,
  kindGroup,
  sectorCodes,
  yesGroup,
} from './known-values.ts'
import { type Groups, type ListState, readListState, withPlaceOfWords } from './list-state.ts'

/** Filters of the search for opportunities, in the order of the page. */
export const opportunityFilterNames = [
  'kind',
  'contract',
  'admin1',
  'sector',
  'occupation',
  'education',
  'remote',
  'country',
] as const
export type OpportunityFilterName = (typeof opportunityFilterNames)[number]

export type OpportunityListState = ListState<OpportunityFilterName>

const groupsOf = new WeakMap<Known, Map<CountryCode, Groups<OpportunityFilterName>>>()

/** Which values the filters know in a country. */
export function opportunityGroups(
  known: Known,
  country: CountryCode,
): Groups<OpportunityFilterName> {
  const made = groupsOf.get(known) ?? new Map<CountryCode, Groups<OpportunityFilterName>>()
  groupsOf.set(known, made)
  const groups = made.get(country) ?? makeGroups(known, country)
  made.set(country, groups)
  return groups
}

function makeGroups(known: Known, country: CountryCode): Groups<OpportunityFilterName> {
  const sectors = new Set(known.sectors.map((sector) => sector.code))
  return {
    kind: kindGroup,
    contract: contractGroup(country),
    admin1: admin1Group(country),
    sector: { accepts: (value) => sectors.has(value) },
    occupation: conceptGroup('occupation', known),
    education: educationGroup,
    remote: yesGroup,
    country: countryGroup,
  }
}

/**
 * Reads the address of a search; `usual` is the deployment's country. A place behind the words counts as
 * if it stood in its own box: `soudeur à Bouaké`.
 */
export function readOpportunitySearch(
  params: URLSearchParams,
  known: KnownPlaces,
  usual: CountryCode,
) {
  const country = countryOf(params, usual)
  const groups = opportunityGroups(known, country)
  const read = readListState(params, groups)
  const state = withPlaceOfWords(read, (text) => known.splitPlace(country, text))
  return { country, groups, state }
}

/**
 * What the index is asked for. `open` opportunities that still take applications on `today` always,
 * then what was chosen; `place` is where the typed name lies, null where it names none.
 */
export function opportunityFilters(
  state: OpportunityListState,
  context: {
    readonly country: CountryCode
    readonly known: Known
    readonly today: string
    readonly place: Point | null
  },
): OpportunityFilters {
  const { chosen, km } = state
  const { known, place } = context
  const any = <T extends string>(values: readonly T[]) => (values.length > 0 ? values : undefined)
  const education = chosen.education[0]
  return {
    status: ['open'],
    openOn: context.today,
    country: [context.country],
    kind: any(chosen.kind as readonly OpportunityKind[]),
    contract: any(chosen.contract),
    admin1: any(chosen.admin1),
    sector: any(sectorCodes(chosen.sector, known)),
    occupation: any(chosen.occupation),
    education: education === undefined ? undefined : { max: Number(education) },
    remote: chosen.remote.length > 0 ? true : undefined,
    near: place ? { lat: place.lat, lng: place.lng, km } : undefined,
  }
}
