import { idMaker } from './ids.ts'
import type { Making } from './making.ts'
import type { DemoOpportunity } from './opportunity-rows.ts'
import type { DemoProfile } from './profile-rows.ts'

/** Adds hires that go on: each began on the day that its opportunity named. */
export function addPlacements(
  { rows, calendar }: Making,
  hires: readonly { readonly opportunity: DemoOpportunity; readonly profile: DemoProfile }[],
): void {
  const nextId = idMaker('placement')
  for (const { opportunity, profile } of hires) {
    const daysAgo = -(opportunity.plan.startsIn ?? -10)
    rows.placement.push({
      id: nextId(),
      profile_id: profile.id,
      opportunity_id: opportunity.id,
      started_on: calendar.day(-daysAgo),
      ended_on: null,
      created_at: calendar.ago(daysAgo),
    })
  }
}
