import { z } from 'zod'
import type { CountryPack, IdentifierReason } from '#app/domain/countries/country-pack.ts'
import { id, line, paragraph, version } from '#app/domain/fields.ts'

/** How many people work in a company. */
export const sizeBands = ['1', '2-9', '10-49', '50-249', '250+'] as const
export type SizeBand = (typeof sizeBands)[number]

/** Most sites that one company may have here. */
export const mostSites = 50

/** True for text that can be the id of one of our records: anything else is not asked of the database. */
export function isRecordId(text: string): boolean {
  return id.safeParse(text).success
}

/** A web address; `https://` is put before one typed without its scheme. */
export const website = line(180)
  .transform((text) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'form.url' }))

/** Whether everybody may know a company by name, or its chamber alone. */
export const visibilities = ['public', 'chamber'] as const

const identifiers = z.record(z.string().max(40), z.string().max(60).optional()).default({})

const facts = {
  legalName: line(160).refine((text) => text.length >= 2, 'form.tooShort|2'),
  tradeName: line(160).optional(),
  sector: z.string().max(3).optional(),
  sizeBand: z.enum(sizeBands).optional(),
  description: paragraph(3_000).optional(),
  website: website.optional(),
  identifiers,
}

/** What is asked of who registers a company. */
export const registration = z.object({
  ...facts,
  place: z.string('company.placeMissing').max(40),
  siteName: line(120).optional(),
  address: line(200).optional(),
  /** Who the person is in the company: read by whoever decides a claim. */
  position: line(200).optional(),
})
export type Registration = z.output<typeof registration>

/** The same for one country: what is wrong with its numbers is told together with everything else. */
export function registrationIn(pack: CountryPack) {
  return registration.extend({
    identifiers: identifiers.superRefine((typed, context) => {
      const { identifiers: found, errors } = parseIdentifiers(pack, typed)
      const [first] = pack.identifiers
      if (first && found.length === 0 && Object.keys(errors).length === 0) {
        errors[`identifiers.${first.id}`] = reasonKeys.empty
      }
      for (const [field, message] of Object.entries(errors)) {
        context.addIssue({ code: 'custom', path: [field.slice('identifiers.'.length)], message })
      }
    }),
  })
}

/** What may be changed of a company. Who may know its name stays as it is where nothing is said of it. */
export const companyEdit = z.object({
  ...facts,
  visibility: z.enum(visibilities).optional(),
  version,
})
export type CompanyEdit = z.output<typeof companyEdit>

export const siteEntry = z.object({
  name: line(120).refine((text) => text.length >= 2, 'form.tooShort|2'),
  place: z.string('company.placeMissing').max(40),
  address: line(200).optional(),
})
export type SiteEntry = z.output<typeof siteEntry>

export const claimDecision = z.object({
  claimId: id,
  decision: z.enum(['owner', 'recruiter', 'refuse']),
})
export type ClaimDecision = z.output<typeof claimDecision>

/** An official number as stored, with the part that names the legal entity. */
export interface Identifier {
  readonly scheme: string
  readonly value: string
  readonly entityKey: string
}

const reasonKeys: Record<IdentifierReason, string> = {
  empty: 'company.identifierReason.empty',
  length: 'company.identifierReason.length',
  shape: 'company.identifierReason.shape',
  year: 'company.identifierReason.year',
  check: 'company.identifierReason.check',
}

/**
 * The identifiers typed in a form, each as its country writes it. Empty ones are left out. `errors`
 * has a message key for each that cannot be such a number, by field name (`identifiers.rccm`);
 * schemes that the country does not know are ignored.
 */
export function parseIdentifiers(
  pack: CountryPack,
  typed: Readonly<Record<string, string | undefined>>,
): { identifiers: Identifier[]; errors: Record<string, string> } {
  const found: Identifier[] = []
  const errors: Record<string, string> = {}
  for (const scheme of pack.identifiers) {
    const text = typed[scheme.id]?.trim() ?? ''
    if (text === '') continue
    const result = scheme.parse(text)
    if (result.ok) {
      const { value } = result
      found.push({ scheme: scheme.id, value, entityKey: scheme.entityKey(value) })
    } else errors[`identifiers.${scheme.id}`] = reasonKeys[result.reason]
  }
  return { identifiers: found, errors }
}

/** What a company's people or its chamber should do next, the first that applies. */
export type NextStep = 'decide-claim' | 'add-site' | 'post' | 'finish-draft' | 'renew' | 'none'

/** The one next step on the employer's desk, from what is there. */
export function nextStep(facts: {
  claims: number
  companiesWithoutSite: number
  drafts: number
  published: number
  paused: number
  expired: number
}): NextStep {
  if (facts.claims > 0) return 'decide-claim'
  if (facts.companiesWithoutSite > 0) return 'add-site'
  if (facts.drafts > 0) return 'finish-draft'
  if (facts.published + facts.paused > 0) return 'none'
  return facts.expired > 0 ? 'renew' : 'post'
}
