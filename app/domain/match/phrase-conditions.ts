import type { ConditionFacts, ConditionReason } from '#search/matching/explain.ts'
import { type Line, line } from './line.ts'

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

/** What would meet a condition; null for what is the person's own to choose. */
export function conditionChange(facts: ConditionFacts): Line | null {
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
