import type { SkillReason } from './explain.ts'
import type { OccupationScore } from './occupation-score.ts'
import { ESSENTIAL_WEIGHT, type PreparedNeed } from './prepare.ts'
import type { Taxonomy } from './taxonomy.ts'

/** How people are shown a match; a score itself is for ordering only. */
export type Band = 'strong' | 'good' | 'partial' | 'weak'

/**
 * What a band is judged by: the essential skills; all skills where none is essential; the
 * occupation where no skill is named; or nothing, and then there is no band.
 */
export interface Coverage {
  readonly basis: 'essential' | 'all-skills' | 'occupation' | 'nothing'
  /** 0 to 1: the credit earned, weighted by w(s); of an occupation, its score. */
  readonly share: number
  /** Skills of the basis the person has, has near, and all of them. */
  readonly matched: number
  readonly near: number
  readonly total: number
}

const STRONG = 0.75
const GOOD = 0.5
const PARTIAL = 0.25

/** @param reasons one for each wanted skill, in the need's order */
export function coverageOf(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  reasons: readonly SkillReason[],
  occupation: Pick<OccupationScore, 'score'> | null,
): Coverage {
  const essential = reasons.filter((reason) => reason.essential)
  const byAll = essential.length === 0
  const basis = byAll ? reasons : essential
  if (basis.length === 0) {
    return {
      basis: occupation ? 'occupation' : 'nothing',
      share: occupation?.score ?? 0,
      matched: 0,
      near: 0,
      total: 0,
    }
  }
  let earned = 0
  let whole = 0
  reasons.forEach(({ essential, credit }, at) => {
    if (!essential && !byAll) return
    const weight = taxonomy.weight(need.skills[at] ?? -1)
    earned += weight * credit
    whole += weight
  })
  return {
    basis: byAll ? 'all-skills' : 'essential',
    share: earned / whole,
    matched: basis.filter((reason) => reason.state === 'matched').length,
    near: basis.filter((reason) => reason.state === 'near').length,
    total: basis.length,
  }
}

/**
 * The band that an explanation would give, without one: a list looks at many pairs and explains few.
 * @param credits the best credit of each wanted skill, evidence included
 * @param occupation its score; null where the opportunity names none. Asked only without skills.
 */
export function bandOfCredits(
  taxonomy: Taxonomy,
  { skills, importance }: Pick<PreparedNeed, 'skills' | 'importance'>,
  credits: ArrayLike<number>,
  occupation: () => number | null,
): Band | null {
  if (skills.length === 0) {
    const score = occupation()
    return bandOf({
      basis: score === null ? 'nothing' : 'occupation',
      share: score ?? 0,
    })
  }
  const byAll = !importance.includes(ESSENTIAL_WEIGHT)
  let earned = 0
  let whole = 0
  for (let at = 0; at < skills.length; at++) {
    if (!byAll && importance[at] !== ESSENTIAL_WEIGHT) continue
    const weight = taxonomy.weight(skills[at] ?? -1)
    earned += weight * (credits[at] ?? 0)
    whole += weight
  }
  return bandOf({ basis: byAll ? 'all-skills' : 'essential', share: earned / whole })
}

/** The band of a coverage; one judged by occupation alone is `good` at most. */
export function bandOf(
  coverage: Pick<Coverage, 'basis' | 'share'> & Partial<Coverage>,
): Band | null {
  if (coverage.basis === 'nothing') return null
  if (coverage.share >= STRONG) return coverage.basis === 'occupation' ? 'good' : 'strong'
  if (coverage.share >= GOOD) return coverage.basis === 'occupation' ? 'partial' : 'good'
  if (coverage.share >= PARTIAL) return coverage.basis === 'occupation' ? 'weak' : 'partial'
  return 'weak'
}
