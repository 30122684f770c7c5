/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** A UTC instant, ISO 8601 with a trailing `Z`. */
export type Instant = string

/** A populated place: enough to filter by region and to measure a distance, never an address. */
export interface DocumentPlace {
  readonly id: string
  /** ISO 3166-2 code of the first-level division, such as `CI-AB`. */
  readonly admin1: string
  readonly lat: number
  readonly lng: number
}

/**
 * A CEFR level as a number: 1 is A1, 6 is C2; 7 is a native speaker.
 */
export type LanguageLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type OpportunityKind = 'job' | 'internship' | 'apprenticeship'

/** Every kind of opportunity, in the order pages list them. */
export const OPPORTUNITY_KINDS: readonly OpportunityKind[] = ['job', 'internship', 'apprenticeship']

export type PayPeriod = 'hour' | 'day' | 'week' | 'month' | 'year'

/**
 * The words of a document. Titles, skills and bodies arrive with their labels in French, English
 * and Arabic already in them: an index knows no translation.
 */
export interface DocumentText {
  readonly title: string
  readonly skills: string
  /** Names of the place and, for an opportunity or a company, of the company. */
  readonly place: string
  readonly body: string
}
