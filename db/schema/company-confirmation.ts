/** A link by which a company confirms its record without an account; only the hash of its token is kept. */
export interface CompanyConfirmationTable {
  id: string
  chamber_id: string
  company_id: string
  token_hash: string
  sent_to: string | null
  created_by: string | null
  created_at: string
  expires_at: string
  answered_at: string | null
  /** JSON: what the company changed, each as field, before and after; null until it answered. */
  answer: string | null
}
