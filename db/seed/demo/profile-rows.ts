import { toFlag, toList } from '../../codec.ts'
import type { ProfileTable } from '../../schema/profile.ts'
import type { ProfileSkillTable } from '../../schema/profile-skill.ts'
import { idMaker } from './ids.ts'
import type { Making } from './making.ts'
import type { DemoOccupation } from './vocabulary.ts'

export interface ExperiencePlan {
  readonly occupation: DemoOccupation
  readonly country: string
  readonly sector: string
  readonly months: number
  /** Null while it goes on. */
  readonly endYear: number | null
  readonly description: string | null
}

export interface SkillPlan {
  readonly uri: string
  readonly level: number
  readonly evidence: ProfileSkillTable['evidence']
}

export interface IdentityPlan {
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly email: string | null
}

/** A person of the demonstration before they become rows. */
export interface ProfilePlan {
  readonly userId: string | null
  readonly programmeId: string | null
  readonly enteredBy: string | null
  /** The person has confirmed what a counsellor entered. */
  readonly confirmed: boolean
  readonly status: ProfileTable['status']
  readonly headline: string | null
  readonly summary: string | null
  readonly education: number | null
  readonly placeId: string | null
  readonly radiusKm: number | null
  readonly relocate: boolean
  readonly remote: boolean
  readonly availableFrom: string | null
  readonly kinds: readonly string[]
  readonly contracts: readonly string[]
  readonly licences: readonly string[]
  /** Least monthly pay in francs CFA. */
  readonly pay: number | null
  /** The latest first. */
  readonly experiences: readonly ExperiencePlan[]
  readonly skills: readonly SkillPlan[]
  /** ISO 639 codes with levels 1 to 7. */
  readonly languages: readonly (readonly [string, number])[]
  readonly qualifications: readonly { title: string; country: string; year: number }[]
  readonly identity: IdentityPlan | null
  readonly daysOld: number
}

/** What placements need to know of a person. */
export interface DemoProfile {
  readonly id: string
  readonly plan: ProfilePlan
}

/** Numbers of a block that no operator is meant by: 1,000 of them. */
function demoPhone(count: number): string {
  return `+2250700000${String(count).padStart(3, '0')}`
}

/** Adds people one by one. Throws a RangeError after 1,000: there are no more numbers. */
export function profileAdder(making: Making): (plan: ProfilePlan) => DemoProfile {
  const { rows, calendar, nextCode } = making
  const nextId = idMaker('profile')
  const experienceId = idMaker('experience')
  const qualificationId = idMaker('qualification')
  let people = 0
  return (plan) => {
    if (people === 1000) throw new RangeError('The demonstration has numbers for 1,000 people')
    const phone = demoPhone(people++)
    const id = nextId()
    const createdAt = calendar.ago(plan.daysOld)
    const updatedAt = calendar.ago(Math.trunc(plan.daysOld / 3))
    const seen = plan.status !== 'draft'
    rows.profile.push({
      id,
      code: nextCode(),
      country: 'CI',
      user_id: plan.userId,
      programme_id: plan.programmeId,
      entered_by: plan.enteredBy,
      confirmed_at: plan.confirmed ? calendar.ago(Math.trunc(plan.daysOld / 2)) : null,
      status: plan.status,
      headline: plan.headline,
      summary: plan.summary,
      education: plan.education,
      place_id: plan.placeId,
      radius_km: plan.radiusKm,
      relocate: toFlag(plan.relocate),
      remote: toFlag(plan.remote),
      available_from: plan.availableFrom,
      kinds: toList(plan.kinds),
      contracts: toList(plan.contracts),
      licences: toList(plan.licences),
      pay_amount: plan.pay,
      pay_currency: plan.pay === null ? null : 'XOF',
      pay_period: plan.pay === null ? null : 'month',
      steps_done: toList(stepsOf(plan)),
      created_at: createdAt,
      updated_at: updatedAt,
      published_at: seen ? calendar.ago(Math.trunc(plan.daysOld / 2)) : null,
      version: 1,
    })
    if (plan.identity) {
      const { givenName, familyName, birthDate, email } = plan.identity
      rows.identity.push({
        profile_id: id,
        given_name: givenName,
        family_name: familyName,
        birth_date: birthDate,
        phone,
        email,
        updated_at: createdAt,
      })
    }
    plan.experiences.forEach(
      ({ occupation, country, sector, months, endYear, description }, position) => {
        rows.experience.push({
          id: experienceId(),
          profile_id: id,
          occupation_uri: occupation.uri,
          own_words: null,
          country,
          sector,
          months,
          end_year: endYear,
          description,
          position,
        })
      },
    )
    for (const { uri, level, evidence } of plan.skills) {
      rows.profile_skill.push({ profile_id: id, skill_uri: uri, level, evidence, own_words: null })
    }
    for (const [language, level] of plan.languages) {
      rows.profile_language.push({ profile_id: id, language, level })
    }
    for (const { title, country, year } of plan.qualifications) {
      rows.qualification.push({
        id: qualificationId(),
        profile_id: id,
        title,
        country,
        year,
        created_at: createdAt,
      })
    }
    return { id, plan }
  }
}

/** The steps that hold something, as a person who saved them one by one would have them. */
function stepsOf(plan: ProfilePlan): string[] {
  const done: [string, boolean][] = [
    ['experience', plan.experiences.length > 0],
    ['skills', plan.skills.length > 0],
    ['languages', plan.languages.length > 0],
    ['education', plan.education !== null],
    ['place', plan.placeId !== null],
    ['wishes', plan.kinds.length > 0],
    ['identity', plan.identity !== null],
  ]
  return done.filter(([, there]) => there).map(([step]) => step)
}
