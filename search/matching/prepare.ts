import type { PayPeriod } from '../documents/common.ts'
import type { Need } from '../documents/opportunity.ts'
import type { Evidence, Offer } from '../documents/profile.ts'
import { dayNumber, squaredChord, unitVector } from '../measures.ts'
import { type FieldVector, fieldVectorOf } from './field.ts'
import { type InferredOccupations, inferOccupations } from './occupation-score.ts'
import { parseIsco, type Taxonomy } from './taxonomy.ts'

/** What evidence leaves of a skill's credit. */
export const EVIDENCE_FACTOR: { readonly [E in Evidence]: number } = {
  self: 0.9,
  employer: 0.97,
  certified: 1,
  assessed: 1,
}

/** Essential skills count twice. */
export const ESSENTIAL_WEIGHT = 2
export const USEFUL_WEIGHT = 1

/** A need with its URIs and codes as numbers, as scoring wants it. */
export interface PreparedNeed {
  readonly open: boolean
  readonly country: number
  readonly company: number
  readonly kind: number
  /** -1 when not stated. */
  readonly contract: number
  /** -1 when there is none, or the taxonomy does not know it. */
  readonly occupation: number
  readonly isco: number
  readonly skills: readonly number[]
  /** u, parallel to `skills`. */
  readonly importance: readonly number[]
  /** u w(s), parallel to `skills`. */
  readonly values: readonly number[]
  readonly totalValue: number
  /** Language code x 8 + level. */
  readonly requiredLanguages: readonly number[]
  readonly usefulLanguages: readonly number[]
  readonly education: number
  readonly months: number
  readonly licences: readonly number[]
  /** Unit vector of the place; null when not known. */
  readonly point: readonly [number, number, number] | null
  readonly remote: boolean
  /** NaN when not stated. */
  readonly startDay: number
  /** The best pay offered, in minor units a month; NaN when not stated. */
  readonly monthlyPay: number
  readonly currency: number
  /** Null without latent vectors. */
  readonly field: FieldVector | null
}

/** An offer with its URIs and codes as numbers. */
export interface PreparedOffer {
  readonly active: boolean
  readonly country: number
  readonly kinds: readonly number[]
  readonly contracts: readonly number[]
  readonly licences: readonly number[]
  readonly blocked: readonly number[]
  readonly languages: readonly number[]
  /** -1 when not stated. */
  readonly education: number
  readonly months: number
  readonly point: readonly [number, number, number] | null
  /** NaN when not stated. */
  readonly radiusKm: number
  /** The radius as a square chord of the unit sphere, which compares without a sine; NaN likewise. */
  readonly reach: number
  readonly relocate: boolean
  readonly remote: boolean
  /** -Infinity when the person can start at once. */
  readonly availableDay: number
  /** Minor units a month; NaN when none is stated. */
  readonly monthlyPay: number
  readonly currency: number
  readonly skills: readonly number[]
  /** What evidence leaves of each skill's credit, parallel to `skills`. */
  readonly factors: readonly number[]
  readonly declared: readonly number[]
  /** ISCO-08 of each declared occupation, parallel to `declared`. */
  readonly declaredIsco: readonly number[]
  readonly inferred: InferredOccupations
  /** Null without latent vectors. */
  readonly field: FieldVector | null
}

const MONTHS_OF: { readonly [P in PayPeriod]: number } = {
  // The usual full-time month of the region: 40 hours a week, 22 days.
  hour: 173.33,
  day: 22,
  week: 52 / 12,
  month: 1,
  year: 1 / 12,
}

/** An amount of money a period, as an amount a month of full-time work. */
export function monthly(amount: number, period: PayPeriod): number {
  return amount * MONTHS_OF[period]
}

export function prepareNeed(taxonomy: Taxonomy, need: Need): PreparedNeed {
  const wanted = new Map<number, number>()
  for (const { uri, essential } of need.skills) {
    const skill = taxonomy.skill(uri)
    const importance = essential ? ESSENTIAL_WEIGHT : USEFUL_WEIGHT
    wanted.set(skill, Math.max(importance, wanted.get(skill) ?? 0))
  }
  const skills = [...wanted.keys()]
  const importance = [...wanted.values()]
  const values = skills.map((skill, at) => (importance[at] ?? 0) * taxonomy.weight(skill))
  const languages = (required: boolean) =>
    need.languages
      .filter((language) => language.required === required)
      .map(({ code, level }) => taxonomy.code(code) * 8 + level)
  const occupation = need.occupation ? taxonomy.occupation(need.occupation.uri) : -1
  return {
    open: need.status === 'open',
    country: taxonomy.code(need.country),
    company: taxonomy.code(need.companyId),
    kind: taxonomy.code(need.kind),
    contract: need.contract === null ? -1 : taxonomy.code(need.contract),
    occupation,
    isco: iscoOf(taxonomy, occupation, need.occupation?.isco08),
    skills,
    importance,
    values,
    totalValue: values.reduce((sum, value) => sum + value, 0),
    requiredLanguages: languages(true),
    usefulLanguages: languages(false),
    education: need.education ?? -1,
    months: need.experienceMonths ?? 0,
    licences: need.licences.map((code) => taxonomy.code(code)),
    point: need.place && unitVector(need.place),
    remote: need.remote,
    startDay: need.start === null ? Number.NaN : dayNumber(need.start),
    monthlyPay: need.pay
      ? monthly(Math.max(need.pay.min, need.pay.max), need.pay.period)
      : Number.NaN,
    currency: need.pay ? taxonomy.code(need.pay.currency) : -1,
    field: fieldVectorOf(taxonomy, skills, importance),
  }
}

/**
 * @param inferred occupations inferred before with this same taxonomy, to spare doing it again
 */
export function prepareOffer(
  taxonomy: Taxonomy,
  offer: Offer,
  inferred?: InferredOccupations,
): PreparedOffer {
  const { skills, factors } = heldSkills(taxonomy, offer)
  const declared = offer.occupations.map(({ uri }) => taxonomy.occupation(uri))
  const pay = offer.minPay
  return {
    active: offer.status === 'active',
    country: taxonomy.code(offer.country),
    kinds: offer.kinds.map((kind) => taxonomy.code(kind)),
    contracts: offer.contracts.map((contract) => taxonomy.code(contract)),
    licences: offer.licences.map((licence) => taxonomy.code(licence)),
    blocked: offer.blockedCompanyIds.map((id) => taxonomy.code(id)),
    languages: offer.languages.map(({ code, level }) => taxonomy.code(code) * 8 + level),
    education: offer.education ?? -1,
    months: offer.experienceMonths,
    point: offer.place && unitVector(offer.place),
    radiusKm: offer.radiusKm ?? Number.NaN,
    reach: offer.radiusKm === null ? Number.NaN : squaredChord(offer.radiusKm),
    relocate: offer.relocate,
    remote: offer.remote,
    availableDay: offer.availableFrom === null ? -Infinity : dayNumber(offer.availableFrom),
    monthlyPay: pay ? monthly(pay.amount, pay.period) : Number.NaN,
    currency: pay ? taxonomy.code(pay.currency) : -1,
    skills,
    factors,
    declared,
    declaredIsco: offer.occupations.map(({ isco08 }, at) =>
      iscoOf(taxonomy, declared[at] ?? -1, isco08),
    ),
    inferred: inferred ?? inferOccupations(taxonomy, skills),
    field: fieldVectorOf(taxonomy, skills),
  }
}

/** Where each skill stands in the list being made, one more than its place; all 0 between two lists. */
let places = new Int32Array(1 << 15)

/** An offer's skills, each once, with the best of its factors; in a hundred thousand offers a Map for each would tell. */
function heldSkills(taxonomy: Taxonomy, offer: Offer): { skills: number[]; factors: number[] } {
  const skills: number[] = []
  const factors: number[] = []
  for (const { uri, evidence } of offer.skills) {
    const skill = taxonomy.skill(uri)
    const factor = evidenceFactor(evidence)
    if (skill >= places.length) {
      const grown = new Int32Array(2 * skill)
      grown.set(places)
      places = grown
    }
    const place = places[skill] ?? 0
    if (place === 0) {
      places[skill] = skills.push(skill)
      factors.push(factor)
    } else if (factor > (factors[place - 1] ?? 0)) {
      factors[place - 1] = factor
    }
  }
  for (const skill of skills) places[skill] = 0
  return { skills, factors }
}

/** By comparing: looking a word up that was just read from a file would first enter it among all names. */
function evidenceFactor(evidence: Evidence): number {
  if (evidence === 'self') return EVIDENCE_FACTOR.self
  if (evidence === 'employer') return EVIDENCE_FACTOR.employer
  if (evidence === 'certified') return EVIDENCE_FACTOR.certified
  return EVIDENCE_FACTOR.assessed
}

function iscoOf(taxonomy: Taxonomy, occupation: number, stated: string | undefined): number {
  const known = taxonomy.isco(occupation)
  return known === -1 && stated !== undefined ? parseIsco(stated) : known
}

/** An offer that states nothing, to be filled in where only some of it is looked at. */
export const EMPTY_OFFER: PreparedOffer = {
  active: true,
  country: -1,
  kinds: [],
  contracts: [],
  licences: [],
  blocked: [],
  languages: [],
  education: -1,
  months: 0,
  point: null,
  radiusKm: Number.NaN,
  reach: Number.NaN,
  relocate: false,
  remote: false,
  availableDay: -Infinity,
  monthlyPay: Number.NaN,
  currency: -1,
  skills: [],
  factors: [],
  declared: [],
  declaredIsco: [],
  inferred: { occupations: [], probabilities: [] },
  field: null,
}

/** A need that states nothing, likewise. */
export const EMPTY_NEED: PreparedNeed = {
  open: true,
  country: -1,
  company: -1,
  kind: -1,
  contract: -1,
  occupation: -1,
  isco: -1,
  skills: [],
  importance: [],
  values: [],
  totalValue: 0,
  requiredLanguages: [],
  usefulLanguages: [],
  education: -1,
  months: 0,
  licences: [],
  point: null,
  remote: false,
  startDay: Number.NaN,
  monthlyPay: Number.NaN,
  currency: -1,
  field: null,
}
