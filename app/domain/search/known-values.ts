import type { CountryCode } from '#app/domain/countries/index.ts'
import { countryCodes, countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { isEducationLevel } from '#app/domain/education.ts'
import { languageCodes } from '#app/domain/languages.ts'
import type { Group } from './list-state.ts'

/** What the reference data knows, as far as filters ask. */
export interface Known {
  has(kind: 'occupation' | 'skill', uri: string): boolean
  readonly sectors: readonly { readonly code: string; readonly parent: string | null }[]
}

/** What searches by words also ask of it. */
export interface KnownPlaces extends Known {
  /** Words with the name of a place of the country behind them, parted; null where there is none. */
  splitPlace(
    country: string,
    text: string,
  ): { readonly text: string; readonly place: string } | null
}

const kinds = ['job', 'internship', 'apprenticeship'] as const

// Groups of filters that several lists have.

export const kindGroup: Group = {
  accepts: (value) => (kinds as readonly string[]).includes(value),
}

export const countryGroup: Group = {
  single: true,
  accepts: (value) => (countryCodes as readonly string[]).includes(value),
}

export const yesGroup: Group = { single: true, accepts: (value) => value === '1' }

export const educationGroup: Group = {
  single: true,
  accepts: (value) => /^\d$/.test(value) && isEducationLevel(Number(value)),
}

export const languageGroup: Group = { accepts: (value) => languageCodes.includes(value) }

export const admin1Group = (country: CountryCode): Group => {
  const codes = new Set(countryPack(country).admin1.map((unit) => unit.code))
  return { accepts: (value) => codes.has(value) }
}

export const contractGroup = (country: CountryCode): Group => {
  const ids = new Set(countryPack(country).contractKinds.map((contract) => contract.id))
  return { accepts: (value) => ids.has(value) }
}

export const conceptGroup = (kind: 'occupation' | 'skill', known: Known): Group => ({
  accepts: (value) => known.has(kind, value),
})

/** The country that an address asks for; the deployment's own where it names none. */
export function countryOf(params: URLSearchParams, usual: CountryCode): CountryCode {
  const asked = params.get('country')
  return asked !== null && hasCountryPack(asked) ? asked : usual
}

/** A sector with the divisions under it: a firm says one or the other. */
export function sectorCodes(codes: readonly string[], known: Known): string[] {
  const under = known.sectors.filter((sector) => sector.parent && codes.includes(sector.parent))
  return [...new Set([...codes, ...under.map((sector) => sector.code)])]
}
