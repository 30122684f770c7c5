import type { OpportunityView } from '#app/domain/opportunity/opportunity-view.ts'

const unitText = { hour: 'HOUR', day: 'DAY', week: 'WEEK', month: 'MONTH', year: 'YEAR' } as const

/** Text as HTML, lines kept: search machines read descriptions as HTML. */
function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>')
}

/** Minor units as an amount of the currency (ISO 4217). */
function amount(minor: number, currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
}

/**
 * An opportunity as a schema.org JobPosting, for search machines. `url` is the page's own address.
 * Call it only for what is published: a posting that lives on after its end is an untruth.
 */
export function jobPosting(view: OpportunityView, url: string): Record<string, unknown> {
  const { company, place, pay } = view
  const country = { '@type': 'Country', name: view.country }
  const skills = [...view.essentialSkills, ...view.usefulSkills].map((skill) => skill.label)
  const posting: Record<string, unknown> = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    url,
    title: view.title,
    description: asHtml(view.description || [view.title, ...skills].join('\n')),
    identifier: { '@type': 'PropertyValue', name: company.name ?? undefined, value: view.id },
    datePosted: view.publishedAt?.slice(0, 10),
    validThrough: view.deadline ? `${view.deadline}T23:59:59Z` : undefined,
    employmentType:
      view.kind === 'internship' ? 'INTERN' : view.kind === 'apprenticeship' ? 'OTHER' : undefined,
    // Search machines take this word for a company that is not named.
    hiringOrganization:
      company.name === null
        ? 'confidential'
        : { '@type': 'Organization', name: company.name, sameAs: company.website ?? undefined },
    industry: company.sector ?? undefined,
    occupationalCategory: view.occupation?.label,
    jobLocation: place
      ? {
          '@type': 'Place',
          address: {
            '@type': 'PostalAddress',
            addressLocality: place.name,
            addressRegion: place.admin1Name,
            addressCountry: view.country,
          },
        }
      : undefined,
    jobLocationType: view.remote ? 'TELECOMMUTE' : undefined,
    applicantLocationRequirements: view.remote ? country : undefined,
    totalJobOpenings: view.posts,
    jobStartDate: view.startDate ?? undefined,
    skills: skills.length > 0 ? skills.join(', ') : undefined,
    experienceRequirements: view.experienceMonths
      ? {
          '@type': 'OccupationalExperienceRequirements',
          monthsOfExperience: view.experienceMonths,
        }
      : undefined,
    baseSalary: pay
      ? {
          '@type': 'MonetaryAmount',
          currency: pay.currency,
          value: {
            '@type': 'QuantitativeValue',
            minValue: amount(pay.min, pay.currency),
            maxValue: amount(pay.max, pay.currency),
            unitText: unitText[pay.period],
          },
        }
      : undefined,
  }
  return Object.fromEntries(Object.entries(posting).filter(([, value]) => value !== undefined))
}

/** JSON that cannot end the `<script>` element it stands in, nor open a comment there. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
