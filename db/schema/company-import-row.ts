/** A row of such a file: its cells, what they mean, what is wrong, and what undoing it needs (`before`). */
export interface CompanyImportRowTable {
  import_id: string
  row_number: number
  cells: string
  outcome: 'unchecked' | 'new' | 'update' | 'duplicate' | 'rejected' | 'skipped'
  parsed: string | null
  problems: string
  twin_id: string | null
  decision: 'new' | 'update' | 'skip' | null
  company_id: string | null
  before: string | null
}
