/** Two companies made one: `kept` is all that undoing it needs. */
export interface CompanyMergeTable {
  id: string
  chamber_id: string | null
  survivor_id: string
  merged_id: string
  picks: string
  kept: string
  merged_by: string | null
  merged_at: string
  undone_at: string | null
}
