import { fromFlag, fromList } from '#db/codec.ts'
import type { IndexedProfile } from '#db/queries/indexed-profiles.ts'
import type { LanguageLevel, OpportunityKind } from '#search/documents/common.ts'
import type { ProfileDocument, ProfileSkill } from '#search/documents/profile.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { placeDocument } from './place-document.server.ts'

/** The document of a published profile: what the person can do, and nothing of who they are. */
export function profileDocument(row: IndexedProfile, reference: Reference): ProfileDocument {
  const { profile, experiences, skills, languages } = row
  const months = new Map<string, number>()
  for (const { occupation_uri, months: more } of experiences) {
    if (occupation_uri) months.set(occupation_uri, (months.get(occupation_uri) ?? 0) + more)
  }
  const { place, names } = placeDocument(reference, profile.place_id)
  return {
    id: profile.id,
    code: profile.code,
    country: profile.country,
    status: 'active',
    occupations: [...months].map(([uri, total]) => ({
      uri,
      isco08: reference.isco08(uri) ?? '',
      months: total,
      labels: reference.allLabels(uri),
    })),
    skills: skills.map((skill) => ({
      uri: skill.skill_uri,
      level: skill.level as ProfileSkill['level'],
      evidence: skill.evidence,
    })),
    languages: languages.map(({ language, level }) => ({
      code: language,
      level: level as LanguageLevel,
    })),
    education: profile.education,
    experienceMonths: experiences.reduce((sum, one) => sum + one.months, 0),
    place,
    radiusKm: profile.radius_km,
    relocate: fromFlag(profile.relocate),
    remote: fromFlag(profile.remote),
    availableFrom: profile.available_from,
    kinds: fromList(profile.kinds) as OpportunityKind[],
    contracts: fromList(profile.contracts),
    licences: fromList(profile.licences),
    minPay:
      profile.pay_amount !== null && profile.pay_currency && profile.pay_period
        ? {
            amount: profile.pay_amount,
            currency: profile.pay_currency,
            period: profile.pay_period,
          }
        : null,
    blockedCompanyIds: [],
    verified: [],
    updatedAt: profile.updated_at,
    text: {
      title: [profile.headline ?? '', ...[...months.keys()].map(reference.allLabels)].join(' '),
      skills: skills.map((skill) => reference.allLabels(skill.skill_uri)).join(' '),
      place: names,
      body: [
        profile.code,
        profile.summary ?? '',
        ...experiences.flatMap((one) => [one.own_words ?? '', one.description ?? '']),
        // What people also call the work: the words they may search it by.
        ...[...months.keys()].flatMap(reference.nearNames),
      ].join(' '),
    },
  }
}
