import { z } from 'zod'
import { educationLevels } from '../education.ts'
import { checkbox, conceptUri, day, id, line, paragraph, version, wholeNumber } from '../fields.ts'
import { cefrLevels, languageCodes } from '../languages.ts'
import { evidences, kinds, licences, most, payPeriods, radii } from './profile.ts'

// What the forms of a profile may hold. Messages are message keys.

const firstYear = 1950
const lastYear = 2100

/**
 * An e-mail address, or eight digits and more as a telephone number has them: they would tell who
 * somebody is to everybody.
 */
const contact = /[^\s@]+@[^\s@]+\.[^\s@]+|(?:[+\d٠-٩][\s.\-()/]*){8,}/

const yearRange = /\b(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d\b/g

/** True when the text tells how to reach somebody. */
export function holdsContact(text: string): boolean {
  return contact.test(text.replace(yearRange, ' '))
}

const withoutContact = (text: string) => !holdsContact(text)

/** Text that employers read: it may not hold an e-mail address or a telephone number. */
const openLine = (max: number) => line(max).refine(withoutContact, 'profile.errors.contact')
const openParagraph = (max: number) =>
  paragraph(max).refine(withoutContact, 'profile.errors.contact')

const list = <T extends z.ZodType>(item: T, max: number) =>
  z
    .preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(item).max(max),
    )
    .transform((values) => [...new Set(values)])

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'form.invalid')
  .optional()
const year = wholeNumber(firstYear, lastYear).optional()

export const experienceForm = z.object({
  version,
  occupation: conceptUri.optional(),
  ownWords: openLine(120).optional(),
  country,
  sector: z.string().max(2).optional(),
  years: wholeNumber(0, 60).optional(),
  months: wholeNumber(0, 11).optional(),
  endYear: year,
  description: openParagraph(1000).optional(),
})
export type ExperienceInput = z.output<typeof experienceForm>

export const addSkillsForm = z.object({ version, add: list(conceptUri, most.skills) })

/** Characters that text copied from a document brings along and nobody sees. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A CV or somebody's own words, only to be read: a line ends as the browser counts it, with one character. */
export const workTextForm = z.object({
  workText: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .refine((text) => text.length <= most.workText, `form.tooLong|${most.workText}`)
    .transform((text) => text.replace(unseen, (one) => (one === '\n' ? one : ' ')).trim())
    .refine((text) => text.length > 0, 'form.required'),
})

export const skillRowsForm = z.object({
  version,
  remove: conceptUri.optional(),
  rows: z
    .array(
      z.object({
        uri: conceptUri,
        level: z.coerce.number().int().min(1).max(4),
        evidence: z.enum(evidences),
      }),
    )
    .max(most.skills),
})
export type SkillRows = z.output<typeof skillRowsForm>['rows']

const language = z.enum(languageCodes as [string, ...string[]])
const languageLevel = z.coerce.number().int().min(1).max(cefrLevels.length)

export const languagesForm = z.object({
  version,
  remove: language.optional(),
  rows: z.array(z.object({ language, level: languageLevel })).max(most.languages),
})
export type LanguageRows = z.output<typeof languagesForm>['rows']

export const addLanguageForm = z.object({ version, language, level: languageLevel })

export const educationForm = z.object({
  version,
  education: wholeNumber(0, educationLevels.length - 1),
})

export const qualificationForm = z.object({
  version,
  title: openLine(160).refine((text) => text.length > 0, 'form.required'),
  country,
  year,
})
export type QualificationInput = z.output<typeof qualificationForm>

export const removeForm = z.object({ version, remove: id })

export const placeForm = z.object({
  version,
  place: z.string('profile.errors.place').max(40),
  radius: z.coerce
    .number('form.required')
    .refine((km) => (radii as readonly number[]).includes(km), 'form.invalid'),
  relocate: checkbox,
  remote: checkbox,
})
export type PlaceInput = z.output<typeof placeForm>

export const wishesForm = z
  .object({
    version,
    kinds: list(z.enum(kinds), kinds.length).refine(
      (values) => values.length > 0,
      'profile.errors.kinds',
    ),
    contracts: list(z.string().max(40), 20),
    availableFrom: day.optional(),
    payAmount: wholeNumber(1, 1_000_000_000).optional(),
    payPeriod: z.enum(payPeriods).default('month'),
    licences: list(z.enum(licences), licences.length),
  })
  .strip()
export type WishesInput = z.output<typeof wishesForm>

export const wordsForm = z.object({
  version,
  headline: openLine(100).optional(),
  summary: openParagraph(600).optional(),
})
export type WordsInput = z.output<typeof wordsForm>

const name = line(80).refine((text) => text.length > 0, 'form.required')

const identityFields = {
  givenName: name,
  familyName: name,
  phone: line(40).optional(),
  email: z.email('form.email').max(254).optional(),
}
const reachable = (input: { phone?: string | undefined; email?: string | undefined }) =>
  input.phone !== undefined || input.email !== undefined
const unreachable = { path: ['phone'], error: 'profile.errors.reachable' }

/** Who somebody is, but for the birth date, which is put together from its three fields. */
export const identityForm = z.object({ version, ...identityFields }).refine(reachable, unreachable)

/** The same for somebody who has no profile yet, in a programme. */
export const newIdentityForm = z
  .object({ programme: id, ...identityFields })
  .refine(reachable, unreachable)

export type IdentityInput = Omit<z.output<typeof identityForm>, 'version'> & {
  /** `YYYY-MM-DD`. */
  readonly birthDate: string
}

export const statusForm = z.object({ version, intent: z.enum(['publish', 'pause', 'resume']) })
