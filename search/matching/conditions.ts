import { distanceKm, squaredChordBetween } from '../measures.ts'
import type { PreparedNeed, PreparedOffer } from './prepare.ts'

/** Why a pair must never be shown, whatever it would score. */
export type Blocker =
  | 'opportunity-not-open'
  | 'profile-not-active'
  | 'blocked-company'
  | 'country'
  | 'kind'
  | 'contract'
  | 'distance'
  | 'licence'
  | 'language'

export type ConditionKind = 'language' | 'experience' | 'education' | 'distance' | 'start' | 'pay'

/** What one step short costs. */
const STEP = 0.25
const EXPERIENCE_STEP_MONTHS = 24
const START_STEP_DAYS = 91
const PAY_STEP = 0.2
/** The radius that distance is measured against when the person states none. */
export const DEFAULT_RADIUS_KM = 50
/** A condition the person says nothing about is neither met nor missed. */
export const UNKNOWN = 0.5

/** Whether a hard condition excludes the pair: the fast form of `blockersOf`. */
export function isBlocked(need: PreparedNeed, offer: PreparedOffer): boolean {
  return (
    !need.open ||
    !offer.active ||
    offer.blocked.includes(need.company) ||
    wrongKind(need, offer) ||
    wrongContract(need, offer) ||
    lacksLicence(need, offer) ||
    lacksLanguage(need, offer) ||
    wrongCountry(need, offer) ||
    tooFar(need, offer)
  )
}

/** Every hard condition that excludes the pair, both ways. */
export function blockersOf(need: PreparedNeed, offer: PreparedOffer): Blocker[] {
  const blockers: Blocker[] = []
  if (!need.open) blockers.push('opportunity-not-open')
  if (!offer.active) blockers.push('profile-not-active')
  if (offer.blocked.includes(need.company)) blockers.push('blocked-company')
  if (wrongCountry(need, offer)) blockers.push('country')
  if (wrongKind(need, offer)) blockers.push('kind')
  if (wrongContract(need, offer)) blockers.push('contract')
  if (tooFar(need, offer)) blockers.push('distance')
  if (lacksLicence(need, offer)) blockers.push('licence')
  if (lacksLanguage(need, offer)) blockers.push('language')
  return blockers
}

function wrongKind(need: PreparedNeed, offer: PreparedOffer): boolean {
  return offer.kinds.length > 0 && !offer.kinds.includes(need.kind)
}

function wrongContract(need: PreparedNeed, offer: PreparedOffer): boolean {
  return (
    offer.contracts.length > 0 && need.contract !== -1 && !offer.contracts.includes(need.contract)
  )
}

function lacksLicence(need: PreparedNeed, offer: PreparedOffer): boolean {
  for (const licence of need.licences) if (!offer.licences.includes(licence)) return true
  return false
}

function lacksLanguage(need: PreparedNeed, offer: PreparedOffer): boolean {
  for (const asked of need.requiredLanguages) if (spokenLevel(offer, asked) < asked % 8) return true
  return false
}

function fromAfar(need: PreparedNeed, offer: PreparedOffer): boolean {
  return need.remote && offer.remote
}

function wrongCountry(need: PreparedNeed, offer: PreparedOffer): boolean {
  return need.country !== offer.country && !fromAfar(need, offer)
}

function tooFar(need: PreparedNeed, offer: PreparedOffer): boolean {
  if (offer.relocate || Number.isNaN(offer.reach) || fromAfar(need, offer)) return false
  if (!need.point || !offer.point) return false
  return squaredChordBetween(need.point, offer.point) > offer.reach
}

/** The level a person speaks of the language of a packed (code x 8 + level) number; 0 for none. */
export function spokenLevel(offer: PreparedOffer, asked: number): number {
  const code = Math.trunc(asked / 8)
  let level = 0
  for (const spoken of offer.languages) {
    if (Math.trunc(spoken / 8) === code && spoken % 8 > level) level = spoken % 8
  }
  return level
}

/** Steps short, as a value from 1 (met) down to 0 (four steps or more). */
function falling(steps: number): number {
  return steps <= 0 ? 1 : Math.max(0, 1 - STEP * steps)
}

/** A useful language (packed), by CEFR levels short. */
export function languageValue(offer: PreparedOffer, asked: number): number {
  return falling((asked % 8) - spokenLevel(offer, asked))
}

export function experienceValue(need: PreparedNeed, offer: PreparedOffer): number {
  return experienceBetween(need.months, offer.months)
}

/** Months asked and had. */
export function experienceBetween(asked: number, had: number): number {
  return falling((asked - had) / EXPERIENCE_STEP_MONTHS)
}

export function educationValue(need: PreparedNeed, offer: PreparedOffer): number {
  return educationBetween(need.education, offer.education)
}

/** ISCED levels asked and had, -1 for not stated. */
export function educationBetween(asked: number, had: number): number {
  return had < 0 ? UNKNOWN : falling(asked - had)
}

/** Kilometres between the pair; NaN when either has no place. */
export function distanceBetween(need: PreparedNeed, offer: PreparedOffer): number {
  return need.point && offer.point ? distanceKm(need.point, offer.point) : Number.NaN
}

export function distanceValue(need: PreparedNeed, offer: PreparedOffer): number {
  if (fromAfar(need, offer)) return 1
  if (!need.point || !offer.point) return UNKNOWN
  const radius = Number.isNaN(offer.radiusKm) ? DEFAULT_RADIUS_KM : Math.max(1, offer.radiusKm)
  return falling(distanceKm(need.point, offer.point) / radius)
}

export function startValue(need: PreparedNeed, offer: PreparedOffer): number {
  return falling((offer.availableDay - need.startDay) / START_STEP_DAYS)
}

/** Least pay wanted against the best offered; UNKNOWN when the currencies differ. */
export function payValue(need: PreparedNeed, offer: PreparedOffer): number {
  if (!(offer.monthlyPay > 0)) return 1
  if (need.currency !== offer.currency) return UNKNOWN
  return falling((1 - need.monthlyPay / offer.monthlyPay) / PAY_STEP)
}

/** Which conditions the opportunity states; `language` is the useful ones. */
export function states(need: PreparedNeed, kind: ConditionKind): boolean {
  switch (kind) {
    case 'language':
      return need.usefulLanguages.length > 0
    case 'experience':
      return need.months > 0
    case 'education':
      return need.education > 0
    case 'distance':
      return need.point !== null
    case 'start':
      return !Number.isNaN(need.startDay)
    case 'pay':
      return need.monthlyPay > 0
  }
}

/** CONDITIONS: the mean over what the opportunity states, 0 to 1; NaN when it states none. */
export function conditionScore(need: PreparedNeed, offer: PreparedOffer): number {
  let sum = 0
  let count = 0
  if (states(need, 'language')) {
    let languages = 0
    for (const asked of need.usefulLanguages) languages += languageValue(offer, asked)
    sum += languages / need.usefulLanguages.length
    count++
  }
  if (states(need, 'experience')) {
    sum += experienceValue(need, offer)
    count++
  }
  if (states(need, 'education')) {
    sum += educationValue(need, offer)
    count++
  }
  if (states(need, 'distance')) {
    sum += distanceValue(need, offer)
    count++
  }
  if (states(need, 'start')) {
    sum += startValue(need, offer)
    count++
  }
  if (states(need, 'pay')) {
    sum += payValue(need, offer)
    count++
  }
  return count === 0 ? Number.NaN : sum / count
}

/** How many conditions the opportunity states. */
export function statedCount(need: PreparedNeed): number {
  const kinds = ['language', 'experience', 'education', 'distance', 'start', 'pay'] as const
  return kinds.filter((kind) => states(need, kind)).length
}
