import {
  INFERRED_COUNT,
  INFERRED_FACTOR,
  occupationLikeness,
} from '../matching/occupation-score.ts'
import type { PreparedNeed } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import type { OfferColumns } from './offer-columns.ts'
import type { Scratch } from './scratch.ts'

/**
 * OCC of one need for profiles by slot, times a weight: `occupationScore` to the last bit, likeness
 * worked out once for each occupation.
 */
export function occupationScores(
  taxonomy: Taxonomy,
  columns: OfferColumns,
  need: PreparedNeed,
  scratch: Scratch,
  slots: Int32Array,
  count: number,
  weight: number,
  into: Float64Array,
): void {
  const { declared, inferred, probabilities, occupations } = columns
  const { data } = declared
  const { occupation: wanted, isco } = need
  const ofInferred = scratch.unknowns('likeness', taxonomy.occupationCount)
  const ofDeclared = scratch.unknowns('declared likeness', occupations.size)
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    let best = 0
    const start = declared.start(slot)
    const end = start + declared.count(slot)
    for (let place = start; place < end; place++) {
      const stated = data[place] ?? 0
      let likeness = ofDeclared[stated] ?? Number.NaN
      if (Number.isNaN(likeness)) {
        const one = occupations.derived[stated]
        likeness = occupationLikeness(wanted, isco, one?.occupation ?? -1, one?.isco ?? -1)
        ofDeclared[stated] = likeness
      }
      if (likeness > best) best = likeness
    }
    const last = (slot + 1) * INFERRED_COUNT
    for (let place = slot * INFERRED_COUNT; place < last; place++) {
      const most = INFERRED_FACTOR * (probabilities[place] ?? 0)
      if (most <= best) break
      const occupation = inferred[place] ?? -1
      let likeness = ofInferred[occupation] ?? Number.NaN
      if (Number.isNaN(likeness)) {
        likeness = occupationLikeness(wanted, isco, occupation, taxonomy.isco(occupation))
        ofInferred[occupation] = likeness
      }
      const score = most * likeness
      if (score > best) best = score
    }
    into[at] = weight * best
  }
}
