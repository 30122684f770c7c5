/** What a heading of its files means to a chamber, by its folded text; an empty `field` is left out. */
export interface ImportHeadingTable {
  chamber_id: string
  heading: string
  field: string
}
