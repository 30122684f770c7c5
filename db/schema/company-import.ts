/** A file of companies on its way in. `holder` works on it while `holder_at` is fresh. */
export interface CompanyImportTable {
  id: string
  chamber_id: string | null
  country: string
  file_name: string
  status: 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'
  /** The sheet that was read; null for a file that has none. */
  sheet: string | null
  /** JSON list of the sheets that hold something. */
  sheets: string
  /** The file itself, kept only while another of its sheets may be chosen. */
  file: Uint8Array | null
  /** JSON list of the texts of its heading row, one a column. */
  headings: string
  /** JSON list of what each column holds; empty text: left out. */
  mapping: string
  row_count: number
  /** Rows done by the work under way. */
  done: number
  /** JSON: how many rows had which outcome. */
  counts: string
  /** Why the last work came to nothing: a word of a closed list. */
  error: string | null
  holder: string | null
  holder_at: string | null
  created_by: string | null
  created_at: string
  applied_at: string | null
  undone_at: string | null
}
