/** Stands for occupations without an ISCO-08 code. */
const NO_GROUP = 10_000
/** The list of opportunities that name neither skill nor occupation. */
export const NOTHING_ASKED = 10_001

/** The list number of an ISCO-08 unit group (-1 for none). */
export function unitGroup(isco: number): number {
  return isco < 0 ? NO_GROUP : isco
}

/** The unit groups that agree with a code in exactly so many digits from the left. */
export function* groupsNear(isco: number, digits: number): Generator<number> {
  if (digits === 4) {
    yield unitGroup(isco)
    return
  }
  if (isco < 0) return
  const width = 10 ** (4 - digits)
  const first = Math.trunc(isco / width) * width
  const inner = Math.trunc(isco / (width / 10))
  for (let group = first; group < first + width; group++) {
    if (Math.trunc(group / (width / 10)) !== inner) yield group
  }
}
