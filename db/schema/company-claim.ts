/** Somebody says that a registered company is theirs. */
export interface CompanyClaimTable {
  id: string
  company_id: string
  user_id: string
  status: 'open' | 'granted' | 'refused'
  message: string | null
  created_at: string
  decided_at: string | null
  decided_by: string | null
}
