/** What is shown of a value: a figure, a count of people too small to tell, or that nothing is known. */
export type Shown = number | 'few' | null

/** Areas that are shaded alike. */
export type MapClass =
  | { readonly kind: 'none' | 'zero' | 'few'; readonly count: number }
  | {
      readonly kind: 'range'
      /** 1 is the palest. */
      readonly shade: number
      /** The least and the greatest value that there is in the class. */
      readonly from: number
      readonly to: number
      readonly count: number
    }

export interface Classed {
  readonly classes: readonly MapClass[]
  /** The class of a value among those that were classed. */
  classOf(value: Shown): MapClass | undefined
}

const mostClasses = 5

/**
 * Quantile classes: about as many areas in each, five at most. What is equal is never parted, so that
 * few distinct values make fewer classes; zero, "fewer than 5" and what nobody knows are classes of
 * their own. Bounds are values that occur, so that the legend promises nothing that is not there.
 */
export function classify(values: readonly Shown[]): Classed {
  const sorted = values
    .filter((value) => typeof value === 'number')
    .filter((value) => value > 0)
    .toSorted((a, b) => a - b)
  const distinct = new Set(sorted).size
  const wanted = Math.min(mostClasses, distinct)
  const parts: number[][] = []
  let start = 0
  for (let part = 1; part <= wanted && start < sorted.length; part += 1) {
    let end = part === wanted ? sorted.length : Math.round((part * sorted.length) / wanted)
    end = Math.max(end, start + 1)
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end += 1
    parts.push(sorted.slice(start, end))
    start = end
  }
  const ranges = parts.map((part, at): MapClass & { kind: 'range' } => ({
    kind: 'range',
    // Two classes are pale and dark, not two shades that look alike.
    shade: parts.length === 1 ? 3 : 1 + Math.round((at * (mostClasses - 1)) / (parts.length - 1)),
    from: part[0] ?? 0,
    to: part.at(-1) ?? 0,
    count: part.length,
  }))
  const special = (kind: 'none' | 'zero' | 'few', of: Shown): MapClass[] => {
    const count = values.filter((value) => value === of).length
    return count > 0 ? [{ kind, count }] : []
  }
  const classes = [
    ...special('none', null),
    ...special('zero', 0),
    ...special('few', 'few'),
    ...ranges,
  ]
  return {
    classes,
    classOf(value) {
      if (value === null) return classes.find((one) => one.kind === 'none')
      if (value === 0) return classes.find((one) => one.kind === 'zero')
      if (value === 'few') return classes.find((one) => one.kind === 'few')
      return ranges.find((one) => value >= one.from && value <= one.to)
    },
  }
}

/** Radius of a circle whose surface goes with the value: the greatest value has `largest`. */
export function circleRadius(value: Shown, greatest: number, largest: number): number {
  if (typeof value !== 'number' || value <= 0 || greatest <= 0) return 0
  return Math.round(Math.sqrt(value / greatest) * largest * 10) / 10
}
