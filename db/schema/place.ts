/** A populated place (GeoNames) with its ISO 3166-2 unit; degrees WGS 84. */
export interface PlaceTable {
  id: string
  country: string
  name_fr: string
  name_en: string
  name_ar: string
  admin1: string
  admin2: string
  lat: number
  lng: number
  kind: string
  weight: number
}
