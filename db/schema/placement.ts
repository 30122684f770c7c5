/** A hire that started. */
export interface PlacementTable {
  id: string
  profile_id: string | null
  opportunity_id: string
  started_on: string
  ended_on: string | null
  created_at: string
}
