interface Sector {
  readonly code: string
  readonly level: 'section' | 'division'
  readonly parent: string | null
}

const sections = new WeakMap<readonly Sector[], ReadonlyMap<string, string>>()

/** The section of each code that is one. */
function sectionsOf(sectors: readonly Sector[]): ReadonlyMap<string, string> {
  const known = sections.get(sectors)
  if (known) return known
  const made = new Map(sectors.map(({ code, parent }) => [code, parent ?? code]))
  sections.set(sectors, made)
  return made
}

/** The section that a code belongs to: its parent for a division, itself otherwise. */
export function sectionOf(code: string, sectors: readonly Sector[]): string {
  return sectionsOf(sectors).get(code) ?? code
}

/** Counts of ISIC codes, added up by section, greatest first; beginnings that are no code are dropped. */
export function sectionCounts(
  counts: readonly { readonly value: string; readonly count: number }[],
  sectors: readonly Sector[],
): { value: string; count: number }[] {
  const sectionOfCode = sectionsOf(sectors)
  const sums = new Map<string, number>()
  for (const { value, count } of counts) {
    const section = sectionOfCode.get(value)
    if (section !== undefined) sums.set(section, (sums.get(section) ?? 0) + count)
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
