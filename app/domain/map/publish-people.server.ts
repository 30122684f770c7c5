import { createHmac } from 'node:crypto'
import type { Shown } from './classes.ts'

/** A set of people as it is counted: how many, and the least and greatest id, which tell one set from another. */
export interface PeopleSet {
  readonly count: number
  readonly first: string
  readonly last: string
}

/** Fewer than this are never told. */
export const fewest = 5
/** Published counts are multiples of this. */
export const roundTo = 5

/** How much less likely each further step of the blur is: a third stay as they are, one in a hundred moves by six or more. */
const further = 0.5

/**
 * What may be said of a number of people.
 *
 * The rule:
 * 1. Fewer than five (none included) is always "fewer than 5".
 * 2. From five on the count is blurred by a few (two-sided geometric: no blur .33, one more or less .33,
 *    two .17, ... without an end) and rounded to a multiple of five. What comes out under five is "fewer
 *    than 5" as well: five people in one case of twelve, eight in one of a hundred.
 * 3. The blur belongs to the set of people, drawn with the deployment's secret from how many they are
 *    and the ends of their ids. The same people give the same figure on every page, under every filter
 *    that leaves them all, as often as anybody asks: nothing can be averaged out.
 * 4. Every figure is blurred by itself, totals too. So they need not add up, and pages say so.
 *
 * Why blur, where rounding would be simpler: figures that are only rounded leak at their edges. Five
 * towns of "fewer than 5" in a district of 20 would be four each; 10 people of whom 9 remain under a
 * filter would leave one. Were every "fewer than 5" certainly so, two of them whose sum is told would
 * hold somebody each. A blur without an end has no edges: no difference of totals, neighbours or
 * filters, however many are combined, excludes any number from 0 to 4 of a small set. Hiding further
 * cells (complementary suppression) would have to know every view that was ever shown; this needs none.
 */
export function publishPeople({ count, first, last }: PeopleSet, secret: string): Shown {
  if (count < fewest) return 'few'
  const blurred = count + blur(`${count} ${first} ${last}`, secret)
  const rounded = roundTo * Math.round(blurred / roundTo)
  return rounded < fewest ? 'few' : rounded
}

/** A whole number around 0, the same for the same set and secret: the difference of two geometric draws. */
function blur(set: string, secret: string): number {
  const bytes = createHmac('sha256', secret).update(`map people ${set}`).digest()
  const draw = (from: number) => {
    const chance = (bytes.readUIntBE(from, 6) + 0.5) / 2 ** 48
    return Math.floor(Math.log(chance) / Math.log(further))
  }
  return draw(0) - draw(6)
}
