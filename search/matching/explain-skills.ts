import type { Evidence } from '../documents/profile.ts'
import type { Relation } from './credit.ts'
import type { ExplainedOffer, SkillReason } from './explain.ts'
import type { Weights } from './match.ts'
import { ESSENTIAL_WEIGHT, EVIDENCE_FACTOR, type PreparedNeed } from './prepare.ts'
import { SKILL_DAMPING } from './skill-score.ts'
import type { Taxonomy } from './taxonomy.ts'

/** One reason for each wanted skill, in the need's order. */
export function explainSkills(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  offer: ExplainedOffer,
  weights: Weights,
): SkillReason[] {
  const held = new Map<number, { evidence: Evidence; order: number }>()
  offer.skills.forEach(({ uri, evidence }, order) => {
    const skill = taxonomy.skill(uri)
    const known = held.get(skill)
    if (known && EVIDENCE_FACTOR[evidence] <= EVIDENCE_FACTOR[known.evidence]) return
    held.set(skill, { evidence, order: known?.order ?? order })
  })
  const scale = weights.skill / (SKILL_DAMPING + need.totalValue)
  return need.skills.map((wanted, at) => {
    let best: {
      credit: number
      by: number
      relation: Relation | null
      via: number
      evidence: Evidence | null
    } = { credit: 0, by: -1, relation: null, via: -1, evidence: null }
    let first = Infinity
    const near = taxonomy.near(wanted)
    for (let place = 0; place < near.skills.length; place++) {
      const by = near.skills[place] ?? -1
      const has = held.get(by)
      if (!has) continue
      const credit = (near.credits[place] ?? 0) * EVIDENCE_FACTOR[has.evidence]
      if (credit < best.credit || (credit === best.credit && has.order > first)) continue
      const { relation, via } = taxonomy.credit(wanted, by)
      best = { credit, by, relation, via, evidence: has.evidence }
      first = has.order
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
