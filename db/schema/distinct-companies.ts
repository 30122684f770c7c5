/** Two companies that somebody said are not the same; the smaller id first. */
export interface DistinctCompaniesTable {
  company_a: string
  company_b: string
  decided_by: string | null
  decided_at: string
}
