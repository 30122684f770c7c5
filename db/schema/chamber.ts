/** A chamber of commerce; `admin1s` is a JSON list of ISO 3166-2 units, empty for the whole country. */
export interface ChamberTable {
  id: string
  country: string
  name: string
  admin1s: string
  created_at: string
}
