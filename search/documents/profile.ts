import type {
  Day,
  DocumentPlace,
  DocumentText,
  Instant,
  LanguageLevel,
  OpportunityKind,
  PayPeriod,
} from './common.ts'

/** How far a skill has been established, from one's own word to an examination. */
export type Evidence = 'self' | 'employer' | 'certified' | 'assessed'

/** What somebody other than the person has checked. */
export type VerifiedFlag = 'contact' | 'identity' | 'education' | 'experience'

export type ProfileStatus = 'draft' | 'active' | 'paused' | 'placed' | 'withdrawn'

export interface ProfileOccupation {
  readonly uri: string
  /** Four digits of ISCO-08. */
  readonly isco08: string
  readonly months: number
  /** The occupation's labels, in the three languages. */
  readonly labels: string
}

export interface ProfileSkill {
  readonly uri: string
  readonly level: 1 | 2 | 3 | 4
  readonly evidence: Evidence
}

export interface SpokenLanguage {
  /** ISO 639-1. */
  readonly code: string
  readonly level: LanguageLevel
}

export interface MinimumPay {
  /** Integer minor units of the currency. */
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
  readonly period: PayPeriod
}

/** What a person brings to a match: all that scoring and hard conditions read of a profile. */
export interface Offer {
  readonly id: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Only `active` profiles are matched. */
  readonly status: ProfileStatus
  readonly occupations: readonly ProfileOccupation[]
  readonly skills: readonly ProfileSkill[]
  readonly languages: readonly SpokenLanguage[]
  /** ISCED 2011 level, 0 to 8; null while not stated. */
  readonly education: number | null
  readonly experienceMonths: number
  readonly place: DocumentPlace | null
  /** How far the person travels daily; null while not stated, which filters nothing. */
  readonly radiusKm: number | null
  /** Willing to move house for work. */
  readonly relocate: boolean
  /** Willing to work from a distance. */
  readonly remote: boolean
  /** First day the person can start; null means at once. */
  readonly availableFrom: Day | null
  /** Kinds of opportunity wanted; empty means any. */
  readonly kinds: readonly OpportunityKind[]
  /** Contract codes of the country pack; empty means any. */
  readonly contracts: readonly string[]
  readonly licences: readonly string[]
  readonly minPay: MinimumPay | null
  /** Companies that must never see this profile, nor be shown to it. */
  readonly blockedCompanyIds: readonly string[]
}

/**
 * A pseudonymous skills profile as the index holds it. It has no name, phone, mail, birth date or
 * sex, and no field for them.
 */
export interface ProfileDocument extends Offer {
  /** Public code, such as `CI-7KQ4-M2`. */
  readonly code: string
  readonly verified: readonly VerifiedFlag[]
  readonly updatedAt: Instant
  readonly text: DocumentText
}
