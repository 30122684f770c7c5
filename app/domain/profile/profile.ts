import type { Locale } from '#app/i18n/locales.ts'
import type { OpportunityKind } from '../countries/country-pack.ts'

/** The parts of a profile, each saved by itself, in the order that pages offer them. */
export const steps = [
  'experience',
  'skills',
  'languages',
  'education',
  'place',
  'wishes',
  'identity',
] as const
export type Step = (typeof steps)[number]

export const profileStatuses = ['draft', 'published', 'paused'] as const
export type ProfileStatus = (typeof profileStatuses)[number]

export const kinds = ['job', 'internship', 'apprenticeship'] as const satisfies OpportunityKind[]

/** How far somebody goes to work, in km. */
export const radii = [5, 10, 25, 50, 100] as const

/** Licences that work asks for: driving licences by their category, then the fork-lift licence. */
export const licences = ['A', 'B', 'C', 'D', 'E', 'forklift'] as const
export type Licence = (typeof licences)[number]

/** How well somebody does something: from learning it to teaching it. */
export const skillLevels = [1, 2, 3, 4] as const
export type SkillLevel = (typeof skillLevels)[number]

/** Who says that somebody can do something. */
export const evidences = ['self', 'certified', 'employer', 'assessed'] as const
export type Evidence = (typeof evidences)[number]

/** Evidence that the person may state; the others are for somebody who has checked. */
export const ownEvidences: readonly Evidence[] = ['self', 'certified']

export const payPeriods = ['hour', 'day', 'month'] as const
export type PayPeriod = (typeof payPeriods)[number] | 'year'

/** Most entries that one profile may hold of a kind. */
export const most = {
  experiences: 20,
  skills: 60,
  languages: 12,
  qualifications: 20,
  /** Skills proposed from one text, and the characters of such a text. */
  proposedSkills: 20,
  workText: 10_000,
} as const

/**
 * What an employer sees of a profile: what somebody can do, in the reader's language. It holds no
 * identity and no country of experience or study, so that it does not tell who was abroad.
 */
export interface PublicProfile {
  readonly id: string
  /** Such as `CI-7KQ4-M2`. */
  readonly code: string
  readonly country: string
  readonly status: ProfileStatus
  readonly locale: Locale
  readonly headline: string | null
  readonly summary: string | null
  /** The latest first. */
  readonly experiences: readonly PublicExperience[]
  /** Months of all experience together. */
  readonly experienceMonths: number
  /** The best mastered first. */
  readonly skills: readonly PublicSkill[]
  /** The best spoken first. */
  readonly languages: readonly { code: string; name: string; level: number; levelName: string }[]
  /** ISCED 2011. */
  readonly education: { readonly level: number; readonly name: string } | null
  readonly qualifications: readonly { title: string; year: number | null }[]
  readonly place: { readonly id: string; readonly name: string; readonly admin1Name: string } | null
  readonly radiusKm: number | null
  readonly relocate: boolean
  readonly remote: boolean
  readonly kinds: readonly OpportunityKind[]
  /** Contracts that suit; none named is all. */
  readonly contracts: readonly { id: string; name: string }[]
  readonly licences: readonly Licence[]
  /** A day; null is at once. */
  readonly availableFrom: string | null
  /** Minor units. */
  readonly minPay: {
    readonly amount: number
    readonly currency: string
    readonly period: PayPeriod
  } | null
  /** An instant. */
  readonly updatedAt: string
}

export interface PublicExperience {
  readonly id: string
  readonly occupationUri: string | null
  /** The occupation in the reader's language, else the person's own words. */
  readonly title: string
  /** The person's own words, where they say more than the title. */
  readonly ownWords: string | null
  readonly sectorName: string | null
  readonly months: number
  /** Null while it goes on. */
  readonly endYear: number | null
  readonly description: string | null
}

export interface PublicSkill {
  readonly uri: string
  readonly label: string
  readonly level: SkillLevel
  readonly evidence: Evidence
}
