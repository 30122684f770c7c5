/** How many available profiles fit an open opportunity, as the index last said. */
export interface MatchCountTable {
  opportunity_id: string
  pairs: number
  /** Least and greatest id of the people counted; null where there are none. */
  first_profile: string | null
  last_profile: string | null
  counted_at: string
}
