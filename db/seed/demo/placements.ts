import { idMaker } from './ids.ts'
import type { Making } from './making.ts'
import type { DemoOpportunity } from './opportunity-rows.ts'
import type { DemoProfile } from './profile-rows.ts'
import { randomFrom } from './random.ts'

/** Somebody was hired: how many days ago the work began and, where it did not last, ended. */
export interface HirePlan {
  readonly opportunity: DemoOpportunity
  readonly beganAgo: number
  readonly endedAgo: number | null
}

/** Of an opportunity with many posts, so many hires are known. */
const mostHires = 3
/** Of interns, so many are kept on when their time is over. */
const keptOn = 0.45

/** The hires of filled opportunities: those of one began within weeks of each other; most go on, some ended early. */
export function planHires(filled: readonly DemoOpportunity[]): HirePlan[] {
  const random = randomFrom('hires')
  return filled.flatMap((opportunity) => {
    const { plan } = opportunity
    const first = -(plan.startsIn ?? -10)
    return Array.from({ length: Math.min(mostHires, plan.posts) }, (_, at): HirePlan => {
      const beganAgo = Math.max(2, first - (at === 0 ? 0 : random.between(0, 30)))
      const stay = random.weighted([
        [null, 70] as const,
        [random.between(15, 85), 11],
        [random.between(95, 175), 11],
        [random.between(190, 330), 8],
      ])
      const term =
        plan.kind === 'internship' && plan.months !== null && !random.chance(keptOn)
          ? plan.months * 30
          : null
      const lasted = Math.min(stay ?? Number.POSITIVE_INFINITY, term ?? Number.POSITIVE_INFINITY)
      return { opportunity, beganAgo, endedAgo: lasted < beganAgo ? beganAgo - lasted : null }
    })
  })
}

/** Adds hires with what is known of them since. */
export function addPlacements(
  { rows, calendar }: Making,
  hires: readonly { readonly hire: HirePlan; readonly profile: DemoProfile }[],
): void {
  const nextId = idMaker('placement')
  for (const { hire, profile } of hires) {
    rows.placement.push({
      id: nextId(),
      profile_id: profile.id,
      opportunity_id: hire.opportunity.id,
      started_on: calendar.day(-hire.beganAgo),
      ended_on: hire.endedAgo === null ? null : calendar.day(-hire.endedAgo),
      created_at: calendar.ago(hire.beganAgo),
    })
  }
}
