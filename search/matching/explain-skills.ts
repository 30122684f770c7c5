import type { Evidence } from '../documents/profile.ts'
import { type Credit, NO_CREDIT } from './credit.ts'
import type { ExplainedOffer, SkillReason } from './explain.ts'
import type { Weights } from './match.ts'
import { ESSENTIAL_WEIGHT, EVIDENCE_FACTOR, type PreparedNeed } from './prepare.ts'
import { skillWhole } from './skill-score.ts'
import type { Taxonomy } from './taxonomy.ts'

/** One reason for each wanted skill, in the need's order. */
export function explainSkills(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  offer: ExplainedOffer,
  weights: Weights,
): SkillReason[] {
  const held = new Map<number, Evidence>()
  for (const { uri, evidence } of offer.skills) {
    const skill = taxonomy.skill(uri)
    const known = held.get(skill)
    if (!known || EVIDENCE_FACTOR[evidence] > EVIDENCE_FACTOR[known]) held.set(skill, evidence)
  }
  const scale = weights.skill / skillWhole(need.totalValue)
  return need.skills.map((wanted, at) => {
    let best: { credit: number; by: number; evidence: Evidence } | null = null
    let found: Credit = NO_CREDIT
    // Of equals the one named first.
    for (const [by, evidence] of held) {
      const one = taxonomy.credit(wanted, by)
      const credit = one.credit * EVIDENCE_FACTOR[evidence]
      if (credit <= (best?.credit ?? 0)) continue
      best = { credit, by, evidence }
      found = one
    }
    const { relation, via } = found
    const value = (need.values[at] ?? 0) * scale
    return {
      wanted: taxonomy.skillUri(wanted),
      essential: need.importance[at] === ESSENTIAL_WEIGHT,
      state: best === null ? 'missing' : relation === 'same' ? 'matched' : 'near',
      by: best ? taxonomy.skillUri(best.by) : null,
      relation,
      via: relation === null || relation === 'same' ? null : taxonomy.skillUri(via),
      evidence: best?.evidence ?? null,
      credit: best?.credit ?? 0,
      points: value * (best?.credit ?? 0),
      possible: value * (1 - (best?.credit ?? 0)),
    }
  })
}
