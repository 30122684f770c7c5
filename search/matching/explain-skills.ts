import type { Evidence } from '../documents/profile.ts'
import { NO_CREDIT } from './credit.ts'
import type { ExplainedOffer, SkillReason } from './explain.ts'
import type { Weights } from './match.ts'
import {
  ESSENTIAL_WEIGHT,
  EVIDENCE_FACTOR,
  type PreparedNeed,
  type PreparedOffer,
} from './prepare.ts'
import { skillWhole } from './skill-score.ts'
import type { Taxonomy } from './taxonomy.ts'

/**
 * One reason for each wanted skill, in the need's order.
 * @param credits the best credit of each, evidence included
 */
export function explainSkills(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  held: PreparedOffer,
  offer: ExplainedOffer,
  weights: Weights,
  credits: ArrayLike<number>,
): SkillReason[] {
  const scale = weights.skill / skillWhole(need.totalValue)
  return need.skills.map((wanted, at) => {
    const credit = credits[at] ?? 0
    const value = (need.values[at] ?? 0) * scale
    const earning = credit > 0 ? earningOf(taxonomy, wanted, held, credit) : MISSING
    const { place, relation, via } = earning
    const by = place < 0 ? null : taxonomy.skillUri(held.skills[place] ?? -1)
    return {
      wanted: taxonomy.skillUri(wanted),
      essential: need.importance[at] === ESSENTIAL_WEIGHT,
      state: by === null ? 'missing' : relation === 'same' ? 'matched' : 'near',
      by,
      relation,
      via: relation === null || relation === 'same' ? null : taxonomy.skillUri(via),
      evidence: by === null ? null : evidenceOf(offer, by, held.factors[place] ?? 0),
      credit,
      points: value * credit,
      possible: value * (1 - credit),
    }
  })
}

const MISSING = { ...NO_CREDIT, place: -1 }

/** The person's skill that earned a credit, of equals the one named first. */
function earningOf(
  taxonomy: Taxonomy,
  wanted: number,
  held: PreparedOffer,
  credit: number,
): typeof MISSING {
  for (let place = 0; place < held.skills.length; place++) {
    const earned = taxonomy.credit(wanted, held.skills[place] ?? -1)
    if (earned.credit * (held.factors[place] ?? 0) === credit) return { ...earned, place }
  }
  throw new RangeError('None of the skills earns this credit')
}

/** The evidence that a skill's credit was scaled by. */
function evidenceOf({ skills }: ExplainedOffer, uri: string, factor: number): Evidence | null {
  const stated = skills.find((one) => one.uri === uri && EVIDENCE_FACTOR[one.evidence] === factor)
  return stated?.evidence ?? null
}
