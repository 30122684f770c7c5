/** What one officer's portfolio held when it went to another, so that the hand-over can be undone. */
export interface HandoverTable {
  id: string
  chamber_id: string
  from_id: string | null
  to_id: string | null
  /** JSON list of the companies whose relation changed hands. */
  company_ids: string
  /** JSON list of the tasks that changed hands. */
  task_ids: string
  made_by: string | null
  created_at: string
  undone_at: string | null
}
