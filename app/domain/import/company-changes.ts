import type { ParsedCompany } from './import.ts'

/** A company as it stands, as far as a list may change it. */
export interface StoredCompany {
  readonly trade_name: string | null
  readonly sector: string | null
  readonly size_band: ParsedCompany['sizeBand']
  readonly headcount: number | null
  readonly founded_year: number | null
  readonly capital_origin: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly description: string | null
  readonly roles: string
}

export type ChangedColumn = keyof StoredCompany

/** What a list changes of a company: the columns that differ, each with its value before and after. */
export type ColumnChanges = Partial<
  Record<ChangedColumn, readonly [before: string | number | null, after: string | number]>
>

/** What lists know better than records that grow old; everything else is only filled in where it is missing. */
const fresh: ReadonlySet<ChangedColumn> = new Set([
  'sector',
  'size_band',
  'headcount',
  'phone',
  'email',
  'website',
])

/**
 * What a row changes of a company that is known already. What is missing is filled in; size,
 * sector and contacts take the list's value too, unless the firm keeps its own record or a chamber
 * has verified it (`keeps`). The legal name stays: the number says which firm it is.
 */
export function changesTo(
  stored: StoredCompany,
  parsed: ParsedCompany,
  keeps: boolean,
): ColumnChanges {
  const given: Record<ChangedColumn, string | number | null> = {
    trade_name: parsed.tradeName,
    sector: parsed.sector,
    size_band: parsed.sizeBand,
    headcount: parsed.headcount,
    founded_year: parsed.foundedYear,
    capital_origin: parsed.capitalOrigin,
    phone: parsed.phone,
    email: parsed.email,
    website: parsed.website,
    description: parsed.description,
    roles: mergedRoles(stored.roles, parsed.roles),
  }
  const changes: ColumnChanges = {}
  for (const [column, value] of Object.entries(given) as [
    ChangedColumn,
    string | number | null,
  ][]) {
    const before = stored[column]
    if (value === null || value === before) continue
    const isRoles = column === 'roles'
    if (before !== null && !isRoles && (keeps || !fresh.has(column))) continue
    changes[column] = [before, value]
  }
  // A number of people that no longer is in the band, or a band without its number, would contradict each other.
  if (changes.size_band && !changes.headcount && stored.headcount !== null) delete changes.size_band
  return changes
}

function mergedRoles(stored: string, added: readonly string[]): string | null {
  const before: unknown = JSON.parse(stored)
  const known = Array.isArray(before) ? before.map(String) : []
  const all = [...new Set([...known, ...added])]
  return all.length === known.length ? null : JSON.stringify(all)
}
