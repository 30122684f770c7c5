/** A contact with a company that was logged. */
export interface EngagementTable {
  id: string
  chamber_id: string
  company_id: string
  kind: 'call' | 'visit' | 'mail' | 'event'
  on_day: string
  outcome: 'reached' | 'no-answer' | 'interested' | 'promised' | 'refused'
  note: string | null
  campaign_id: string | null
  author_id: string | null
  created_at: string
}
