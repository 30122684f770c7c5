/** A company invited to a campaign or an event. */
export interface CampaignCompanyTable {
  campaign_id: string
  company_id: string
  status: 'invited' | 'accepted' | 'declined' | 'attended' | 'absent'
  outcome: string | null
  updated_at: string
}
