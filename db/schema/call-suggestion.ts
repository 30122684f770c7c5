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
  why: 'wrong-number' | 'in-touch' | 'not-hiring' | 'no-fit' | 'asked-not' | 'closed' | null
  decided_by: string | null
  decided_at: string | null
  /** The contact and the task that the decision made: undoing it takes them back. */
  engagement_id: string | null
  task_id: string | null
  /** JSON of the relation as it was before the call, for the same. */
  relation_before: string | null
}
