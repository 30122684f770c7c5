/** What a chamber set itself for a year, beforehand. */
export interface TargetTable {
  id: string
  chamber_id: string
  measure: 'onboarded' | 'contacted' | 'replies' | 'opportunities' | 'hires' | 'retained'
  admin1: string | null
  sector: string | null
  year: number
  value: number
  set_by: string | null
  set_at: string
}
