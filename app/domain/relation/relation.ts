import { z } from 'zod'
import { conceptUri, day, id, line, paragraph, version, wholeNumber } from '#app/domain/fields.ts'

/** Where a chamber stands with a company, from the first idea to hires; `dormant` is a relation asleep. */
export const stages = ['prospect', 'contacted', 'met', 'onboarded', 'active', 'dormant'] as const
export type Stage = (typeof stages)[number]

export const engagementKinds = ['call', 'visit', 'mail', 'event'] as const
export type EngagementKind = (typeof engagementKinds)[number]

export const outcomes = ['reached', 'no-answer', 'interested', 'promised', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

export const commitmentKinds = [
  'job',
  'internship',
  'apprenticeship',
  'training',
  'mentoring',
  'purchase',
  'investment',
] as const
export const commitmentEnds = ['kept', 'partly', 'broken', 'withdrawn'] as const
export const intentionKinds = ['job', 'internship', 'apprenticeship'] as const
export const intentionSources = ['visit', 'survey', 'company', 'import'] as const
export const intentionEnds = ['published', 'hired', 'dropped'] as const

/** The version of a relation; 0 where no row stands yet. */
const relationVersion = z.coerce.number('form.invalid').int('form.invalid').min(0).max(1_000_000)

export const stageMove = z.object({
  companyId: id,
  stage: z.enum(stages),
  version: relationVersion,
})

/** Who looks after a company; empty is nobody. */
export const ownerChange = z.object({ ownerId: id.optional(), version: relationVersion })

export const contactLog = z.object({
  kind: z.enum(engagementKinds, 'relation.log.kindMissing'),
  outcome: z.enum(outcomes, 'relation.log.outcomeMissing'),
  onDay: day.optional(),
  note: paragraph(2_000).optional(),
})
export type ContactLog = z.output<typeof contactLog>

export const taskEntry = z.object({
  title: line(160).refine((text) => text.length >= 2, 'form.tooShort|2'),
  dueOn: day,
  assigneeId: id.optional(),
})
export type TaskEntry = z.output<typeof taskEntry>

/** By how many days a task may be put off from the day view. */
export const snoozeDays = [1, 3, 7, 30] as const

export const commitmentEntry = z.object({
  kind: z.enum(commitmentKinds, 'form.required'),
  quantity: wholeNumber(1, 10_000),
  dueOn: day,
  note: paragraph(1_000).optional(),
})
export type CommitmentEntry = z.output<typeof commitmentEntry>

export const commitmentEnd = z.object({
  commitmentId: id,
  version,
  status: z.enum(commitmentEnds, 'form.required'),
  keptQuantity: wholeNumber(0, 10_000).optional(),
})
export type CommitmentEnd = z.output<typeof commitmentEnd>

export const quarter = z.string().regex(/^20\d\d-Q[1-4]$/, 'form.invalid')

export const intentionEntry = z.object({
  kind: z.enum(intentionKinds, 'form.required'),
  occupation: conceptUri,
  siteId: id.optional(),
  quarter,
  posts: wholeNumber(1, 10_000),
  source: z.enum(['visit', 'survey']),
})
export type IntentionEntry = z.output<typeof intentionEntry>

export const intentionEnd = z.object({
  intentionId: id,
  version,
  status: z.enum(intentionEnds, 'form.required'),
  outcomePosts: wholeNumber(0, 10_000).optional(),
})
export type IntentionEnd = z.output<typeof intentionEnd>

/** How long who logged a contact may still mend it, in milliseconds. */
export const mendableMs = 86_400_000

/** True while the author of an entry may change or remove it. */
export function isMendable(
  entry: { author_id: string | null; created_at: string },
  userId: string,
  now: Date,
): boolean {
  return entry.author_id === userId && now.getTime() - Date.parse(entry.created_at) <= mendableMs
}

/** A day so many days after another, `YYYY-MM-DD`. */
export function addDays(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The day itself, or the Monday after it when it falls on a weekend. */
export function workingDay(wanted: string): string {
  const weekday = new Date(wanted).getUTCDay()
  if (weekday === 6) return addDays(wanted, 2)
  return weekday === 0 ? addDays(wanted, 1) : wanted
}

/** The quarter of a day: `2026-Q4`. */
export function quarterOf(onDay: string): string {
  return `${onDay.slice(0, 4)}-Q${Math.ceil(Number(onDay.slice(5, 7)) / 3)}`
}

/** The quarter of a day and those that follow, in order. */
export function quartersFrom(onDay: string, count: number): string[] {
  const first = Number(onDay.slice(0, 4)) * 4 + Math.ceil(Number(onDay.slice(5, 7)) / 3) - 1
  return Array.from({ length: count }, (_, at) => {
    const number = first + at
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
  })
}

/** The last day of a quarter. */
export function quarterEnd(text: string): string {
  const [year = '', number = ''] = text.split('-Q')
  return new Date(Date.UTC(Number(year), Number(number) * 3, 0)).toISOString().slice(0, 10)
}
