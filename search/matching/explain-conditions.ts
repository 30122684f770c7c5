import type { LanguageLevel } from '../documents/common.ts'
import {
  distanceBetween,
  distanceValue,
  educationValue,
  experienceValue,
  languageValue,
  payValue,
  spokenLevel,
  startValue,
  statedCount,
  states,
} from './conditions.ts'
import type { ConditionFacts, ConditionReason, ExplainedNeed, ExplainedOffer } from './explain.ts'
import type { Weights } from './match.ts'
import type { PreparedNeed, PreparedOffer } from './prepare.ts'

/** One reason for each condition the opportunity states; useful languages share one condition. */
export function explainConditions(
  need: ExplainedNeed,
  offer: ExplainedOffer,
  wanted: PreparedNeed,
  held: PreparedOffer,
  weights: Weights,
): ConditionReason[] {
  const each = weights.conditions / Math.max(1, statedCount(wanted))
  const reasons: ConditionReason[] = []
  const add = (facts: ConditionFacts, value: number, share: number, known = true) => {
    reasons.push({
      facts,
      state: known ? (value >= 1 ? 'met' : value > 0 ? 'partly' : 'not') : 'unknown',
      value,
      points: share * value,
      possible: share * (1 - value),
    })
  }

  const useful = need.languages.filter((language) => !language.required)
  useful.forEach(({ code, level }, at) => {
    const packed = wanted.usefulLanguages[at] ?? 0
    const has = spokenLevel(held, packed)
    add(
      { kind: 'language', code, asked: level, has: has === 0 ? null : asLevel(has) },
      languageValue(held, packed),
      each / useful.length,
    )
  })
  if (states(wanted, 'experience')) {
    add(
      { kind: 'experience', askedMonths: wanted.months, hasMonths: held.months },
      experienceValue(wanted, held),
      each,
    )
  }
  if (states(wanted, 'education')) {
    add(
      { kind: 'education', asked: wanted.education, has: offer.education },
      educationValue(wanted, held),
      each,
      offer.education !== null,
    )
  }
  if (states(wanted, 'distance')) {
    const km = distanceBetween(wanted, held)
    const remote = need.remote && offer.remote
    add(
      {
        kind: 'distance',
        km: Number.isNaN(km) ? null : km,
        radiusKm: offer.radiusKm,
        remote,
        relocate: offer.relocate,
      },
      distanceValue(wanted, held),
      each,
      remote || !Number.isNaN(km),
    )
  }
  if (states(wanted, 'start') && need.start !== null) {
    add(
      { kind: 'start', start: need.start, availableFrom: offer.availableFrom },
      startValue(wanted, held),
      each,
    )
  }
  if (states(wanted, 'pay') && need.pay) {
    const comparable = offer.minPay === null || offer.minPay.currency === need.pay.currency
    add(
      { kind: 'pay', offered: need.pay, wanted: offer.minPay },
      payValue(wanted, held),
      each,
      comparable,
    )
  }
  return reasons
}

function asLevel(level: number): LanguageLevel {
  const levels = [1, 2, 3, 4, 5, 6, 7] as const
  return levels[level - 1] ?? 1
}
