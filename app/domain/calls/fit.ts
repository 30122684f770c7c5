import { usualGroups } from './sector-occupations.ts'

/**
 * How usual work is for the firms of a sector, by ISCO-08 code: of a unit group (four digits), or of all units of a
 * minor group (three) that have no weight of their own. The most usual has 1.
 */
export type WorkWeights = ReadonlyMap<number, number>

/** Opportunities that firms of a sector have published for an ISCO-08 unit group; 0 for none. */
export interface PublishedWork {
  readonly sector: string | null
  readonly unit: number
  readonly count: number
}

/** The table of usual work counts like so many published opportunities. */
const priorOpportunities = 10
/** Each next group of the table counts so much less than the one before. */
const nextInTable = 0.7
/** The work that a firm itself has looked for or expects to, against that of its sector. */
const ownShare = 2 / 3

/** How usual the work of a unit group is, 0 to 1. */
export function weightOf(weights: WorkWeights, unit: number): number {
  return weights.get(unit) ?? weights.get(Math.trunc(unit / 10)) ?? 0
}

/**
 * What the firms of each sector employ people for: the table of usual work with what was published so far. Answers for
 * divisions, and for sections by all their divisions; a firm without a known sector has no weights.
 */
export function learnFit(
  published: readonly PublishedWork[],
  sectors: readonly { readonly code: string; readonly parent: string | null }[],
): (sector: string | null) => WorkWeights {
  const counted = new Map<string, Map<number, number>>()
  for (const { sector, unit, count } of published) {
    if (!sector || unit === 0) continue
    const units = counted.get(sector) ?? new Map<number, number>()
    counted.set(sector, units)
    units.set(unit, (units.get(unit) ?? 0) + count)
  }
  const below = Map.groupBy(sectors, (one) => one.parent)
  const known = new Map<string, WorkWeights>()
  return (sector) => {
    if (sector === null) return none
    let weights = known.get(sector)
    if (!weights) {
      const divisions = [sector, ...(below.get(sector) ?? []).map((one) => one.code)]
      weights = together(
        divisions.map(tableOf),
        divisions.map((code) => counted.get(code) ?? none),
      )
      known.set(sector, weights)
    }
    return weights
  }
}

/** The weights of a firm that has looked for certain work itself: mostly that, and the rest of its sector. */
export function withOwnWork(sector: WorkWeights, own: readonly number[]): WorkWeights {
  if (own.length === 0) return sector
  const sum = new Map([...sector].map(([code, weight]) => [code, weight * (1 - ownShare)]))
  for (const unit of own) sum.set(unit, 1)
  return sum
}

const none: WorkWeights = new Map()

function tableOf(division: string): WorkWeights {
  const codes = usualGroups[division]?.split(' ').map(Number) ?? []
  const shares = codes.map((_, at) => nextInTable ** at)
  const all = shares.reduce((sum, one) => sum + one, 0)
  return new Map(codes.map((code, at) => [code, (priorOpportunities * (shares[at] ?? 0)) / all]))
}

/** Table and counts added up; a unit that was published for has what the table gives its group as well. */
function together(tables: readonly WorkWeights[], counts: readonly WorkWeights[]): WorkWeights {
  const table = sumOf(tables)
  const sum = new Map(table)
  for (const [unit, count] of sumOf(counts)) sum.set(unit, weightOf(table, unit) + count)
  const most = Math.max(0, ...sum.values())
  return new Map([...sum].map(([code, weight]) => [code, weight / most]))
}

function sumOf(parts: readonly WorkWeights[]): Map<number, number> {
  const sum = new Map<number, number>()
  for (const part of parts) {
    for (const [code, weight] of part) sum.set(code, (sum.get(code) ?? 0) + weight)
  }
  return sum
}
