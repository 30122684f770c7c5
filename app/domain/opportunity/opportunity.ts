import { z } from 'zod'
import {
  type ContractKind,
  type CountryPack,
  type OpportunityKind,
  westernDigits,
} from '#app/domain/countries/country-pack.ts'
import {
  checkbox,
  conceptUri,
  day,
  line,
  paragraph,
  version,
  wholeNumber,
} from '#app/domain/fields.ts'
import { languageCodes } from '#app/domain/languages.ts'
import { licences } from '#app/domain/profile/profile.ts'

export const opportunityKinds = [
  'job',
  'internship',
  'apprenticeship',
] as const satisfies OpportunityKind[]

export const opportunityStatuses = [
  'draft',
  'published',
  'paused',
  'filled',
  'closed',
  'expired',
] as const
export type OpportunityStatus = (typeof opportunityStatuses)[number]

export const payPeriods = ['hour', 'day', 'month', 'year'] as const
export type PayPeriod = (typeof payPeriods)[number]

/** Most skills of each sort, and most languages, that one opportunity may ask for. */
export const most = { skills: 30, languages: 6 } as const

/** Pay is stored in 32 bits: no more than this many minor units. */
const mostMinorUnits = 2_000_000_000

/** What changes the status: from which one it may start, and where it leads. */
export const moves = {
  publish: { from: ['draft', 'expired'], to: 'published' },
  pause: { from: ['published'], to: 'paused' },
  resume: { from: ['paused'], to: 'published' },
  fill: { from: ['published', 'paused', 'expired'], to: 'filled' },
  close: { from: ['published', 'paused', 'expired'], to: 'closed' },
} as const satisfies Record<string, { from: readonly OpportunityStatus[]; to: OpportunityStatus }>
export type Move = keyof typeof moves
export const moveNames = Object.keys(moves) as [Move, ...Move[]]

/** The moves that a status allows. */
export function movesFrom(status: OpportunityStatus): Move[] {
  return moveNames.filter((move) =>
    (moves[move].from as readonly OpportunityStatus[]).includes(status),
  )
}

/** True while the content may be changed: what has ended stays as it was. */
export function isEditable(status: OpportunityStatus): boolean {
  return status !== 'filled' && status !== 'closed'
}

/** What is asked first: what it is and where. `where` is a site's id, `other`, or absent. */
export const basics = z.object({
  kind: z.enum(opportunityKinds, 'form.required'),
  title: line(120).refine((text) => text.length >= 3, 'form.tooShort|3'),
  contract: z.string().max(40).optional(),
  posts: wholeNumber(1, 9_999).default(1),
  description: paragraph(6_000).optional(),
  where: z.string().max(40).optional(),
  place: z.string().max(40).optional(),
  remote: checkbox,
})
export type Basics = z.output<typeof basics>
export const basicsEdit = basics.extend({ version })

/** The occupation chosen; `none` when nothing in the list fits. */
export const occupationChoice = z.object({
  occupation: z.union([z.literal('none'), conceptUri], 'form.required'),
  version,
})

export const skillChoice = z.object({
  essential: z.array(conceptUri).max(most.skills, 'opportunity.tooManySkills').default([]),
  useful: z.array(conceptUri).max(most.skills, 'opportunity.tooManySkills').default([]),
  version,
})
export type SkillChoice = z.output<typeof skillChoice>

/** A whole amount as people write it ("250 000", "٢٥٠٬٠٠٠"); null for anything else. */
export function readAmount(text: string): number | null {
  const compact = westernDigits(text)
    .replace(/[\s'’٬\u00a0\u202f]/g, '')
    .replace(/[.,](?=\d{3}(\D|$))/g, '')
  return /^\d{1,12}$/.test(compact) ? Number(compact) : null
}

const amount = z
  .string()
  .max(30)
  .transform((text, context) => {
    const value = readAmount(text)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: 'form.number' })
    return z.NEVER
  })

const languageRow = z.object({
  language: z.enum(languageCodes as [string, ...string[]], 'form.invalid').optional(),
  level: wholeNumber(1, 6).optional(),
  required: checkbox,
})

export const conditions = z.object({
  languages: z.array(languageRow.optional()).max(12).default([]),
  education: wholeNumber(0, 8).optional(),
  experienceMonths: wholeNumber(0, 720).optional(),
  licences: z.array(z.enum(licences)).default([]),
  payMin: amount.optional(),
  payMax: amount.optional(),
  payPeriod: z.enum(payPeriods).optional(),
  startDate: day.optional(),
  endDate: day.optional(),
  deadline: day.optional(),
  version,
})
export type Conditions = z.output<typeof conditions>

/** The contracts that a country knows for one kind. */
export function contractsFor(pack: CountryPack, kind: OpportunityKind): ContractKind[] {
  return pack.contractKinds.filter((contract) => contract.kind === kind)
}

/** Major units (whole) in minor units of the country's currency; null when it is too much to store. */
export function toMinorUnits(pack: CountryPack, major: number): number | null {
  const minor = major * 10 ** pack.currency.minorDigits
  return minor <= mostMinorUnits ? minor : null
}

/** Minor units in whole major units, as forms show them. */
export function toMajorUnits(pack: CountryPack, minor: number): number {
  return Math.round(minor / 10 ** pack.currency.minorDigits)
}

/** The languages of a form without its empty rows; message keys by field for rows half filled or told twice. */
export function readLanguages(rows: Conditions['languages']): {
  languages: { language: string; level: number; required: boolean }[]
  errors: Record<string, string>
} {
  const languages: { language: string; level: number; required: boolean }[] = []
  const errors: Record<string, string> = {}
  for (const [index, row] of rows.entries()) {
    if (!row?.language) continue
    const { language, level, required } = row
    if (languages.some((one) => one.language === language)) {
      errors[`languages[${index}].language`] = 'opportunity.languageTwice'
    } else if (level === undefined) errors[`languages[${index}].level`] = 'opportunity.levelMissing'
    else languages.push({ language, level, required })
  }
  if (languages.length > most.languages) {
    errors[`languages[${most.languages}].language`] = `form.tooBig|${most.languages}`
  }
  return { languages, errors }
}

interface Days {
  readonly startDate?: string | null | undefined
  readonly endDate?: string | null | undefined
  readonly deadline?: string | null | undefined
}

/**
 * What is wrong with the days of an opportunity: message keys by field. A day that was stored before
 * and has not been touched may have gone by; `today` is the country's.
 */
export function checkDays(
  asked: Days,
  stored: Days,
  today: string,
  contract?: ContractKind | undefined,
): Record<string, string> {
  const errors: Record<string, string> = {}
  const { startDate, endDate, deadline } = asked
  if (deadline && deadline < today && deadline !== stored.deadline) {
    errors.deadline = 'opportunity.deadlinePast'
  }
  if (startDate && startDate <= today && startDate !== stored.startDate) {
    errors.startDate = 'opportunity.startPast'
  }
  if (endDate && endDate <= (startDate ?? today)) errors.endDate = 'opportunity.endBeforeStart'
  else if (endDate && startDate && contract?.maxMonths) {
    const latest = new Date(`${startDate}T00:00:00Z`)
    latest.setUTCMonth(latest.getUTCMonth() + contract.maxMonths)
    if (endDate > latest.toISOString().slice(0, 10)) {
      errors.endDate = `opportunity.contractTooLong|${contract.maxMonths}`
    }
  }
  return errors
}

/** Pay in minor units, or message keys by field. Without any amount there is no pay to show. */
export function readPay(
  pack: CountryPack,
  typed: Pick<Conditions, 'payMin' | 'payMax' | 'payPeriod'>,
): {
  pay: { min: number; max: number | null; period: PayPeriod } | null
  errors: Record<string, string>
} {
  const { payMin, payMax, payPeriod } = typed
  if (payMin === undefined && payMax === undefined) return { pay: null, errors: {} }
  const errors: Record<string, string> = {}
  if (payMin === undefined) errors.payMin = 'opportunity.payMinMissing'
  if (!payPeriod) errors.payPeriod = 'opportunity.payPeriodMissing'
  const min = toMinorUnits(pack, payMin ?? 0)
  const max = payMax === undefined ? undefined : toMinorUnits(pack, payMax)
  if (min === null) errors.payMin = 'opportunity.payTooHigh'
  if (max === null) errors.payMax = 'opportunity.payTooHigh'
  if (payMin !== undefined && payMax !== undefined && payMax < payMin) {
    errors.payMax = 'opportunity.payMaxBelowMin'
  }
  if (min === null || max === null || !payPeriod || Object.keys(errors).length > 0) {
    return { pay: null, errors }
  }
  return { pay: { min, max: max ?? null, period: payPeriod }, errors }
}

/** What an opportunity lacks before it may be shown to all. */
export const gaps = ['title', 'occupation', 'place', 'deadline'] as const
export type Gap = (typeof gaps)[number]

/** The gaps of an opportunity, in the order of its steps; none when it may be published. */
export function gapsOf(
  facts: {
    title: string
    occupationUri: string | null
    skills: number
    placeId: string | null
    remote: boolean
    deadline: string | null
  },
  today: string,
): Gap[] {
  const lacks: Record<Gap, boolean> = {
    title: facts.title.trim().length < 3,
    occupation: facts.occupationUri === null && facts.skills < 3,
    place: facts.placeId === null && !facts.remote,
    deadline: facts.deadline !== null && facts.deadline < today,
  }
  return gaps.filter((gap) => lacks[gap])
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()
const dayNow = new Map<string, { minute: number; day: string }>()

/** The calendar day in a time zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, now: Date): string {
  // Each page asks; no clock of the world changes its day within a minute of UTC.
  const minute = Math.floor(now.getTime() / 60_000)
  const known = dayNow.get(timeZone)
  if (known?.minute === minute) return known.day
  let format = dayFormats.get(timeZone)
  if (!format) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
    format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts })
    dayFormats.set(timeZone, format)
  }
  const day = format.format(now)
  dayNow.set(timeZone, { minute, day })
  return day
}
