import type { Generated } from 'kysely'

/** A firm. `version` guards against two people editing at once. */
export interface CompanyTable {
  id: string
  country: string
  legal_name: string
  trade_name: string | null
  sector: string | null
  size_band: '1' | '2-9' | '10-49' | '50-249' | '250+' | null
  description: string | null
  website: string | null
  chamber_id: string | null
  verified_at: string | null
  verified_by: string | null
  verified_evidence: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  version: number
  /** People who work there, as last heard. */
  headcount: number | null
  founded_year: number | null
  /** ISO 3166-1 alpha-2 of the country that most of the capital comes from. */
  capital_origin: string | null
  /** JSON list of what the firm can be: employer, host of interns, trainer, buyer, mentor, investor. */
  roles: Generated<string>
  phone: string | null
  email: string | null
  /** `chamber`: known to its chamber only, not named in public. */
  visibility: Generated<'public' | 'chamber'>
  /** The day after which the verification wants renewing. */
  verified_until: string | null
}
