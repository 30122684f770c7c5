import type { SizeBand } from '#app/domain/company/company.ts'
import type { OpportunityKind } from '#app/domain/countries/country-pack.ts'
import type { OpportunityStatus, PayPeriod } from './opportunity.ts'

interface Named {
  readonly uri: string
  readonly label: string
}

/** An opportunity as its page shows it, in one language: plain data. */
export interface OpportunityView {
  readonly id: string
  readonly status: OpportunityStatus
  /** ISO 3166-1. */
  readonly country: string
  readonly kind: OpportunityKind
  readonly title: string
  readonly description: string | null
  /** The legal form in the reader's words, and its id in the country pack. */
  readonly contract: string | null
  readonly contractId: string | null
  readonly posts: number
  readonly company: {
    /** Null where only its chamber knows it; then nothing is told by which it could be found. */
    readonly name: string | null
    readonly legalName: string | null
    readonly sector: string | null
    readonly sizeBand: SizeBand | null
    readonly verified: boolean
    readonly description: string | null
    readonly website: string | null
  }
  readonly place: {
    readonly id: string
    readonly name: string
    /** ISO 3166-2 and its name. */
    readonly admin1: string
    readonly admin1Name: string
    readonly lat: number
    readonly lng: number
  } | null
  readonly site: { readonly name: string; readonly address: string | null } | null
  readonly remote: boolean
  readonly occupation: Named | null
  readonly essentialSkills: readonly Named[]
  readonly usefulSkills: readonly Named[]
  readonly languages: readonly {
    readonly code: string
    readonly name: string
    /** CEFR, 1 (A1) to 6 (C2). */
    readonly level: number
    readonly levelName: string
    readonly required: boolean
  }[]
  /** ISCED 2011. */
  readonly education: { readonly level: number; readonly name: string } | null
  readonly experienceMonths: number | null
  readonly licences: readonly string[]
  /** Minor units of the currency. */
  readonly pay: {
    readonly min: number
    readonly max: number
    readonly currency: string
    readonly period: PayPeriod
  } | null
  /** Days, `YYYY-MM-DD`. */
  readonly startDate: string | null
  readonly endDate: string | null
  readonly deadline: string | null
  /** Instants. */
  readonly publishedAt: string | null
  readonly closedAt: string | null
  readonly updatedAt: string
}
