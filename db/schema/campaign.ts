/** A campaign or an event to which a selection of companies is invited. */
export interface CampaignTable {
  id: string
  chamber_id: string
  kind: 'campaign' | 'event'
  title: string
  on_day: string
  place_id: string | null
  note: string | null
  created_by: string | null
  created_at: string
  closed_at: string | null
}
