import type { ProfileStatus, Step } from './profile.ts'
import { steps } from './profile.ts'

/** What is known of how far a profile is, counted from its rows. */
export interface ProfileFacts {
  readonly status: ProfileStatus
  readonly confirmed: boolean
  readonly experiences: number
  readonly skills: number
  readonly languages: number
  readonly education: boolean
  readonly place: boolean
  readonly kinds: number
  /** An identity with an adult's birth date is there. */
  readonly identity: boolean
}

/** What a profile lacks to be published. */
export const requirements = ['experience', 'place', 'wishes', 'identity', 'confirmation'] as const
export type Requirement = (typeof requirements)[number]

/** The steps that hold something, in their order. */
export function stepsDone(facts: ProfileFacts): Step[] {
  const done: Record<Step, boolean> = {
    experience: facts.experiences > 0,
    skills: facts.skills > 0,
    languages: facts.languages > 0,
    education: facts.education,
    place: facts.place,
    wishes: facts.kinds > 0,
    identity: facts.identity,
  }
  return steps.filter((step) => done[step])
}

/**
 * What must be mended before employers may see the profile: one experience or three skills
 * (`experience`), a place, a kind of work wished, an adult's identity, and the person's own
 * confirmation where somebody else entered it. Empty when it may be published.
 */
export function missingToPublish(facts: ProfileFacts): Requirement[] {
  const met: Record<Requirement, boolean> = {
    experience: facts.experiences > 0 || facts.skills >= 3,
    place: facts.place,
    wishes: facts.kinds > 0,
    identity: facts.identity,
    confirmation: facts.confirmed,
  }
  return requirements.filter((requirement) => !met[requirement])
}

/** The one thing to do next. */
export type NextStep = Step | 'confirmation' | 'publish' | 'resume' | 'matches'

/** The best next thing: what is missing first, then making it visible, then looking at work. */
export function nextStep(facts: ProfileFacts): NextStep {
  const [first] = missingToPublish(facts)
  if (first) return first
  if (facts.status === 'draft') return facts.skills === 0 ? 'skills' : 'publish'
  if (facts.status === 'paused') return 'resume'
  return 'matches'
}

/** Share of the steps that hold something, 0 to 100. */
export function completeness(facts: ProfileFacts): number {
  return Math.round((100 * stepsDone(facts).length) / steps.length)
}
