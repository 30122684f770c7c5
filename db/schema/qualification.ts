/** A diploma or certificate. */
export interface QualificationTable {
  id: string
  profile_id: string
  title: string
  country: string | null
  year: number | null
  created_at: string
}
