import { z } from 'zod'
import { day, id, line, paragraph } from '#app/domain/fields.ts'

export const campaignKinds = ['event', 'campaign'] as const
export const attendances = ['invited', 'accepted', 'declined', 'attended', 'absent'] as const
/** What came of somebody's being there. */
export const attendanceOutcomes = ['reached', 'interested', 'promised', 'refused'] as const

/** Companies that one invitation may reach. */
export const mostInvited = 2_000
/** Companies whose attendance stands on one page. */
export const attendancePerPage = 25

export const campaignEntry = z.object({
  kind: z.enum(campaignKinds, 'form.required'),
  title: line(120).refine((text) => text.length >= 3, 'form.tooShort|3'),
  onDay: day,
  place: z.string().max(40).optional(),
  note: paragraph(1_000).optional(),
})
export type CampaignEntry = z.output<typeof campaignEntry>

/** The attendance of a page of companies, by company. */
export const attendanceEntry = z.object({
  status: z.record(id, z.enum(attendances)),
  outcome: z.record(id, z.enum(attendanceOutcomes).optional()).default({}),
})
export type AttendanceEntry = z.output<typeof attendanceEntry>
