import type { CountryCode } from '#app/domain/countries/index.ts'
import type { OpportunityKind } from '#search/documents/common.ts'
import type { Point, ProfileFilters } from '#search/engine.ts'
import {
  admin1Group,
  conceptGroup,
  countryGroup,
  educationGroup,
  type Known,
  type KnownPlaces,
  kindGroup,
  languageGroup,
} from './known-values.ts'
import { type Groups, type ListState, readListState, withPlaceOfWords } from './list-state.ts'

/** Filters of the search for candidates, in the order of the page. */
export const candidateFilterNames = [
  'occupation',
  'skill',
  'admin1',
  'language',
  'education',
  'experience',
  'kind',
  'available',
  'country',
] as const
export type CandidateFilterName = (typeof candidateFilterNames)[number]

export type CandidateListState = ListState<CandidateFilterName>

/** Least years of experience that the page offers. */
export const experienceYears = ['1', '2', '5', '10'] as const
/** Available now, or within so many months. */
export const availabilityMonths = ['0', '1', '3', '6'] as const

/** Which values the filters know in a country. */
export function candidateGroups(known: Known, country: CountryCode): Groups<CandidateFilterName> {
  return {
    occupation: conceptGroup('occupation', known),
    skill: conceptGroup('skill', known),
    admin1: admin1Group(country),
    language: languageGroup,
    education: educationGroup,
    experience: {
      single: true,
      accepts: (value) => (experienceYears as readonly string[]).includes(value),
    },
    kind: kindGroup,
    available: {
      single: true,
      accepts: (value) => (availabilityMonths as readonly string[]).includes(value),
    },
    country: countryGroup,
  }
}

/**
 * Reads the address of a search for candidates in one of the countries the viewer works in. A place
 * behind the words counts as if it stood in its own box.
 */
export function readCandidateSearch(
  params: URLSearchParams,
  known: KnownPlaces,
  countries: readonly [CountryCode, ...CountryCode[]],
) {
  const asked = countries.find((one) => one === params.get('country'))
  const country = asked ?? countries[0]
  const groups = candidateGroups(known, country)
  const read = readListState(params, groups)
  const state = withPlaceOfWords(read, (text) => known.splitPlace(country, text))
  const chosen = { ...state.chosen, country: asked ? [asked] : [] }
  return { country, groups, state: { ...state, chosen } }
}

/** The day so many months after a day, `YYYY-MM-DD`; never beyond that month's end. */
export function monthsLater(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0))
  wanted.setUTCDate(Math.min(wanted.getUTCDate(), date.getUTCDate()))
  return wanted.toISOString().slice(0, 10)
}

/**
 * What the index is asked for: only published profiles, never one that has blocked one of the
 * viewer's companies. All chosen skills and languages count; of the others any.
 */
export function candidateFilters(
  state: CandidateListState,
  context: {
    readonly country: CountryCode
    readonly today: string
    readonly place: Point | null
    readonly companyIds: readonly string[]
  },
): ProfileFilters {
  const { chosen, km } = state
  const any = <T extends string>(values: readonly T[]) => (values.length > 0 ? values : undefined)
  const [education] = chosen.education
  const [years] = chosen.experience
  const [months] = chosen.available
  return {
    status: ['active'],
    country: [context.country],
    occupation: any(chosen.occupation),
    allSkills: any(chosen.skill),
    admin1: any(chosen.admin1),
    languages:
      chosen.language.length > 0 ? chosen.language.map((code) => ({ code, min: 1 })) : undefined,
    education: education === undefined ? undefined : { min: Number(education) },
    experienceMonths: years === undefined ? undefined : { min: 12 * Number(years) },
    kind: any(chosen.kind as readonly OpportunityKind[]),
    availableFrom:
      months === undefined ? undefined : { max: monthsLater(context.today, Number(months)) },
    near: context.place ? { lat: context.place.lat, lng: context.place.lng, km } : undefined,
    notBlocking: any(context.companyIds),
  }
}
