import { fromFlag, fromList } from '#db/codec.ts'
import type { IndexedOpportunity } from '#db/queries/indexed-opportunities.ts'
import type { LanguageLevel } from '#search/documents/common.ts'
import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { conditionWords } from './condition-words.ts'
import { placeDocument } from './place-document.server.ts'

/** The document of a published opportunity. */
export function opportunityDocument(
  row: IndexedOpportunity,
  reference: Reference,
): OpportunityDocument {
  const { opportunity, skills, languages } = row
  const companyName = opportunity.company_name ?? ''
  const { place, names } = placeDocument(reference, opportunity.place_id)
  const { pay_min, pay_max, pay_currency, pay_period } = opportunity
  return {
    id: opportunity.id,
    country: opportunity.country,
    companyId: opportunity.company_id,
    companyName,
    sector: opportunity.sector,
    status: 'open',
    kind: opportunity.kind,
    contract: opportunity.contract,
    occupation: opportunity.occupation_uri
      ? {
          uri: opportunity.occupation_uri,
          isco08: reference.isco08(opportunity.occupation_uri) ?? '',
        }
      : null,
    skills: skills.map((skill) => ({ uri: skill.skill_uri, essential: fromFlag(skill.essential) })),
    languages: languages.map((language) => ({
      code: language.language,
      level: language.level as LanguageLevel,
      required: fromFlag(language.required),
    })),
    education: opportunity.education,
    experienceMonths: opportunity.experience_months,
    licences: fromList(opportunity.licences),
    place,
    remote: fromFlag(opportunity.remote),
    start: opportunity.start_date,
    deadline: opportunity.deadline,
    posts: opportunity.posts,
    pay:
      pay_min !== null && pay_currency && pay_period
        ? { min: pay_min, max: pay_max ?? pay_min, currency: pay_currency, period: pay_period }
        : null,
    publishedAt: opportunity.published_at ?? opportunity.updated_at,
    text: {
      title: [
        opportunity.title,
        opportunity.occupation_uri ? reference.allLabels(opportunity.occupation_uri) : '',
      ].join(' '),
      skills: skills.map((skill) => reference.allLabels(skill.skill_uri)).join(' '),
      place: `${names} ${companyName}`.trim(),
      // What people also call the work: the words they may search it by.
      body: [
        opportunity.description ?? '',
        ...(opportunity.occupation_uri ? reference.nearNames(opportunity.occupation_uri) : []),
        conditionWords({ ...opportunity, remote: fromFlag(opportunity.remote) }),
      ].join(' '),
    },
  }
}
