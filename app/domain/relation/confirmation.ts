import { z } from 'zod'
import { sizeBands, website } from '#app/domain/company/company.ts'
import { checkbox, conceptUri, id, line, wholeNumber } from '#app/domain/fields.ts'
import { intentionKinds, quarter } from './relation.ts'

/** How long a link to confirm a record works, in days. */
export const confirmationDays = 30

/** Expected hires that fit in one answer. */
export const hireRows = [0, 1, 2] as const

const email = z.email('form.email').max(254)

const hireFields = Object.fromEntries(
  hireRows.flatMap((at) => [
    [`occupation${at}`, conceptUri.optional()],
    [`kind${at}`, z.enum(intentionKinds).optional()],
    [`posts${at}`, wholeNumber(1, 10_000).optional()],
    [`quarter${at}`, quarter.optional()],
  ]),
) as Record<`occupation${number}`, z.ZodOptional<typeof conceptUri>>

/** What a company may say of itself by its link: a bounded set, and nothing of who it legally is. */
export const confirmationEntry = z.object({
  sector: z
    .string()
    .regex(/^\d{2}$/, 'form.invalid')
    .optional(),
  sizeBand: z.enum(sizeBands).optional(),
  headcount: wholeNumber(0, 500_000).optional(),
  phone: line(40).optional(),
  email: email.optional(),
  website: website.optional(),
  /** People to contact who are no longer there. */
  left: z.array(id).max(50).default([]),
  contactName: line(120)
    .refine((text) => text.length >= 2, 'form.tooShort|2')
    .optional(),
  contactPosition: line(120).optional(),
  contactEmail: email.optional(),
  contactPhone: line(40).optional(),
  contactConsent: checkbox,
  ...hireFields,
})
export type ConfirmationEntry = z.output<typeof confirmationEntry>

/** Hires that a company expects, as it wrote them. */
export interface ExpectedHire {
  readonly occupation: string
  readonly kind: (typeof intentionKinds)[number]
  readonly posts: number
  readonly quarter: string
}

/**
 * The rows of expected hires that were filled in, and the fields that are missing in one begun: an
 * occupation or a number begins a row.
 */
export function hiresIn(entry: Readonly<Record<string, unknown>>): {
  hires: ExpectedHire[]
  errors: Record<string, string>
} {
  const hires: ExpectedHire[] = []
  const errors: Record<string, string> = {}
  for (const at of hireRows) {
    const [occupation, posts] = [entry[`occupation${at}`], entry[`posts${at}`]]
    if (occupation === undefined && posts === undefined) continue
    const row = { occupation, posts, kind: entry[`kind${at}`], quarter: entry[`quarter${at}`] }
    const missing = Object.entries(row).filter(([, value]) => value === undefined)
    for (const [name] of missing) errors[`${name}${at}`] = 'form.required'
    if (missing.length === 0) hires.push(row as ExpectedHire)
  }
  return { hires, errors }
}

/** What of a company may change by its link, with how it stands and how the answer has it. */
export interface Change {
  readonly field: 'sector' | 'sizeBand' | 'headcount' | 'phone' | 'email' | 'website'
  readonly before: string | null
  readonly after: string | null
}

/** What an answer changed: facts one by one, people and hires by how many. */
export const confirmationAnswer = z.object({
  changes: z.array(
    z.object({
      field: z.enum(['sector', 'sizeBand', 'headcount', 'phone', 'email', 'website']),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  contactsAdded: z.number(),
  contactsLeft: z.number(),
  hires: z.number(),
})
export type ConfirmationAnswer = z.output<typeof confirmationAnswer>

/** The facts that differ between what is known and what a company says; what it leaves empty stays as it is known. */
export function changesBetween(
  before: Readonly<Record<Change['field'], string | null>>,
  after: Readonly<Record<Change['field'], string | null>>,
): Change[] {
  return (Object.keys(before) as Change['field'][])
    .filter((field) => after[field] !== null && after[field] !== before[field])
    .map((field) => ({ field, before: before[field], after: after[field] }))
}
