/** A file of companies on its way in. `holder` works on it while `holder_at` is fresh. */
export interface CompanyImportTable {
  id: string
  chamber_id: string | null
  country: string
  file_name: string
  status:
    | 'uploaded'
    | 'checking'
    | 'checked'
    | 'applying'
    | 'applied'
    | 'undoing'
    | 'undone'
    | 'failed'
  headings: string
  mapping: string
  row_count: number
  done: number
  counts: string
  error: string | null
  holder: string | null
  holder_at: string | null
  created_by: string | null
  created_at: string
  applied_at: string | null
  undone_at: string | null
}
