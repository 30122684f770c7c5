/** A person to contact in a company, with whether they agreed to be kept here. Read by the chamber only, never indexed. */
export interface CompanyContactTable {
  id: string
  company_id: string
  name: string
  position: string | null
  email: string | null
  phone: string | null
  consent: 'unknown' | 'asked' | 'given' | 'refused'
  consent_at: string | null
  created_by: string | null
  created_at: string
  updated_at: string
  version: number
}
