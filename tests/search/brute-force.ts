import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import type { ProfileDocument } from '#search/documents/profile.ts'
import type { OpportunityFilters, ProfileFilters, Range } from '#search/engine.ts'

/** Great-circle distance by the haversine formula: another way than the engines take. */
export function haversineKm(
  a: { lat: number; lng: number },
  b: { lat: number; lng: number },
): number {
  const rad = Math.PI / 180
  const lat = Math.sin(((b.lat - a.lat) * rad) / 2)
  const lng = Math.sin(((b.lng - a.lng) * rad) / 2)
  const h = lat * lat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * lng * lng
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h))
}

const any = (words: readonly string[] | undefined, held: readonly string[]) =>
  !words || words.some((word) => held.includes(word))
const none = (words: readonly string[] | undefined, held: readonly string[]) =>
  !words?.some((word) => held.includes(word))
const every = (words: readonly string[] | undefined, held: readonly string[]) =>
  !words || words.every((word) => held.includes(word))
const begins = (codes: readonly string[] | undefined, held: readonly string[]) =>
  !codes || codes.some((code) => held.some((whole) => whole.startsWith(code)))
const within = <T extends string | number>(range: Range<T> | undefined, value: T | null) =>
  !range ||
  (value !== null &&
    (range.min === undefined || value >= range.min) &&
    (range.max === undefined || value <= range.max))

function passesCommon(
  filters: ProfileFilters | OpportunityFilters,
  document: ProfileDocument | OpportunityDocument,
): boolean {
  const { place } = document
  return (
    any(filters.id, [document.id]) &&
    none(filters.notId, [document.id]) &&
    any(filters.country, [document.country]) &&
    any(filters.admin1, place ? [place.admin1] : []) &&
    any(filters.placeId, place ? [place.id] : []) &&
    (!filters.near || (place !== null && haversineKm(filters.near, place) <= filters.near.km))
  )
}

export function profilePasses(filters: ProfileFilters, profile: ProfileDocument): boolean {
  const skills = profile.skills.map(({ uri }) => uri)
  return (
    passesCommon(filters, profile) &&
    any(filters.status, [profile.status]) &&
    any(
      filters.occupation,
      profile.occupations.map(({ uri }) => uri),
    ) &&
    begins(
      filters.isco,
      profile.occupations.map(({ isco08 }) => isco08),
    ) &&
    any(filters.skill, skills) &&
    every(filters.allSkills, skills) &&
    (filters.languages ?? []).every(({ code, min }) =>
      profile.languages.some((spoken) => spoken.code === code && spoken.level >= min),
    ) &&
    within(filters.education, profile.education) &&
    within(filters.experienceMonths, profile.experienceMonths) &&
    every(filters.licences, profile.licences) &&
    (profile.kinds.length === 0 || any(filters.kind, profile.kinds)) &&
    (profile.contracts.length === 0 || any(filters.contract, profile.contracts)) &&
    (filters.relocate === undefined || filters.relocate === profile.relocate) &&
    (filters.remote === undefined || filters.remote === profile.remote) &&
    within(filters.availableFrom, profile.availableFrom ?? '0000-01-01') &&
    every(filters.verified, profile.verified) &&
    within(filters.updatedAt, profile.updatedAt) &&
    none(filters.notBlocking, profile.blockedCompanyIds)
  )
}

export function opportunityPasses(
  filters: OpportunityFilters,
  opportunity: OpportunityDocument,
): boolean {
  const { occupation, contract, sector } = opportunity
  return (
    passesCommon(filters, opportunity) &&
    any(filters.status, [opportunity.status]) &&
    any(filters.companyId, [opportunity.companyId]) &&
    none(filters.notCompanyId, [opportunity.companyId]) &&
    begins(filters.sector, sector ? [sector] : []) &&
    any(filters.kind, [opportunity.kind]) &&
    any(filters.contract, contract ? [contract] : []) &&
    any(filters.occupation, occupation ? [occupation.uri] : []) &&
    begins(filters.isco, occupation ? [occupation.isco08] : []) &&
    any(
      filters.skill,
      opportunity.skills.map(({ uri }) => uri),
    ) &&
    any(
      filters.language,
      opportunity.languages.map(({ code }) => code),
    ) &&
    (filters.remote === undefined || filters.remote === opportunity.remote) &&
    within(filters.education, opportunity.education ?? -1) &&
    within(filters.experienceMonths, opportunity.experienceMonths ?? 0) &&
    within(filters.start, opportunity.start) &&
    within(filters.deadline, opportunity.deadline) &&
    (filters.openOn === undefined ||
      opportunity.deadline === null ||
      opportunity.deadline >= filters.openOn) &&
    within(filters.publishedAt, opportunity.publishedAt)
  )
}
