import { z } from 'zod'
import { wholeNumber } from '#app/domain/fields.ts'
import { periodOf, quarterOf } from '#app/domain/map/view.ts'

/** What a chamber can set itself for a year. */
export const targetMeasures = [
  'onboarded',
  'contacted',
  'replies',
  'opportunities',
  'hires',
  'retained',
] as const
export type TargetMeasure = (typeof targetMeasures)[number]

/** Months after which it is asked whether a hire goes on. */
export const retentionMonths = [3, 6, 12] as const
export type RetentionMonths = (typeof retentionMonths)[number]
/** The months that the target "retained" means. */
export const targetMonths = 6

/** What the address of a scorecard asks for; anything unknown falls back. */
export const scorecardAsked = (today: string) =>
  z.object({
    /** The viewer, the whole chamber, or a colleague's account. */
    who: z.union([z.enum(['me', 'chamber']), z.uuid()]).catch('me'),
    time: z
      .string()
      .regex(/^20\d\d(-Q[1-4])?$/)
      .catch(quarterOf(today)),
  })
export type ScorecardAsked = z.output<ReturnType<typeof scorecardAsked>>

/** A target as it is typed. */
export const targetEntry = z.object({
  measure: z.enum(targetMeasures, 'form.required'),
  year: wholeNumber(2020, 2099),
  admin1: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'form.invalid')
    .optional(),
  sector: z
    .string()
    .regex(/^([A-U]|\d{2})$/, 'form.invalid')
    .optional(),
  value: wholeNumber(1, 1_000_000),
})
export type TargetEntry = z.output<typeof targetEntry>

/** True for a target that was set when its year had begun: it says less than one set beforehand. */
export function isLate(target: { year: number; set_at: string }): boolean {
  return target.set_at.slice(0, 10) >= `${target.year}-01-01`
}

/** Quarters and years that a scorecard can be asked for: this year and the two before, the newest first. */
export function periodsAround(today: string): string[] {
  const year = Number(today.slice(0, 4))
  const now = quarterOf(today)
  const quarters = [year, year - 1].flatMap((of) => [4, 3, 2, 1].map((one) => `${of}-Q${one}`))
  return [
    ...quarters.filter((quarter) => quarter <= now),
    ...[year, year - 1, year - 2].map(String),
  ]
}

/** First and last day of a quarter or year, not beyond today. */
export function daysOf(
  time: string,
  today: string,
): { readonly from: string; readonly to: string } {
  const { from, to } = periodOf(time)
  return { from, to: to < today ? to : today }
}

/** The day so many months after another; the last of its month where that is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}
