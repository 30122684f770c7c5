/** Outlines of the units of a country, as TopoJSON text. */
export interface BoundaryTable {
  country: string
  level: number
  source: string
  attribution: string
  topology: string
  loaded_at: string
}
