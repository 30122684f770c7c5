import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import type { Filters } from '../engine.ts'
import { type Band, bandOfCredits } from '../matching/band.ts'
import { isBlocked } from '../matching/conditions.ts'
import { type Explanation, explainMatch } from '../matching/explain.ts'
import { partsOf, type ScoreParts, type Weights, weightsFor } from '../matching/match.ts'
import { occupationScore } from '../matching/occupation-score.ts'
import {
  type PreparedNeed,
  type PreparedOffer,
  prepareNeed,
  prepareOffer,
} from '../matching/prepare.ts'
import { earnedBy, needScorer, offerScorer } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import type { Clauses } from './filter.ts'
import { hardConditionsOfNeed, hardConditionsOfOffer } from './hard-conditions.ts'
import type { MatchVectors } from './match-vector.ts'
import { inferredOf, type StoredParts } from './stored-document.ts'

/** What a stored document is made into once, however many pairs it is then scored in. */
export interface Prepared {
  readonly profile: PreparedOffer
  readonly opportunity: {
    readonly need: PreparedNeed
    readonly weights: Weights
    /** Names neither skills nor an occupation: anybody matches. */
    readonly asksNothing: boolean
    readonly namesOccupation: boolean
  }
}

/** One need or offer against documents of the other side. */
export interface Pairing<K extends 'profile' | 'opportunity'> {
  readonly kind: K
  readonly filters: Filters[K]
  readonly hardConditions: Clauses
  readonly place: { readonly lat: number; readonly lng: number } | null
  /** What to look for among the stored vectors. */
  sought(): number[]
  prepare(stored: Pick<StoredParts, 'facts' | 'inferred'>): Prepared[K]
  /** The exact parts of a pair; `excluded` by a hard condition, or `unlike` when it is no match. */
  score(prepared: Prepared[K]): ScoreParts | 'excluded' | 'unlike'
  /** How people are shown the pair. */
  band(prepared: Prepared[K]): Band | null
  explain(facts: string): Explanation
}

/** A need against profiles. */
export function pairingOfNeed(
  taxonomy: Taxonomy,
  vectors: MatchVectors,
  need: Need,
  filters: Filters['profile'],
): Pairing<'profile'> {
  const prepared = prepareNeed(taxonomy, need)
  const weights = weightsFor(taxonomy, prepared)
  const creditsOf = needScorer(taxonomy, prepared)
  const asksNothing = need.skills.length === 0 && need.occupation === null
  return {
    kind: 'profile',
    filters,
    hardConditions: hardConditionsOfNeed(need),
    place: need.place,
    sought: () => vectors.soughtByNeed(prepared),
    prepare: (stored) =>
      prepareOffer(taxonomy, JSON.parse(stored.facts) as Offer, inferredOf(stored, taxonomy)),
    score: (offer) => {
      if (isBlocked(prepared, offer)) return 'excluded'
      const parts = partsOf(taxonomy, weights, prepared, offer, creditsOf(offer))
      return asksNothing || fits(parts) ? parts : 'unlike'
    },
    band: (offer) =>
      bandOfCredits(taxonomy, prepared, creditsOf(offer), () =>
        need.occupation ? occupationScore(taxonomy, prepared, offer) : null,
      ),
    explain: (facts) => explainMatch(taxonomy, need, JSON.parse(facts) as Offer),
  }
}

/** An offer against opportunities. */
export function pairingOfOffer(
  taxonomy: Taxonomy,
  vectors: MatchVectors,
  offer: Offer,
  filters: Filters['opportunity'],
): Pairing<'opportunity'> {
  const prepared = prepareOffer(taxonomy, offer)
  const creditsOf = offerScorer(earnedBy(taxonomy, prepared))
  return {
    kind: 'opportunity',
    filters,
    hardConditions: hardConditionsOfOffer(offer),
    place: offer.place,
    sought: () => vectors.soughtByOffer(prepared),
    prepare: (stored) => {
      const facts = JSON.parse(stored.facts) as Need
      const need = prepareNeed(taxonomy, facts)
      const asksNothing = facts.skills.length === 0 && facts.occupation === null
      const namesOccupation = facts.occupation !== null
      return { need, weights: weightsFor(taxonomy, need), asksNothing, namesOccupation }
    },
    score: ({ need, weights, asksNothing }) => {
      if (isBlocked(need, prepared)) return 'excluded'
      const parts = partsOf(taxonomy, weights, need, prepared, creditsOf(need))
      return asksNothing || fits(parts) ? parts : 'unlike'
    },
    band: ({ need, namesOccupation }) =>
      bandOfCredits(taxonomy, need, creditsOf(need), () =>
        namesOccupation ? occupationScore(taxonomy, need, prepared) : null,
      ),
    explain: (facts) => explainMatch(taxonomy, JSON.parse(facts) as Need, offer),
  }
}

/** Sharing neither skill nor occupation is no match, however well the conditions agree. */
function fits(parts: ScoreParts): boolean {
  return parts.skills + parts.occupation > 0
}
