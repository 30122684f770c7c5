import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import { ANY } from '../fields.ts'
import { type Clauses, holds, NEVER, roughlyWithin } from './filter.ts'

/** Radii people choose from; a profile with another one is looked for as far as the next of these. */
const RADII_KM = [5, 10, 25, 50, 100, 250]

const any = (...clauses: readonly string[]) => `(${clauses.join(' OR ')})`

/**
 * The hard conditions of a need as far as filters can state them: no profile that meets them all is
 * left out; the rest is checked pair by pair.
 */
export function hardConditionsOfNeed(need: Need): Clauses {
  if (need.status !== 'open') return [NEVER]
  const fromAfar = need.remote ? [holds('remote', ['true'])] : []
  const clauses = [
    holds('status', ['active']),
    holds('blocking', [need.companyId], true),
    any(holds('country', [need.country]), ...fromAfar),
    holds('kind', [need.kind]),
  ]
  if (need.contract !== null) clauses.push(holds('contract', [need.contract, ANY]))
  for (const licence of need.licences) clauses.push(holds('licences', [licence]))
  for (const { code, level, required } of need.languages) {
    if (!required) continue
    const levels = [1, 2, 3, 4, 5, 6, 7].filter((other) => other >= level)
    clauses.push(
      holds(
        'languageLevel',
        levels.map((other) => `${code}:${other}`),
      ),
    )
  }
  const { place } = need
  if (place) {
    const within = RADII_KM.map((km, at) => {
      const above = at === 0 ? '' : `numbers.radiusKm > ${RADII_KM[at - 1]} AND `
      return `(${above}numbers.radiusKm <= ${km} AND ${roughlyWithin(place, km)})`
    })
    clauses.push(
      any(
        'point NOT EXISTS',
        'numbers.radiusKm NOT EXISTS',
        `numbers.radiusKm > ${RADII_KM.at(-1)}`,
        holds('relocate', ['true']),
        ...fromAfar,
        ...within,
      ),
    )
  }
  return clauses
}

/** The same the other way: the hard conditions of an offer, on opportunities. */
export function hardConditionsOfOffer(offer: Offer): Clauses {
  if (offer.status !== 'active') return [NEVER]
  const fromAfar = offer.remote ? [holds('remote', ['true'])] : []
  const clauses = [
    holds('status', ['open']),
    any(holds('country', [offer.country]), ...fromAfar),
    any('keywords.requiredLicence NOT EXISTS', holds('requiredLicence', offer.licences)),
  ]
  if (offer.blockedCompanyIds.length > 0) {
    clauses.push(holds('companyId', offer.blockedCompanyIds, true))
  }
  if (offer.kinds.length > 0) clauses.push(holds('kind', offer.kinds))
  if (offer.contracts.length > 0) {
    clauses.push(any('keywords.contract NOT EXISTS', holds('contract', offer.contracts)))
  }
  const spoken = offer.languages.flatMap(({ code, level }) =>
    Array.from({ length: level }, (_, below) => `${code}:${level - below}`),
  )
  clauses.push(any('keywords.requiredLanguage NOT EXISTS', holds('requiredLanguage', spoken)))
  const { place, radiusKm } = offer
  if (place && radiusKm !== null && !offer.relocate) {
    clauses.push(any('point NOT EXISTS', roughlyWithin(place, radiusKm), ...fromAfar))
  }
  return clauses
}
