import type { Need, OpportunityDocument } from '#search/documents/opportunity.ts'
import type { Offer, ProfileDocument } from '#search/documents/profile.ts'
import { type Match, scoreMatch } from '#search/matching/match.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'

/** Slow and obvious: every pair scored by itself, sorted by score and then id. */
export function bestProfiles(
  taxonomy: Taxonomy,
  need: Need,
  profiles: readonly ProfileDocument[],
  limit: number,
) {
  const scored = profiles.map((profile) => ({
    id: profile.id,
    match: scoreMatch(taxonomy, need, profile),
    counts: countsAsMatch(need, scoreMatch(taxonomy, need, profile)),
  }))
  return best(scored, limit)
}

export function bestOpportunities(
  taxonomy: Taxonomy,
  offer: Offer,
  opportunities: readonly OpportunityDocument[],
  limit: number,
) {
  const scored = opportunities.map((opportunity) => ({
    id: opportunity.id,
    match: scoreMatch(taxonomy, opportunity, offer),
    counts: countsAsMatch(opportunity, scoreMatch(taxonomy, opportunity, offer)),
  }))
  return best(scored, limit)
}

/** Sharing neither skill nor occupation is no match, unless neither is asked. */
function countsAsMatch(need: Need, { blockers, parts }: Match): boolean {
  if (blockers.length > 0) return false
  const asksNothing = need.skills.length === 0 && need.occupation === null
  return asksNothing || parts.skills + parts.occupation > 0
}

function best(scored: { id: string; match: Match; counts: boolean }[], limit: number) {
  return scored
    .filter(({ counts }) => counts)
    .sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, match }) => ({ id, score: match.score, parts: match.parts }))
}
