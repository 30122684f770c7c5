import type { DocumentPlace, DocumentText, Instant } from './common.ts'

/** A company as the index holds it. */
export interface CompanyDocument {
  readonly id: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly name: string
  /** ISIC Rev.4 codes. */
  readonly sectors: readonly string[]
  /** ISO 3166-2 code; null while not known. */
  readonly admin1: string | null
  readonly place: DocumentPlace | null
  /** Where the chamber's contact with the company stands; the words are the domain's. */
  readonly stage: string
  readonly verified: boolean
  /** Code of the band of employees, such as `10-49`. */
  readonly sizeBand: string | null
  readonly updatedAt: Instant
  readonly text: DocumentText
}
