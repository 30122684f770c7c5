import type {
  Day,
  DocumentPlace,
  DocumentText,
  Instant,
  LanguageLevel,
  OpportunityKind,
  PayPeriod,
} from './common.ts'

export type OpportunityStatus = 'draft' | 'open' | 'paused' | 'filled' | 'closed'

export interface WantedSkill {
  readonly uri: string
  readonly essential: boolean
}

export interface WantedLanguage {
  /** ISO 639-1. */
  readonly code: string
  /** Least level. */
  readonly level: LanguageLevel
  /** A required language is a hard condition; another one scores. */
  readonly required: boolean
}

export interface Pay {
  /** Integer minor units of the currency. */
  readonly min: number
  readonly max: number
  /** ISO 4217. */
  readonly currency: string
  readonly period: PayPeriod
}

/** What an opportunity asks: all that scoring and hard conditions read of it. */
export interface Need {
  readonly id: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly companyId: string
  /** Only `open` opportunities are matched. */
  readonly status: OpportunityStatus
  readonly kind: OpportunityKind
  /** Contract code of the country pack; null while not stated. */
  readonly contract: string | null
  readonly occupation: { readonly uri: string; readonly isco08: string } | null
  readonly skills: readonly WantedSkill[]
  readonly languages: readonly WantedLanguage[]
  /** Least ISCED 2011 level, 0 to 8; null when none is asked. */
  readonly education: number | null
  /** Least experience; 0 or null when none is asked. */
  readonly experienceMonths: number | null
  /** Licences the work cannot be done without. */
  readonly licences: readonly string[]
  readonly place: DocumentPlace | null
  /** The work may be done from a distance. */
  readonly remote: boolean
  readonly start: Day | null
  readonly pay: Pay | null
}

/** A job, internship or apprenticeship as the index holds it. */
export interface OpportunityDocument extends Need {
  /** Empty where the public is not told it. */
  readonly companyName: string
  /** ISIC Rev.4 code; null while not stated. */
  readonly sector: string | null
  readonly deadline: Day | null
  /** How many people are wanted. */
  readonly posts: number
  readonly publishedAt: Instant
  readonly text: DocumentText
}
