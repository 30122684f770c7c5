import { z } from 'zod'
import { day, line, paragraph, version } from '#app/domain/fields.ts'

/** Which companies the chamber's list shows. */
export const companyFilters = ['all', 'verified', 'to-verify', 'claimed'] as const
export type CompanyFilter = (typeof companyFilters)[number]

export const companiesPerPage = 20

/** What the address of the list asks for; anything unknown falls back, so that old links still open. */
export const companyList = z.object({
  q: line(80).optional().catch(undefined),
  filter: z.enum(companyFilters).catch('all'),
  sector: z
    .string()
    .regex(/^([A-U]|\d{2})$/)
    .optional()
    .catch(undefined),
  admin1: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type CompanyList = z.output<typeof companyList>

/** What staff saw that shows a company is real. */
export const verification = z.object({
  evidence: paragraph(1_000).refine((text) => text.length >= 10, 'form.tooShort|10'),
  until: day.optional(),
  version,
})

interface Ground {
  readonly id: string
  readonly country: string
  /** ISO 3166-2; empty is the whole country. */
  readonly admin1s: readonly string[]
}

/**
 * True when a chamber looks after a company: the same country, and either the whole of it, one of
 * the company's units, a company that the chamber registered, or one that has no site yet.
 */
export function looksAfter(
  chamber: Ground,
  company: { country: string; chamberId: string | null; admin1s: readonly string[] },
): boolean {
  if (chamber.country !== company.country) return false
  if (chamber.admin1s.length === 0 || company.chamberId === chamber.id) return true
  if (company.admin1s.length === 0) return true
  return company.admin1s.some((unit) => chamber.admin1s.includes(unit))
}
