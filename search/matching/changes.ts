import type { Blocker } from './conditions.ts'
import type {
  ConditionFacts,
  ConditionReason,
  ExplainedNeed,
  ExplainedOffer,
  SkillReason,
} from './explain.ts'
import { EVIDENCE_FACTOR } from './prepare.ts'

/** One thing that would raise a score, or lift what blocks the pair. */
export type Change =
  /** Learning a missing skill, or the wanted form of a near one, on the person's own word. */
  | {
      readonly change: 'skill'
      readonly uri: string
      readonly essential: boolean
      readonly gain: number
    }
  /** Having a skill confirmed. */
  | { readonly change: 'evidence'; readonly uri: string; readonly gain: number }
  /** A condition at most one step away, or one the person has not said anything about. */
  | { readonly change: 'condition'; readonly facts: ConditionFacts; readonly gain: number }
  /** A required language one CEFR level short, or a licence: it blocks the pair now. */
  | {
      readonly change: 'language'
      readonly code: string
      readonly asked: number
      readonly gain: null
    }
  | { readonly change: 'licence'; readonly code: string; readonly gain: null }

const MOST_CHANGES = 8
const MOST_SKILLS = 5
/** A condition whose value is this or more is at most one step short. */
const ONE_STEP = 0.75

interface Facts {
  readonly skills: readonly SkillReason[]
  readonly conditions: readonly ConditionReason[]
  readonly blockers: readonly Blocker[]
  readonly need: ExplainedNeed
  readonly offer: ExplainedOffer
}

/** What blocks first, then what would gain most; at most eight, five of them skills. */
export function changesOf({ skills, conditions, blockers, need, offer }: Facts): Change[] {
  const lifting: Change[] = []
  if (blockers.includes('language')) {
    for (const { code, level, required } of need.languages) {
      const has = Math.max(0, ...offer.languages.filter((l) => l.code === code).map((l) => l.level))
      if (required && level - has === 1) {
        lifting.push({ change: 'language', code, asked: level, gain: null })
      }
    }
  }
  if (blockers.includes('licence')) {
    for (const code of need.licences) {
      if (!offer.licences.includes(code)) lifting.push({ change: 'licence', code, gain: null })
    }
  }

  const gaining: (Change & { gain: number })[] = []
  for (const { wanted, essential, state, credit, points, possible } of skills) {
    const value = points + possible
    if (state === 'matched') {
      if (possible > 0) gaining.push({ change: 'evidence', uri: wanted, gain: possible })
    } else if (credit < EVIDENCE_FACTOR.self) {
      const gain = value * (EVIDENCE_FACTOR.self - credit)
      gaining.push({ change: 'skill', uri: wanted, essential, gain })
    }
  }
  gaining.sort((a, b) => b.gain - a.gain)
  gaining.splice(MOST_SKILLS)
  for (const { facts, state, value, possible } of conditions) {
    const oneStep = state === 'unknown' || (value < 1 && value >= ONE_STEP)
    // Nobody is told to live elsewhere, and a pay the person wants is theirs to choose.
    const theirs = facts.kind !== 'pay' && (facts.kind !== 'distance' || state === 'unknown')
    if (oneStep && theirs) gaining.push({ change: 'condition', facts, gain: possible })
  }
  gaining.sort((a, b) => b.gain - a.gain)
  return [...lifting, ...gaining].slice(0, MOST_CHANGES)
}
