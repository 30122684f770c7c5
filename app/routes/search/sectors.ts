interface Sector {
  readonly code: string
  readonly level: 'section' | 'division'
  readonly parent: string | null
}

/** The section that a code belongs to: its parent for a division, itself otherwise. */
export function sectionOf(code: string, sectors: readonly Sector[]): string {
  return sectors.find((sector) => sector.code === code)?.parent ?? code
}

/** Counts of ISIC codes, added up by section, greatest first; beginnings that are no code are dropped. */
export function sectionCounts(
  counts: readonly { readonly value: string; readonly count: number }[],
  sectors: readonly Sector[],
): { value: string; count: number }[] {
  const known = new Set(sectors.map((sector) => sector.code))
  const sums = new Map<string, number>()
  for (const { value, count } of counts) {
    if (!known.has(value)) continue
    const section = sectionOf(value, sectors)
    sums.set(section, (sums.get(section) ?? 0) + count)
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
