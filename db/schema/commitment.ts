/** What a company promised, and what became of it. */
export interface CommitmentTable {
  id: string
  chamber_id: string
  company_id: string
  kind:
    | 'job'
    | 'internship'
    | 'apprenticeship'
    | 'training'
    | 'mentoring'
    | 'purchase'
    | 'investment'
  quantity: number
  due_on: string
  note: string | null
  status: 'open' | 'kept' | 'partly' | 'broken' | 'withdrawn'
  kept_quantity: number | null
  closed_on: string | null
  created_by: string | null
  created_at: string
  version: number
}
