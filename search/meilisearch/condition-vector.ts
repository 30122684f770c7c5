import {
  educationValue,
  experienceValue,
  languageValue,
  payValue,
  startValue,
  statedCount,
  states,
} from '../matching/conditions.ts'
import { EMPTY_OFFER, type PreparedNeed, type PreparedOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'

/**
 * CONDITIONS as an inner product. The value of a condition hardly changes between neighbouring
 * amounts (months, days, pay), so an offer is a mixture of the two knots around its amount and a need
 * holds the value at each knot. Values are stored as what is lost against the best, which keeps
 * vectors short. Distance is left out: it would take a dimension for every few kilometres.
 */

/** Months of experience; more are like the last. */
const MONTHS = [0, 6, 12, 24, 36, 48, 72, 96, 120, 180]
/** ISCED levels 0 to 8, and not stated. */
const EDUCATIONS = 10
const NO_EDUCATION = 9
/** Days and pays go round: so many knots of so much each, after which they begin anew. */
const ROUND = 16
const DAY_STEP = 91
const PAY_STEP = 0.35
/** A need tells so many knots after its own; those before are no loss. */
const AHEAD = 9
/** Places for languages: those of the country packs, and some that the others share. */
const LANGUAGES: ReadonlyMap<string, number> = new Map([
  ['fr', 0],
  ['en', 1],
  ['ar', 2],
])
const SHARED_LANGUAGES = 3
const LEVELS = 7
/** What a place of a pair is worth on average, within a radius or without one. */
const MEAN_DISTANCE_VALUE = 0.8

const BEST = 0
const EXPERIENCE = BEST + 1
const EDUCATION = EXPERIENCE + MONTHS.length
const START = EDUCATION + EDUCATIONS
const PAY = START + ROUND
const LANGUAGE = PAY + ROUND

/** How many dimensions conditions take. */
export const CONDITION_DIMENSIONS = LANGUAGE + (LANGUAGES.size + SHARED_LANGUAGES) * LEVELS

/** What an offer states; its inner product with `needConditions` is near the points for conditions. */
export function offerConditions(taxonomy: Taxonomy, offer: PreparedOffer): Float64Array {
  const vector = new Float64Array(CONDITION_DIMENSIONS)
  vector[BEST] = 1
  const put = (at: number, share: number) => {
    vector[at] = (vector[at] ?? 0) + share
  }
  const above = MONTHS.findIndex((months) => months >= offer.months)
  if (above <= 0) put(EXPERIENCE + (above < 0 ? MONTHS.length - 1 : 0), 1)
  else {
    const [low, high] = [MONTHS[above - 1] ?? 0, MONTHS[above] ?? 0]
    const share = (offer.months - low) / (high - low)
    put(EXPERIENCE + above - 1, 1 - share)
    put(EXPERIENCE + above, share)
  }
  const stated = offer.education >= 0 && offer.education < NO_EDUCATION
  put(EDUCATION + (stated ? Math.trunc(offer.education) : NO_EDUCATION), 1)
  if (offer.availableDay > -Infinity) around(offer.availableDay / DAY_STEP, START, put)
  if (offer.monthlyPay > 0) around(Math.log(offer.monthlyPay) / PAY_STEP, PAY, put)
  for (const spoken of offer.languages) {
    if (spoken % 8 > 0) vector[languagePlace(taxonomy, spoken) + (spoken % 8) - 1] = 1
  }
  return vector
}

/** The points (`weight` is what all conditions together can give) that a need gives for each. */
export function needConditions(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  weight: number,
): Float64Array {
  const vector = new Float64Array(CONDITION_DIMENSIONS)
  const count = statedCount(need)
  if (count === 0) return vector
  const each = weight / count
  let best = 0
  const put = (at: number, loss: number) => {
    vector[at] = (vector[at] ?? 0) + loss * each
  }
  const losing = (value: number) => value - 1
  if (states(need, 'experience')) {
    best += 1
    MONTHS.forEach((months, at) => {
      put(EXPERIENCE + at, losing(experienceValue(need, { ...EMPTY_OFFER, months })))
    })
  }
  if (states(need, 'education')) {
    best += 1
    for (let education = 0; education < EDUCATIONS; education++) {
      const known = education === NO_EDUCATION ? -1 : education
      put(EDUCATION + education, losing(educationValue(need, { ...EMPTY_OFFER, education: known })))
    }
  }
  if (states(need, 'start')) {
    best += 1
    const first = Math.floor(need.startDay / DAY_STEP)
    for (let knot = first + 1; knot <= first + AHEAD; knot++) {
      const offer = { ...EMPTY_OFFER, availableDay: knot * DAY_STEP }
      put(START + modulo(knot), losing(startValue(need, offer)))
    }
  }
  if (states(need, 'pay')) {
    best += 1
    const { currency } = need
    const first = Math.floor(Math.log(need.monthlyPay) / PAY_STEP)
    for (let knot = first + 1; knot <= first + AHEAD; knot++) {
      const offer = { ...EMPTY_OFFER, monthlyPay: Math.exp(knot * PAY_STEP), currency }
      put(PAY + modulo(knot), losing(payValue(need, offer)))
    }
  }
  const useful = need.usefulLanguages
  for (const asked of useful) {
    const none = languageValue(EMPTY_OFFER, asked)
    best += none / useful.length
    const code = asked - (asked % 8)
    for (let level = 1; level <= LEVELS; level++) {
      const value = languageValue({ ...EMPTY_OFFER, languages: [code + level] }, asked)
      put(languagePlace(taxonomy, asked) + level - 1, (value - none) / useful.length)
    }
  }
  if (states(need, 'distance')) best += MEAN_DISTANCE_VALUE
  vector[BEST] = best * each
  return vector
}

/** Parts an amount between the knots under and above it. */
function around(amount: number, from: number, put: (at: number, share: number) => void): void {
  const under = Math.floor(amount)
  put(from + modulo(under), 1 - (amount - under))
  put(from + modulo(under + 1), amount - under)
}

function modulo(knot: number): number {
  return ((knot % ROUND) + ROUND) % ROUND
}

/** Where the levels of a language (packed, code x 8 + level) begin. */
function languagePlace(taxonomy: Taxonomy, packed: number): number {
  const code = taxonomy.codeText(Math.trunc(packed / 8))
  let hash = 7
  for (let at = 0; at < code.length; at++) hash = (hash * 31 + code.charCodeAt(at)) >>> 0
  const place = LANGUAGES.get(code) ?? LANGUAGES.size + (hash % SHARED_LANGUAGES)
  return LANGUAGE + place * LEVELS
}
