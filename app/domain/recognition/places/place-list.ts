/** What people write for places of one country, beyond the names of the places themselves. */
export interface PlaceList {
  /** The city whose communes and suburbs people write after it, or instead of it. */
  readonly metropolis: string
  /** First-level units whose places count as parts of the metropolis when both are named. */
  readonly metropolisUnits: readonly string[]
  /** Other spellings and short forms, by place id. */
  readonly aliases: Readonly<Record<string, string>>
  /** Quarters, estates, villages swallowed by a town: comma-separated names by the place they belong to. */
  readonly quarters: Readonly<Record<string, string>>
  /** Regions and areas that are no place: comma-separated ids of the towns to choose from, chief town first. */
  readonly regions: Readonly<Record<string, string>>
  /** Names of the country itself. */
  readonly country: string
}
