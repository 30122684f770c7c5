import type { Evidence, Offer } from '../documents/profile.ts'
import type { Relation } from './credit.ts'
import type { SkillReason } from './explain.ts'
import type { Weights } from './match.ts'
import { ESSENTIAL_WEIGHT, EVIDENCE_FACTOR, type PreparedNeed } from './prepare.ts'
import { SKILL_DAMPING } from './skill-score.ts'
import type { Taxonomy } from './taxonomy.ts'

/** One reason for each wanted skill, in the need's order. */
export function explainSkills(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  offer: Offer,
  weights: Weights,
): SkillReason[] {
  const held = offer.skills.map(({ uri, evidence }) => ({ skill: taxonomy.skill(uri), evidence }))
  const scale = weights.skill / (SKILL_DAMPING + need.totalValue)
  return need.skills.map((wanted, at) => {
    let best: {
      credit: number
      by: number
      relation: Relation | null
      via: number
      evidence: Evidence | null
    } = { credit: 0, by: -1, relation: null, via: -1, evidence: null }
    for (const { skill, evidence } of held) {
      const near = taxonomy.credit(wanted, skill)
      const credit = near.credit * EVIDENCE_FACTOR[evidence]
      if (credit > best.credit) {
        best = { credit, by: skill, relation: near.relation, via: near.via, evidence }
      }
    }
    const value = (need.values[at] ?? 0) * scale
    return {
      wanted: taxonomy.skillUri(wanted),
      essential: need.importance[at] === ESSENTIAL_WEIGHT,
      state: best.credit === 0 ? 'missing' : best.relation === 'same' ? 'matched' : 'near',
      by: best.by < 0 ? null : taxonomy.skillUri(best.by),
      relation: best.relation,
      via: best.relation === null || best.relation === 'same' ? null : taxonomy.skillUri(best.via),
      evidence: best.evidence,
      credit: best.credit,
      points: value * best.credit,
      possible: value * (1 - best.credit),
    }
  })
}
