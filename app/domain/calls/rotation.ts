/** A firm that may be suggested, with what a call could yield. */
export interface Candidate {
  readonly id: string
  /** Where it counts: a district; empty where it has no site. */
  readonly unit: string
  readonly score: number
}

/** How many of a district's places go to the best; the others are drawn among the next best. */
const bestShare = 0.6
/** The draw is among so many times the places. */
const drawnAmong = 6
const fewestDrawnAmong = 12

/**
 * The list of a day. Districts share the places by the square root of how many firms could be called there: a district
 * with a hundredth of the firms gets a tenth of the largest one's calls, not a hundredth. What is left of a place is
 * drawn, so that over the days each gets just its share. In a district six places of ten go to the firms with
 * the highest scores, the others are drawn among the next best by their scores. The seed (a chamber and a day)
 * determines all draws: the same day gives the same list.
 *
 * Returns ids with whether each was drawn, the highest score first.
 */
export function drawList(
  candidates: readonly Candidate[],
  size: number,
  seed: string,
): { readonly id: string; readonly drawn: boolean }[] {
  const random = seeded(seed)
  const units = [...Map.groupBy(candidates, (one) => one.unit)]
    .map(([unit, firms]) => ({ unit, firms: firms.toSorted(byScore) }))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1))
  const places = placesOf(
    units.map(({ firms }) => firms.length),
    size,
    random(),
  )
  const chosen = units.flatMap(({ firms }, at) => choose(firms, places[at] ?? 0, random))
  return chosen
    .sort((a, b) => byScore(a.firm, b.firm))
    .map(({ firm, drawn }) => ({ id: firm.id, drawn }))
}

/**
 * How many of the places each district gets, from its number of firms: on average its share exactly
 * (systematic sampling of what is left over), never more than it has firms.
 */
export function placesOf(firms: readonly number[], size: number, start: number): number[] {
  const given = firms.map(() => 0)
  let left = Math.min(
    size,
    firms.reduce((sum, one) => sum + one, 0),
  )
  let from = start
  while (left > 0) {
    const weights = firms.map((count, at) => (count > (given[at] ?? 0) ? Math.sqrt(count) : 0))
    const all = weights.reduce((sum, one) => sum + one, 0)
    let sum = from
    let placed = 0
    weights.forEach((weight, at) => {
      const before = whole(sum)
      sum += (left * weight) / all
      const room = (firms[at] ?? 0) - (given[at] ?? 0)
      const wanted = whole(sum) - before
      const more = Math.min(room, wanted, left - placed)
      given[at] = (given[at] ?? 0) + more
      placed += more
    })
    left -= placed
    // Where nothing could be placed, another start places at least one.
    from = placed === 0 ? 1 - 1e-6 : start
  }
  return given
}

/** Rounded down; sums that should be whole may come out a little less. */
const whole = (sum: number) => Math.floor(sum + 1e-9)

function choose(sorted: readonly Candidate[], places: number, random: () => number) {
  const rest = [...sorted]
  const chosen: { firm: Candidate; drawn: boolean }[] = []
  for (let at = 0; at < places && rest.length > 0; at += 1) {
    const best = random() < bestShare
    const from = best ? 0 : pick(rest.slice(0, among(places)), random)
    const [firm] = rest.splice(from, 1)
    if (firm) chosen.push({ firm, drawn: from > 0 })
  }
  return chosen
}

const among = (places: number) => Math.max(fewestDrawnAmong, drawnAmong * places)

/** The position of one of them, each as likely as its score says. */
function pick(firms: readonly Candidate[], random: () => number): number {
  const weight = ({ score }: Candidate) => Math.max(1, score)
  let left = random() * firms.reduce((sum, firm) => sum + weight(firm), 0)
  return Math.max(
    0,
    firms.findIndex((firm) => {
      left -= weight(firm)
      return left < 0
    }),
  )
}

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || (a.id < b.id ? -1 : 1)

/** Numbers from 0 up to 1 that a text determines: FNV-1a, then mulberry32. */
export function seeded(text: string): () => number {
  let state = 0x811c9dc5
  for (const letter of text) {
    state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
