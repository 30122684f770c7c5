/** An establishment of a company. */
export interface SiteTable {
  id: string
  company_id: string
  name: string
  place_id: string
  address: string | null
  is_main: 0 | 1
  created_at: string
  /** Where it stands exactly (degrees WGS 84); null: at its place. */
  lat: number | null
  lng: number | null
}
