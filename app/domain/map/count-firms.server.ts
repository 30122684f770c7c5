import type { CompanyFact, CountryFacts, PostFact } from './facts.server.ts'
import { isFirmChosen, isPostChosen, type MapScope, type Selection } from './selection.ts'
import { addTo, emptyTally, type Tally } from './tally.ts'

/** Finds the area of a place; null where the map has none. */
export type AreaOf = (placeId: string) => string | null

/** Open posts that the selection leaves, of firms that the scope holds. */
export function chosenPosts(facts: CountryFacts, scope: MapScope, chosen: Selection): PostFact[] {
  const found: PostFact[] = []
  for (const post of facts.posts.values()) {
    const firm = facts.companies.get(post.companyId)
    if (firm && isPostChosen(chosen, post) && isFirmChosen(scope, chosen, firm)) found.push(post)
  }
  return found
}

/**
 * Companies that the selection leaves. A filter of posts (occupation, skill, kind) leaves those that
 * have such a post open.
 */
export function chosenCompanies(
  facts: CountryFacts,
  scope: MapScope,
  chosen: Selection,
): CompanyFact[] {
  const byPosts = chosen.occupation || chosen.skill || chosen.kind
  const offering = byPosts
    ? new Set(chosenPosts(facts, scope, chosen).map((post) => post.companyId))
    : null
  const found: CompanyFact[] = []
  for (const firm of facts.companies.values()) {
    if (offering && !offering.has(firm.id)) continue
    if (isFirmChosen(scope, chosen, firm)) found.push(firm)
  }
  return found
}

/** Each company once in every area and place where it has a site. */
export function countCompanies(firms: readonly CompanyFact[], areaOf: AreaOf): Tally {
  const tally = emptyTally()
  for (const firm of firms) addTo(tally, firm.placeIds, areaOf, { value: 1 })
  return tally
}

/** Of those, how many are brought to work with the programme. */
export function countCoverage(
  firms: readonly CompanyFact[],
  onboarded: ReadonlySet<string>,
  areaOf: AreaOf,
): Tally {
  const tally = emptyTally()
  for (const { id, placeIds } of firms) {
    addTo(tally, placeIds, areaOf, { value: onboarded.has(id) ? 1 : 0, of: 1 })
  }
  return tally
}

/** The fewest people that a firm of a size band has. */
const fewestIn: Readonly<Record<string, number>> = {
  '1': 1,
  '2-9': 2,
  '10-49': 10,
  '50-249': 50,
  '250+': 250,
}

/**
 * People who work in the companies, all at the main site: nobody knows how they are spread. A firm that
 * told only its size band counts with the fewest of it, so the figure is "at least".
 */
export function countHeadcount(firms: readonly CompanyFact[], areaOf: AreaOf): Tally {
  const tally = emptyTally()
  for (const { id, headcount, size, placeIds } of firms) {
    const value = headcount ?? fewestIn[size ?? ''] ?? 0
    if (value > 0) addTo(tally, placeIds.slice(0, 1), areaOf, { value, first: id })
  }
  return tally
}

/** Posts, as many as each opportunity offers, where the work is. */
export function countPosts(posts: readonly PostFact[], areaOf: AreaOf): Tally {
  const tally = emptyTally()
  for (const { placeId, posts: value } of posts) {
    addTo(tally, placeId ? [placeId] : [], areaOf, { value })
  }
  return tally
}
