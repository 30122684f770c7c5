import { z } from 'zod'
import type { LanguageLevel } from '#search/documents/common.ts'
import type { Need } from '#search/documents/opportunity.ts'
import type { Offer } from '#search/documents/profile.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'

const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const

const level = z.union([
  z.number().int().min(1).max(7),
  z.enum(cefr).transform((name) => cefr.indexOf(name) + 1),
])
const uri = z.string().min(1).max(500)
const occupation = z.union([
  uri.transform((text) => ({ uri: text, isco08: undefined })),
  z.object({
    uri,
    isco08: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    months: z.number().int().min(0).optional(),
  }),
])
const place = z
  .object({
    lat: z.number().min(-90).max(90),
    lng: z.number().min(-180).max(180),
    id: z.string().optional(),
    admin1: z.string().optional(),
  })
  .nullish()
const period = z.enum(['hour', 'day', 'week', 'month', 'year']).default('month')
const amount = z.number().int().min(0)
const codes = z.array(z.string().min(1).max(100)).default([])
const kind = z.enum(['job', 'internship', 'apprenticeship'])
/** Stands before an id that was a number, so that it goes out as one; no text begins with it. */
const numberMark = '\u0000'
const id = z
  .union([z.string().min(1).max(200), z.number()])
  .refine(
    (stated) => !Number.isInteger(stated) || Number.isSafeInteger(stated),
    'is too great for a number: write it as text',
  )
  .refine((stated) => !String(stated).startsWith(numberMark), 'begins with what is no letter')
  .transform((stated) => (typeof stated === 'number' ? numberMark + stated : stated))
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullish()
const education = z.number().int().min(0).max(8).nullish()
const months = z.number().min(0).nullish()

const needLine = z.object({
  id,
  skills: z
    .array(
      z.union([
        z.object({ uri, essential: z.boolean().default(true) }),
        uri.transform((text) => ({ uri: text, essential: true })),
      ]),
    )
    .default([]),
  occupation: occupation.nullish(),
  occupations: z.array(occupation).default([]),
  languages: z
    .array(z.object({ code: z.string(), level, required: z.boolean().default(false) }))
    .default([]),
  education,
  experienceMonths: months,
  licences: codes,
  country,
  place,
  remote: z.boolean().default(false),
  kind: kind.default('job'),
  contract: z.string().nullish(),
  start: z.iso.date().nullish(),
  pay: z.object({ min: amount, max: amount, currency: z.string().length(3), period }).nullish(),
  companyId: z.string().default(''),
})

const offerLine = z.object({
  id,
  skills: z
    .array(
      z.union([
        z.object({
          uri,
          level: z.number().int().min(1).max(4).default(2),
          evidence: z.enum(['self', 'employer', 'certified', 'assessed']).default('self'),
        }),
        uri.transform((text) => ({ uri: text, level: 2, evidence: 'self' as const })),
      ]),
    )
    .default([]),
  occupation: occupation.nullish(),
  occupations: z.array(occupation).default([]),
  languages: z.array(z.object({ code: z.string(), level })).default([]),
  education,
  experienceMonths: months,
  licences: codes,
  country,
  place,
  radiusKm: z.number().min(0).nullish(),
  relocate: z.boolean().default(false),
  remote: z.boolean().default(false),
  kinds: z.array(kind).default([]),
  contracts: codes,
  availableFrom: z.iso.date().nullish(),
  minPay: z.object({ amount, currency: z.string().length(3), period }).nullish(),
  blockedCompanyIds: codes,
})

/** The id that a line stated, a number where it was one, from what the need or offer read from it has. */
export function statedId(id: string): string | number {
  return id.startsWith(numberMark) ? Number(id.slice(numberMark.length)) : id
}

/** A line that is not JSON, or not a need or an offer; the message names the field. */
export class LineError extends Error {}

/**
 * The need that a line of JSON states. What it leaves out is not asked; `country` stands for a
 * missing one. Throws a `LineError`.
 */
export function readNeed(text: string, taxonomy: Taxonomy, country: string): Need {
  const line = parse(needLine, text)
  const wanted = line.occupation ?? line.occupations[0]
  return {
    id: line.id,
    country: line.country ?? country,
    companyId: line.companyId,
    status: 'open',
    kind: line.kind,
    contract: line.contract ?? null,
    occupation: wanted ? { uri: wanted.uri, isco08: iscoOf(wanted, taxonomy) } : null,
    skills: line.skills,
    languages: line.languages.map((one) => ({ ...one, level: one.level as LanguageLevel })),
    education: line.education ?? null,
    experienceMonths: line.experienceMonths ?? null,
    licences: line.licences,
    place: placeOf(line.place),
    remote: line.remote,
    start: line.start ?? null,
    pay: line.pay ?? null,
  }
}

/** The offer that a line of JSON states, likewise. Throws a `LineError`. */
export function readOffer(text: string, taxonomy: Taxonomy, country: string): Offer {
  const line = parse(offerLine, text)
  const occupations = line.occupation ? [line.occupation, ...line.occupations] : line.occupations
  return {
    id: line.id,
    country: line.country ?? country,
    status: 'active',
    occupations: occupations.map((one) => ({
      uri: one.uri,
      isco08: iscoOf(one, taxonomy),
      months: 0,
      labels: '',
    })),
    skills: line.skills.map((one) => ({ ...one, level: one.level as 1 | 2 | 3 | 4 })),
    languages: line.languages.map((one) => ({ ...one, level: one.level as LanguageLevel })),
    education: line.education ?? null,
    experienceMonths: line.experienceMonths ?? 0,
    place: placeOf(line.place),
    radiusKm: line.radiusKm ?? null,
    relocate: line.relocate,
    remote: line.remote,
    availableFrom: line.availableFrom ?? null,
    kinds: line.kinds,
    contracts: line.contracts,
    licences: line.licences,
    minPay: line.minPay ?? null,
    blockedCompanyIds: line.blockedCompanyIds,
  }
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new LineError('is not JSON')
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new LineError(`${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is not valid'}`)
}

/** A code stated counts only for an occupation that the taxonomy does not know. */
function iscoOf(one: { uri: string; isco08?: string | undefined }, taxonomy: Taxonomy): string {
  const known = taxonomy.isco(taxonomy.occupation(one.uri))
  return known < 0 ? (one.isco08 ?? '') : String(known).padStart(4, '0')
}

function placeOf(one: z.infer<typeof place>): Need['place'] {
  return one ? { id: one.id ?? '', admin1: one.admin1 ?? '', lat: one.lat, lng: one.lng } : null
}
