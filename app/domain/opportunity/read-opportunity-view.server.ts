import { countryPack, hasCountryPack } from '#app/domain/countries/index.ts'
import { educationName, isEducationLevel } from '#app/domain/education.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { cefrLevels, cefrNames, languageName } from '#app/domain/languages.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { fromFlag, fromList } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import { opportunityWithParts } from '#db/queries/opportunity.ts'
import { isRecordId } from '../company/company.ts'
import type { OpportunityView } from './opportunity-view.ts'

/**
 * Everything that the public page of an opportunity shows, in the reader's words, whatever its
 * status: the caller decides who may see which. A company that only its chamber knows is not named, nor
 * told by its site, words or address on the web. Throws `ExpectedError('not-found')` for an unknown id.
 */
export async function readOpportunityView(
  db: ReadDb,
  reference: Reference,
  opportunityId: string,
  locale: Locale,
): Promise<OpportunityView> {
  const found = isRecordId(opportunityId) ? await opportunityWithParts(db, opportunityId) : null
  if (!found) throw new ExpectedError('not-found')
  const { row, skills, languages } = found
  const pack = hasCountryPack(row.country) ? countryPack(row.country) : null
  const place = row.place_id ? reference.place(row.place_id) : null
  const unit = place && pack?.admin1.find((one) => one.code === place.admin1)
  const named = (essential: boolean) =>
    skills
      .filter((skill) => fromFlag(skill.essential) === essential)
      .map((skill) => ({ uri: skill.skill_uri, label: reference.label(skill.skill_uri, locale) }))
      .sort((one, other) => one.label.localeCompare(other.label, locale))
  return {
    id: row.id,
    status: row.status,
    country: row.country,
    kind: row.kind,
    title: row.title,
    description: row.description,
    contract: row.contract
      ? (pack?.contractKinds.find((one) => one.id === row.contract)?.names[locale] ?? row.contract)
      : null,
    contractId: row.contract,
    posts: row.posts,
    company: {
      ...(row.company_name === null
        ? { name: null, legalName: null, sizeBand: null, description: null, website: null }
        : {
            name: row.company_name,
            legalName: row.legal_name,
            sizeBand: row.size_band,
            description: row.company_description,
            website: row.website,
          }),
      sector: row.sector ? reference.sectorName(row.sector, locale) : null,
      verified: row.verified_at !== null,
    },
    place: place
      ? {
          id: place.id,
          name: place.names[locale],
          admin1: place.admin1,
          admin1Name: unit?.names[locale] ?? place.admin1,
          lat: place.lat,
          lng: place.lng,
        }
      : null,
    site:
      row.site_name && row.company_name !== null
        ? { name: row.site_name, address: row.site_address }
        : null,
    remote: fromFlag(row.remote),
    occupation: row.occupation_uri
      ? { uri: row.occupation_uri, label: reference.label(row.occupation_uri, locale) }
      : null,
    essentialSkills: named(true),
    usefulSkills: named(false),
    languages: languages.map((one) => {
      const level = cefrLevels[one.level - 1]
      return {
        code: one.language,
        name: languageName(one.language, locale),
        level: one.level,
        levelName: level ? cefrNames[level][locale] : '',
        required: fromFlag(one.required),
      }
    }),
    education:
      row.education !== null && isEducationLevel(row.education)
        ? { level: row.education, name: educationName(row.education, locale) }
        : null,
    experienceMonths: row.experience_months,
    licences: fromList(row.licences),
    pay:
      row.pay_min !== null && row.pay_currency && row.pay_period
        ? {
            min: row.pay_min,
            max: row.pay_max ?? row.pay_min,
            currency: row.pay_currency,
            period: row.pay_period,
          }
        : null,
    startDate: row.start_date,
    endDate: row.end_date,
    deadline: row.deadline,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
    updatedAt: row.updated_at,
  }
}
