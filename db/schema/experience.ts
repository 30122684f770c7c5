/** Something the person did; `months` is its duration. */
export interface ExperienceTable {
  id: string
  profile_id: string
  occupation_uri: string | null
  own_words: string | null
  country: string | null
  sector: string | null
  months: number
  end_year: number | null
  description: string | null
  position: number
}
