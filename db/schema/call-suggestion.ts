/** A company on the list of calls of a day, why, and what was decided. */
export interface CallSuggestionTable {
  chamber_id: string
  on_day: string
  company_id: string
  rank: number
  score: number
  reasons: string
  status: 'open' | 'done' | 'snoozed' | 'unsuitable'
  until_day: string | null
  why: string | null
  decided_by: string | null
  decided_at: string | null
}
