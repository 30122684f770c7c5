import type { SearchSelectItem } from '#app/ui/search-select.tsx'

/** What the picker of an occupation shows. */
export interface OccupationChoice {
  readonly query: string
  readonly chosen: SearchSelectItem[]
  /** Null before any search. */
  readonly results: SearchSelectItem[] | null
}

/** The picker before anything was posted. */
export const noOccupation: OccupationChoice = { query: '', chosen: [], results: null }
