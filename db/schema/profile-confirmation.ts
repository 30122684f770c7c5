/** The code by which a person confirms a profile that a counsellor entered. */
export interface ProfileConfirmationTable {
  profile_id: string
  contact: string
  code_hash: string
  attempts: number
  sent_at: string
  expires_at: string
}
