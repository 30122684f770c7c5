import type { Change } from '#search/matching/changes.ts'
import type { Explanation, SkillReason } from '#search/matching/explain.ts'
import { type Line, line, type PhraseKey, type WeighedLine } from './line.ts'
import { conditionChange, conditionLine, conditionState } from './phrase-conditions.ts'

export type { Explanation } from '#search/matching/explain.ts'

// An explanation comes in URIs, codes and numbers. Here it becomes lines: a message and its values.
// `say` turns a line into a sentence of one language, so that pages and tests share every decision.

/** What one wanted skill brings, or that it is missing. */
export function skillLine(reason: SkillReason): Line {
  const wanted = { concept: reason.wanted }
  if (reason.state === 'missing' || reason.by === null) return line('missing.skill', { wanted })
  if (reason.state === 'near') {
    return line('reason.nearSkill', { wanted, has: { concept: reason.by } })
  }
  const confirmed = reason.evidence !== null && reason.evidence !== 'self'
  return line(confirmed ? 'reason.skillConfirmed' : 'reason.skill', { wanted })
}

/** What the occupations have in common; null when they have nothing. */
export function occupationLine({ occupation }: Explanation): Line | null {
  if (!occupation?.has || occupation.points <= 0) return null
  const values = {
    wanted: { concept: occupation.wanted.uri },
    has: { concept: occupation.has.uri },
  }
  if (occupation.source === 'inferred') return line('reason.inferredOccupation', values)
  return line(occupation.same ? 'reason.sameOccupation' : 'reason.nearOccupation', values)
}

/** Everything that speaks for the match, what brings most first. */
export function strengths(explanation: Explanation): WeighedLine[] {
  const lines: WeighedLine[] = []
  for (const skill of explanation.skills) {
    if (skill.state !== 'missing') lines.push({ ...skillLine(skill), points: skill.points })
  }
  const occupation = occupationLine(explanation)
  if (occupation && explanation.occupation) {
    lines.push({ ...occupation, points: explanation.occupation.points })
  }
  if (explanation.field && explanation.field.points > 0) {
    lines.push({ ...line('reason.field'), points: explanation.field.points })
  }
  for (const condition of explanation.conditions) {
    const state = conditionState(condition)
    const said = conditionLine(condition.facts, state)
    if (state === 'met' && said.key !== 'condition.payStated') {
      lines.push({ ...said, points: condition.points })
    }
  }
  return lines.sort((a, b) => (b.points ?? 0) - (a.points ?? 0))
}

const isSkill = ({ key }: Line) => key.startsWith('reason.skill') || key === 'reason.nearSkill'

/** What a card says anyway beside its reasons. */
const saidElsewhere = new Set<PhraseKey>(['condition.distance', 'condition.samePlace'])

/** The best reasons, at most `most`; skills leave one place to something else where there is something. */
export function bestReasons(explanation: Explanation, most = 3): WeighedLine[] {
  const all = strengths(explanation).filter(({ key }) => !saidElsewhere.has(key))
  const others = all.filter((one) => !isSkill(one))
  const skills = all.filter(isSkill).slice(0, others.length > 0 ? most - 1 : most)
  const kept = [...skills, ...others.slice(0, most - skills.length)]
  return kept.sort((a, b) => (b.points ?? 0) - (a.points ?? 0))
}

/** The one thing whose lack costs most; null when nothing is lacking. Essential skills come first. */
export function greatestGap(explanation: Explanation): Line | null {
  const greatest = <T extends { readonly possible: number }>(list: readonly T[]) =>
    list.reduce<T | null>((best, one) => (best && best.possible >= one.possible ? best : one), null)
  const lacking = explanation.skills.filter((skill) => skill.state === 'missing')
  const skill =
    greatest(lacking.filter((one) => one.essential)) ??
    greatest(lacking) ??
    greatest(explanation.skills.filter((one) => one.state === 'near' && one.essential))
  const condition = greatest(explanation.conditions.filter((one) => conditionState(one) !== 'met'))
  if (skill && (skill.essential || !condition || skill.possible >= condition.possible)) {
    return skill.state === 'near' && skill.by !== null
      ? line('missing.nearSkill', { wanted: { concept: skill.wanted }, has: { concept: skill.by } })
      : line('missing.skill', { wanted: { concept: skill.wanted } })
  }
  return condition && conditionLine(condition.facts, condition.state)
}

/** Why the pair may not be brought together. */
export function blockerLines(explanation: Explanation): Line[] {
  return explanation.blockers.map((blocker) => line(`blocker.${blocker}`))
}

/** What would raise the score or lift a blocker, with what it would bring. */
export function changeLines(explanation: Explanation): WeighedLine[] {
  return explanation.changes.flatMap((change) => {
    const said = changeLine(change)
    return said ? [{ ...said, points: change.gain }] : []
  })
}

function changeLine(change: Change): Line | null {
  switch (change.change) {
    case 'skill':
      return line('change.skill', { skill: { concept: change.uri } })
    case 'evidence':
      return line('change.evidence', { skill: { concept: change.uri } })
    case 'licence':
      return line('change.licence', { licence: { licence: change.code } })
    case 'language':
      return line('change.requiredLanguage', {
        language: { language: change.code },
        asked: { cefr: change.asked },
      })
    case 'condition':
      return conditionChange(change.facts)
  }
}

/** How much of what is asked is there: "7 of 9 essential skills". */
export function coverageLine({ coverage }: Explanation): Line {
  const counts = {
    held: { number: coverage.matched },
    near: { number: coverage.near },
    total: { number: coverage.total },
  }
  switch (coverage.basis) {
    case 'essential':
      return line('coverage.essential', counts)
    case 'all-skills':
      return line('coverage.all', counts)
    case 'occupation':
      return line('coverage.occupation')
    case 'nothing':
      return line('coverage.nothing')
  }
}

/** Parts of a score, in the order in which pages draw them. */
export const scoreParts = ['skills', 'field', 'occupation', 'conditions'] as const
export type ScorePart = (typeof scoreParts)[number]

/**
 * The score in whole points of 100 and what each part brings. The points sum to the total exactly:
 * what rounding leaves goes to the parts with the largest remainders. Of a blocked pair, the points
 * it would have.
 */
export function wholePoints(explanation: Explanation): {
  total: number
  parts: { part: ScorePart; points: number }[]
} {
  const sum = (reasons: readonly { readonly points: number }[]) =>
    reasons.reduce((all, one) => all + one.points, 0)
  const exact: Record<ScorePart, number> = {
    skills: sum(explanation.skills),
    field: explanation.field?.points ?? 0,
    occupation: explanation.occupation?.points ?? 0,
    conditions: sum(explanation.conditions),
  }
  const parts = scoreParts
    .filter((part) => part !== 'field' || explanation.field !== null)
    .map((part) => {
      const value = 100 * exact[part]
      return { part, points: Math.floor(value), rest: value - Math.floor(value) }
    })
  const total = Math.round(100 * explanation.unblockedScore)
  let left = total - parts.reduce((all, one) => all + one.points, 0)
  for (const one of [...parts].sort((a, b) => b.rest - a.rest)) {
    if (left <= 0) break
    one.points++
    left--
  }
  return { total, parts: parts.map(({ part, points }) => ({ part, points })) }
}
