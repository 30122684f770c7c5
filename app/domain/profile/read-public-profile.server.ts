import type { Locale } from '#app/i18n/locales.ts'
import { fromFlag, fromList } from '#db/codec.ts'
import type { ReadDb } from '#db/open.ts'
import {
  experiencesOf,
  languagesOf,
  profileById,
  qualificationsOf,
  skillsOfProfile,
} from '#db/queries/profile.ts'
import type { Viewer } from '../access.ts'
import { countryPack } from '../countries/index.ts'
import { educationName } from '../education.ts'
import { ExpectedError } from '../errors.ts'
import { id as idSchema } from '../fields.ts'
import { cefrLevels, cefrNames, languageName } from '../languages.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { editorRole } from './editable-profile.server.ts'
import { kinds, licences, type PublicProfile, type SkillLevel } from './profile.ts'

/**
 * A profile as employers see it, in a language. Only published ones, unless the viewer may change it.
 * Throws `ExpectedError('not-found')` for all others. Identity is not read.
 */
export async function readPublicProfile(
  db: ReadDb,
  reference: Reference,
  profileId: string,
  locale: Locale,
  viewer?: Viewer,
): Promise<PublicProfile> {
  if (!idSchema.safeParse(profileId).success) throw new ExpectedError('not-found')
  const profile = await profileById(db, profileId)
  if (!profile) throw new ExpectedError('not-found')
  if (profile.status !== 'published' && !(viewer && editorRole(viewer, profile))) {
    throw new ExpectedError('not-found')
  }
  const [experiences, skills, languages, qualifications] = await Promise.all([
    experiencesOf(db, profileId),
    skillsOfProfile(db, profileId),
    languagesOf(db, profileId),
    qualificationsOf(db, profileId),
  ])
  const pack = countryPack(profile.country)
  const place = profile.place_id ? reference.place(profile.place_id) : null
  const wantedContracts = new Set(fromList(profile.contracts))
  const wantedKinds = new Set(fromList(profile.kinds))
  const held = new Set(fromList(profile.licences))
  return {
    id: profile.id,
    code: profile.code,
    country: profile.country,
    status: profile.status,
    locale,
    headline: profile.headline,
    summary: profile.summary,
    experiences: experiences.map((one) => ({
      id: one.id,
      occupationUri: one.occupation_uri,
      title: one.occupation_uri
        ? reference.label(one.occupation_uri, locale)
        : (one.own_words ?? ''),
      ownWords: one.occupation_uri ? one.own_words : null,
      sectorName: one.sector ? reference.sectorName(one.sector, locale) : null,
      months: one.months,
      endYear: one.end_year,
      description: one.description,
    })),
    experienceMonths: experiences.reduce((sum, one) => sum + one.months, 0),
    skills: skills.map((one) => ({
      uri: one.skill_uri,
      label: reference.label(one.skill_uri, locale),
      level: one.level as SkillLevel,
      evidence: one.evidence,
    })),
    languages: languages.map(({ language, level }) => ({
      code: language,
      name: languageName(language, locale),
      level,
      levelName: cefrNames[cefrLevels[level - 1] ?? 'A1'][locale],
    })),
    education:
      profile.education === null
        ? null
        : { level: profile.education, name: educationName(profile.education, locale) },
    qualifications: qualifications.map(({ title, year }) => ({ title, year })),
    place: place && {
      id: place.id,
      name: place.names[locale],
      admin1Name: pack.admin1.find((unit) => unit.code === place.admin1)?.names[locale] ?? '',
    },
    radiusKm: profile.radius_km,
    relocate: fromFlag(profile.relocate),
    remote: fromFlag(profile.remote),
    kinds: kinds.filter((kind) => wantedKinds.has(kind)),
    contracts: pack.contractKinds
      .filter((contract) => wantedContracts.has(contract.id))
      .map((contract) => ({ id: contract.id, name: contract.names[locale] })),
    licences: licences.filter((licence) => held.has(licence)),
    availableFrom: profile.available_from,
    minPay:
      profile.pay_amount !== null && profile.pay_currency && profile.pay_period
        ? {
            amount: profile.pay_amount,
            currency: profile.pay_currency,
            period: profile.pay_period,
          }
        : null,
    updatedAt: profile.updated_at,
  }
}
