import { agreeingDigits } from '#search/matching/occupation-score.ts'
import type { SimulatedJob, SimulatedProfile } from './simulator.ts'

export type Grade = 0 | 1 | 2 | 3
export const TRUTHS = ['A', 'B'] as const
export type Truth = (typeof TRUTHS)[number]

/** Truth A: 3 the same occupation, 2 the same ISCO unit group, 1 the same minor group; the best of the person's. */
export function gradeByOccupation(job: SimulatedJob, profile: SimulatedProfile): Grade {
  const wanted = job.truth.occupation
  let best: Grade = 0
  for (const has of profile.truth.occupations) {
    const digits = agreeingDigits(wanted.isco, has.isco)
    const grade: Grade = wanted.number === has.number ? 3 : digits === 4 ? 2 : digits === 3 ? 1 : 0
    if (grade > best) best = grade
  }
  return best
}

/** Truth B: 3, 2, 1 where the person truly has 60, 40, 20 % of the job's original essential skills. */
export function gradeBySkills(job: SimulatedJob, profile: SimulatedProfile): Grade {
  const { essential } = job.truth
  let held = 0
  for (const skill of essential) if (profile.truth.held.has(skill)) held++
  const share = held / essential.length
  return share >= 0.6 ? 3 : share >= 0.4 ? 2 : share >= 0.2 ? 1 : 0
}

export const GRADE: Record<Truth, (job: SimulatedJob, profile: SimulatedProfile) => Grade> = {
  A: gradeByOccupation,
  B: gradeBySkills,
}
