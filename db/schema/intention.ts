/** Hires that a company expects, by occupation and quarter (`2027-Q1`). */
export interface IntentionTable {
  id: string
  chamber_id: string | null
  company_id: string
  site_id: string | null
  kind: 'job' | 'internship' | 'apprenticeship'
  occupation_uri: string
  quarter: string
  posts: number
  source: 'visit' | 'survey' | 'company' | 'import'
  status: 'open' | 'published' | 'hired' | 'dropped'
  outcome_posts: number | null
  closed_on: string | null
  created_by: string | null
  created_at: string
  version: number
}
