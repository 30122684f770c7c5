/** A row of such a file: its cells, what they mean, what is wrong, and what undoing it needs (`before`). */
export interface CompanyImportRowTable {
  import_id: string
  /** As the spreadsheet counts, from 1. */
  row_number: number
  /** JSON list of texts, one a column; mended in the page. */
  cells: string
  outcome: 'unchecked' | 'new' | 'update' | 'duplicate' | 'rejected' | 'skipped'
  parsed: string | null
  problems: string
  /** The worst of its problems. */
  severity: 'error' | 'warning' | null
  /** A company of the chamber's ground that this is, or may be. */
  twin_id: string | null
  /** An earlier row of the file that this repeats, or may repeat. */
  twin_row: number | null
  /** JSON list of what speaks for it. */
  twin_reasons: string
  decision: 'new' | 'update' | 'skip' | null
  /** The company that it became, once applied. */
  company_id: string | null
  before: string | null
}
