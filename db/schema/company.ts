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
}
