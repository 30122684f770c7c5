import type { Pay } from '#search/documents/opportunity.ts'
import type { Change } from '#search/matching/changes.ts'
import type {
  ConditionFacts,
  ConditionReason,
  Explanation,
  SkillReason,
} from '#search/matching/explain.ts'

// An explanation comes in URIs, codes and numbers. Here it becomes lines: a message and its values.
// `say` turns a line into a sentence of one language, so that pages and tests share every decision.

/** A value of a line, still without a language. */
export type Value =
  | { readonly concept: string }
  | { readonly language: string }
  | { readonly cefr: number }
  | { readonly education: number }
  | { readonly months: number }
  | { readonly km: number }
  | { readonly day: string }
  | { readonly licence: string }
  | { readonly pay: Pay }
  | { readonly number: number }

/** Every message that a line may name, below `match.` in the catalogues. */
export const phraseKeys = [
  'reason.skill',
  'reason.skillConfirmed',
  'reason.nearSkill',
  'reason.sameOccupation',
  'reason.nearOccupation',
  'reason.inferredOccupation',
  'reason.field',
  'missing.skill',
  'missing.nearSkill',
  'condition.language',
  'condition.languageMissing',
  'condition.experience',
  'condition.experienceNone',
  'condition.education',
  'condition.educationUnknown',
  'condition.remote',
  'condition.samePlace',
  'condition.distance',
  'condition.relocate',
  'condition.distanceUnknown',
  'condition.startMet',
  'condition.startLate',
  'condition.payStated',
  'condition.payMet',
  'condition.payBelow',
  'condition.payUnknown',
  'blocker.opportunity-not-open',
  'blocker.profile-not-active',
  'blocker.blocked-company',
  'blocker.country',
  'blocker.kind',
  'blocker.contract',
  'blocker.distance',
  'blocker.licence',
  'blocker.language',
  'change.skill',
  'change.evidence',
  'change.language',
  'change.experience',
  'change.education',
  'change.sayEducation',
  'change.sayPlace',
  'change.start',
  'change.requiredLanguage',
  'change.licence',
  'coverage.essential',
  'coverage.all',
  'coverage.occupation',
  'coverage.nothing',
] as const
export type PhraseKey = (typeof phraseKeys)[number]

/** A sentence before it has a language. */
export interface Line {
  readonly key: PhraseKey
  readonly values: Readonly<Record<string, Value>>
}

/** A line and the share of the score, 0 to 1, that it stands for; null where it cannot be told. */
export interface WeighedLine extends Line {
  readonly points: number | null
}

const line = (key: PhraseKey, values: Record<string, Value> = {}): Line => ({ key, values })

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

/** How one condition is met; the words are the facts, whether they suffice is the reason's state. */
export function conditionLine(facts: ConditionFacts, state: string): Line {
  switch (facts.kind) {
    case 'language': {
      const values = { language: { language: facts.code }, asked: { cefr: facts.asked } }
      return facts.has === null
        ? line('condition.languageMissing', values)
        : line('condition.language', { ...values, has: { cefr: facts.has } })
    }
    case 'experience': {
      const asked = { months: facts.askedMonths }
      return facts.hasMonths === 0
        ? line('condition.experienceNone', { asked })
        : line('condition.experience', { asked, has: { months: facts.hasMonths } })
    }
    case 'education': {
      const asked = { education: facts.asked }
      return facts.has === null
        ? line('condition.educationUnknown', { asked })
        : line('condition.education', { asked, has: { education: facts.has } })
    }
    case 'distance': {
      if (facts.remote) return line('condition.remote')
      if (facts.km === null) return line('condition.distanceUnknown')
      if (facts.km < 1) return line('condition.samePlace')
      const km = { km: facts.km }
      const beyond = facts.relocate && facts.radiusKm !== null && facts.km > facts.radiusKm
      return line(beyond ? 'condition.relocate' : 'condition.distance', { km })
    }
    case 'start': {
      const start = { day: facts.start }
      return state === 'met' || facts.availableFrom === null
        ? line('condition.startMet', { start })
        : line('condition.startLate', { start, from: { day: facts.availableFrom } })
    }
    case 'pay':
      // What somebody hopes to earn is theirs: only whether the offer reaches it is said.
      if (state === 'unknown') return line('condition.payUnknown')
      if (state !== 'met') return line('condition.payBelow')
      return facts.wanted === null
        ? line('condition.payStated', { pay: { pay: facts.offered } })
        : line('condition.payMet')
  }
}

/** Nearer than this is near, for people who do not say how far they travel. */
const usualKm = 50

/**
 * How a condition is met, in people's eyes: a place within the distance that somebody accepts is
 * near enough, though a nearer one brings more points.
 */
export function conditionState({ facts, state }: ConditionReason): ConditionReason['state'] {
  if (facts.kind !== 'distance' || facts.km === null) return state
  return facts.km <= (facts.radiusKm ?? usualKm) ? 'met' : state
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

function conditionChange(facts: ConditionFacts): Line | null {
  switch (facts.kind) {
    case 'language':
      return line('change.language', {
        language: { language: facts.code },
        asked: { cefr: facts.asked },
      })
    case 'experience':
      return line('change.experience', { asked: { months: facts.askedMonths } })
    case 'education':
      return facts.has === null
        ? line('change.sayEducation')
        : line('change.education', { asked: { education: facts.asked } })
    case 'distance':
      return line('change.sayPlace')
    case 'start':
      return line('change.start', { start: { day: facts.start } })
    case 'pay':
      return null
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
