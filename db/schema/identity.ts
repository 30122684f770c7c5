/** Who the person is. Never indexed, never logged. */
export interface IdentityTable {
  profile_id: string
  given_name: string
  family_name: string
  birth_date: string
  phone: string | null
  email: string | null
  updated_at: string
}
