import type { TargetTable } from '../../schema/target.ts'
import { demoChamberId, idMaker } from './ids.ts'
import type { Making } from './making.ts'

/** What the chamber set itself: most of it before the year began, one thing when it had begun. */
const plans: readonly (Pick<TargetTable, 'measure' | 'admin1' | 'sector' | 'value'> & {
  readonly late?: true
})[] = [
  { measure: 'contacted', admin1: null, sector: null, value: 200 },
  { measure: 'replies', admin1: null, sector: null, value: 120 },
  { measure: 'onboarded', admin1: null, sector: null, value: 60 },
  { measure: 'opportunities', admin1: null, sector: null, value: 320 },
  { measure: 'hires', admin1: null, sector: null, value: 80 },
  { measure: 'retained', admin1: null, sector: null, value: 40 },
  { measure: 'contacted', admin1: 'CI-AB', sector: null, value: 70 },
  { measure: 'onboarded', admin1: null, sector: 'C', value: 20 },
  { measure: 'opportunities', admin1: 'CI-SV', sector: null, value: 30, late: true },
]

/** Adds the chamber's targets for this year. */
export function addTargets({ rows, calendar, users }: Making): void {
  const nextId = idMaker('target')
  const year = calendar.now.getUTCFullYear()
  const sinceNewYear = Math.floor((calendar.now.getTime() - Date.UTC(year, 0, 1)) / 86_400_000)
  for (const { late, ...plan } of plans) {
    rows.target.push({
      id: nextId(),
      chamber_id: demoChamberId,
      ...plan,
      year,
      set_by: users.mariam,
      set_at: calendar.ago(late ? Math.floor(sinceNewYear / 2) : sinceNewYear + 40),
    })
  }
}
