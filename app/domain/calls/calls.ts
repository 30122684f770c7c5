import { z } from 'zod'
import { day, id, line } from '#app/domain/fields.ts'

/** Firms on the list of a day. */
export const callsADay = 20

/** What came of a call, in the order of the buttons. */
export const callOutcomes = ['reached', 'no-answer', 'interested', 'promised', 'refused'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** Why a firm is not to be called, and for how many days it then stays off the list. */
export const daysAway = {
  /** The number has to be found first. */
  'wrong-number': 30,
  /** Somebody of the chamber speaks with them already. */
  'in-touch': 30,
  'not-hiring': 90,
  'no-fit': 180,
  'asked-not': 365,
  /** Nobody there any more: long enough for the record to be closed or mended. */
  closed: 730,
} as const
export const whysNot = Object.keys(daysAway) as (keyof typeof daysAway)[]
export type WhyNot = keyof typeof daysAway

/** A firm may be put off by at most so many days. */
export const longestSnooze = 180

const of = { company: id, day }

/** What is decided of a firm on the list. */
export const callDecision = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('done'),
    ...of,
    outcome: z.enum(callOutcomes, 'form.required'),
    task: line(160).optional(),
    taskDue: day.optional(),
  }),
  z.object({ intent: z.literal('snooze'), ...of, until: day }),
  z.object({
    intent: z.literal('unsuitable'),
    ...of,
    why: z.enum(whysNot as [WhyNot, ...WhyNot[]], 'form.required'),
  }),
  z.object({ intent: z.literal('undo'), ...of }),
])
export type CallDecision = z.output<typeof callDecision>

/** The day so many days after another. */
export function daysAfter(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
}

/** How many days lie between two days; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

const staffOfBand: Readonly<Record<string, number>> = {
  '1': 1,
  '2-9': 4,
  '10-49': 22,
  '50-249': 110,
  '250+': 400,
}
/** Most firms whose size nobody knows are small. */
const unknownStaff = 4

/** People who work in a firm: as told, else the middle of its size band (geometric, as sizes are spread). */
export function staffOf(firm: { headcount: number | null; size_band: string | null }): number {
  return firm.headcount ?? staffOfBand[firm.size_band ?? ''] ?? unknownStaff
}
