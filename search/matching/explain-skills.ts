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
import { bestHeld, creditHeld, skillWhole } from './skill-score.ts'
import type { Taxonomy } from './taxonomy.ts'

/** One reason for each wanted skill, in the need's order. */
export function explainSkills(
  taxonomy: Taxonomy,
  need: PreparedNeed,
  held: PreparedOffer,
  offer: ExplainedOffer,
  weights: Weights,
): SkillReason[] {
  const scale = weights.skill / skillWhole(need.totalValue)
  return need.skills.map((wanted, at) => {
    const place = bestHeld(taxonomy, wanted, held)
    const credit = place < 0 ? 0 : creditHeld(taxonomy, wanted, held, place)
    const by = held.skills[place] ?? -1
    const { relation, via } = place < 0 ? NO_CREDIT : taxonomy.credit(wanted, by)
    const value = (need.values[at] ?? 0) * scale
    return {
      wanted: taxonomy.skillUri(wanted),
      essential: need.importance[at] === ESSENTIAL_WEIGHT,
      state: place < 0 ? 'missing' : relation === 'same' ? 'matched' : 'near',
      by: place < 0 ? null : taxonomy.skillUri(by),
      relation,
      via: relation === null || relation === 'same' ? null : taxonomy.skillUri(via),
      evidence:
        place < 0 ? null : evidenceOf(offer, taxonomy.skillUri(by), held.factors[place] ?? 0),
      credit,
      points: value * credit,
      possible: value * (1 - credit),
    }
  })
}

/** The evidence that a skill's credit was scaled by. */
function evidenceOf({ skills }: ExplainedOffer, uri: string, factor: number): Evidence | null {
  const stated = skills.find((one) => one.uri === uri && EVIDENCE_FACTOR[one.evidence] === factor)
  return stated?.evidence ?? null
}
