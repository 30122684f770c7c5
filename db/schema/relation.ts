/** Where a chamber stands with a company; no row is a prospect that nobody owns. */
export interface RelationTable {
  chamber_id: string
  company_id: string
  stage: 'prospect' | 'contacted' | 'met' | 'onboarded' | 'active' | 'dormant'
  stage_since: string
  owner_id: string | null
  updated_at: string
  version: number
}
