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

/** What the person can do or has done, before all that surrounds it. */
const isWork = (one: Line) => isSkill(one) || /^reason\.\w*[oO]ccupation$/.test(one.key)

/**
 * The best reasons, at most `most`: skills, which leave one place to something else where there is
 * something. That the skills as a whole lead there is said only where little else can be. What
 * somebody can do comes first, then the conditions, what brings most first.
 */
export function bestReasons(explanation: Explanation, most = 3): WeighedLine[] {
  const all = strengths(explanation).filter(({ key }) => !saidElsewhere.has(key))
  const whole = all.filter(({ key }) => key === 'reason.field')
  const others = all.filter((one) => !isSkill(one) && !whole.includes(one))
  const skills = all.filter(isSkill).slice(0, others.length > 0 ? most - 1 : most)
  const kept = [...skills, ...others.slice(0, most - skills.length)]
  kept.push(...whole.slice(0, most - kept.length))
  return kept.sort(
    (a, b) => Number(isWork(b)) - Number(isWork(a)) || (b.points ?? 0) - (a.points ?? 0),
  )
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
    const said = change.gain === null || change.gain >= leastGain ? changeLine(change) : null
    return said ? [{ ...said, points: change.gain }] : []
  })
}

/** A quarter of a point: nobody should go to any trouble for less. */
const leastGain = 0.0025

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

/** How much of what is asked is there: "7 essential skills of 9". */
export function coverageLine({ coverage }: Explanation): Line {
  const counts = {
    held: { number: coverage.matched },
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

/** How many more skills are near what is asked; null where none is. */
export function nearLine({ coverage }: Explanation): Line | null {
  return coverage.near > 0 ? line('coverage.near', { near: { number: coverage.near } }) : null
}

/** Parts of a score, in the order in which pages draw them. */
export const scoreParts = ['skills', 'field', 'occupation', 'conditions'] as const
export type ScorePart = (typeof scoreParts)[number]

/** How near the two are as a whole, in three steps; null where no latent vectors are built. */
export function fieldLine({ field }: Explanation): Line | null {
  if (!field) return null
  if (field.cosine >= closeField) return line('field.close')
  return line(field.cosine >= relatedField ? 'field.related' : 'field.far')
}

// The share of the whole field that two sets of skills have in common, in people's eyes.
const closeField = 0.6
const relatedField = 0.25

/**
 * Whole numbers, one for each value and as near to it as can be, that sum to the rounded sum of all:
 * what rounding leaves goes to the largest remainders. `total` where another sum is wanted; it is
 * less than one away for each value that is not 0.
 */
export function apportion(values: readonly number[], total?: number): number[] {
  // A sum of tenths may miss a whole number by the last bits.
  const whole = values.map((value) => Math.floor(value + 1e-9))
  const wanted = total ?? Math.round(values.reduce((all, one) => all + one, 0))
  let left = wanted - whole.reduce((all, one) => all + one, 0)
  const byRest = values
    .map((value, at) => ({ at, rest: value - (whole[at] ?? 0) }))
    .sort((a, b) => b.rest - a.rest)
  for (const { at } of byRest) {
    if (left <= 0) break
    whole[at] = (whole[at] ?? 0) + 1
    left--
  }
  return whole
}

const sumOf = (reasons: readonly { readonly points: number }[]) =>
  reasons.reduce((all, one) => all + one.points, 0)

/** Each part of the score and what it brings, as shares of 1, in the order in which pages draw them. */
function partsOf(explanation: Explanation): { part: ScorePart; share: number }[] {
  const shares: Record<ScorePart, number> = {
    skills: sumOf(explanation.skills),
    field: explanation.field?.points ?? 0,
    occupation: explanation.occupation?.points ?? 0,
    conditions: sumOf(explanation.conditions),
  }
  return scoreParts
    .filter((part) => part !== 'field' || explanation.field !== null)
    .map((part) => ({ part, share: shares[part] }))
}

/** The score in whole points of 100, as lists show it. Of a blocked pair, the points it would have. */
export function wholePoints(explanation: Explanation): number {
  return Math.round(100 * explanation.unblockedScore)
}

/** Points of a score in tenths: whole numbers, so that what is shown adds up to the last digit. */
export interface Tenths {
  readonly total: number
  readonly parts: readonly { readonly part: ScorePart; readonly tenths: number }[]
  /** Parallel to the skills and to the conditions of the explanation. */
  readonly skills: readonly number[]
  readonly conditions: readonly number[]
}

/**
 * The score and every line of it in tenths of a point: the lines of a part sum to it, the parts to
 * the total. Of a blocked pair, the points it would have.
 */
export function pointsInTenths(explanation: Explanation): Tenths {
  const parts = partsOf(explanation)
  const tenths = apportion(
    parts.map(({ share }) => 1000 * share),
    Math.round(1000 * explanation.unblockedScore),
  )
  const of = (wanted: ScorePart) => tenths[parts.findIndex(({ part }) => part === wanted)] ?? 0
  const lines = (reasons: readonly { readonly points: number }[], part: ScorePart) =>
    apportion(
      reasons.map(({ points }) => 1000 * points),
      of(part),
    )
  return {
    total: tenths.reduce((all, one) => all + one, 0),
    parts: parts.map(({ part }) => ({ part, tenths: of(part) })),
    skills: lines(explanation.skills, 'skills'),
    conditions: lines(explanation.conditions, 'conditions'),
  }
}
