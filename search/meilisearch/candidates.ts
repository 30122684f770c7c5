import type { Index } from 'meilisearch'
import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import type { Candidate, CandidateOptions, Candidates, Filters } from '../engine.ts'
import { isBlocked } from '../matching/conditions.ts'
import { type Explanation, explainMatch } from '../matching/explain.ts'
import { partsOf, type ScoreParts, sumOf, weightsFor } from '../matching/match.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import { earnedBy, needScorer, offerScorer } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { distanceKm, unitVector } from '../measures.ts'
import { facetNames, facetsOf } from './facets.ts'
import { type Clauses, clausesOf } from './filter.ts'
import { hardConditionsOfNeed, hardConditionsOfOffer } from './hard-conditions.ts'
import type { MatchVectors } from './match-vector.ts'
import { pointsOf } from './search-kind.ts'
import { EMBEDDER } from './settings.ts'
import { inferredOf, pointOf, type StoredParts } from './stored-document.ts'

/** For tests: what to do, whatever would be better. */
export interface Forced {
  readonly plan?: 'filter' | 'vector'
  /** How many of the nearest vectors are scored. */
  readonly nearest?: number
}

/** Up to so many documents are all fetched and scored. */
const NARROW = 2000
const NEAREST = 400
const DEFAULT_LIMIT = 20
const MOST_LIMIT = 1000
const FIELDS_READ: (keyof StoredParts)[] = ['id', 'facts', 'inferred', 'point']

/** One need or offer against documents of the other side. */
interface Pairing<K extends 'profile' | 'opportunity'> {
  readonly kind: K
  readonly filters: Filters[K]
  readonly hardConditions: Clauses
  readonly place: { readonly lat: number; readonly lng: number } | null
  /** What to look for among the stored vectors. */
  sought(): number[]
  /** The exact parts of a pair; null when a hard condition excludes it or it is no match. */
  score(stored: StoredParts): ScoreParts | null
  explain(stored: StoredParts): Explanation
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
    score: (stored) => {
      const facts = JSON.parse(stored.facts) as Offer
      const offer = prepareOffer(taxonomy, facts, inferredOf(stored, taxonomy))
      if (isBlocked(prepared, offer)) return null
      const parts = partsOf(taxonomy, weights, prepared, offer, creditsOf(offer))
      return asksNothing || fits(parts) ? parts : null
    },
    explain: (stored) => explainMatch(taxonomy, need, JSON.parse(stored.facts) as Offer),
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
    score: (stored) => {
      const facts = JSON.parse(stored.facts) as Need
      const need = prepareNeed(taxonomy, facts)
      if (isBlocked(need, prepared)) return null
      const weights = weightsFor(taxonomy, need)
      const parts = partsOf(taxonomy, weights, need, prepared, creditsOf(need))
      const asksNothing = facts.skills.length === 0 && facts.occupation === null
      return asksNothing || fits(parts) ? parts : null
    },
    explain: (stored) => explainMatch(taxonomy, JSON.parse(stored.facts) as Need, offer),
  }
}

/** Sharing neither skill nor occupation is no match, however well the conditions agree. */
function fits(parts: ScoreParts): boolean {
  return parts.skills + parts.field + parts.occupation > 0
}

/**
 * The best pairs among the documents that pass the filters: exact while filters and hard conditions
 * leave at most 2,000; of more, the 400 with the nearest vectors are scored exactly.
 */
export async function candidatesOf<K extends 'profile' | 'opportunity'>(
  index: Index<StoredParts>,
  pairing: Pairing<K>,
  { limit = DEFAULT_LIMIT, facets = [], explain = false }: CandidateOptions<K>,
  forced: Forced,
): Promise<Omit<Candidates<K>, 'tookMs'>> {
  const most = Math.min(MOST_LIMIT, Math.max(0, Math.trunc(limit)))
  const { kind, filters } = pairing
  const asked = await clausesOf(kind, filters, (clauses) => pointsOf(index, clauses))
  const filter = [...asked, ...pairing.hardConditions]
  const { totalHits = 0, facetDistribution } = await index.search(null, {
    filter,
    facets: facetNames(facets),
    page: 1,
    hitsPerPage: 0,
  })
  const plan = forced.plan ?? (totalHits <= NARROW ? 'filter' : 'vector')
  const counts = { total: totalHits, facets: facetsOf<K>(facets, facetDistribution), plan }
  if (most === 0) return { hits: [], ...counts, scored: 0 }
  const documents =
    plan === 'filter'
      ? await everything(index, filter)
      : await nearest(index, filter, pairing.sought(), Math.max(most, forced.nearest ?? NEAREST))
  const found: { stored: StoredParts; parts: ScoreParts; score: number }[] = []
  for (const stored of documents) {
    const parts = pairing.score(stored)
    if (parts) found.push({ stored, parts, score: sumOf(parts) })
  }
  found.sort((a, b) => b.score - a.score || (a.stored.id < b.stored.id ? -1 : 1))
  const point = pairing.place && unitVector(pairing.place)
  const hits: Candidate[] = found.slice(0, most).map(({ stored, parts, score }) => {
    const place = point && pointOf(stored.point)
    const km = place && point ? distanceKm(unitVector(place), point) : null
    const explanation = explain ? pairing.explain(stored) : null
    return { id: stored.id, score, parts, distanceKm: km, explanation }
  })
  return { hits, ...counts, scored: found.length }
}

async function everything(index: Index<StoredParts>, filter: Clauses): Promise<StoredParts[]> {
  const { results } = await index.getDocuments({ filter, limit: NARROW, fields: FIELDS_READ })
  return results
}

async function nearest(
  index: Index<StoredParts>,
  filter: Clauses,
  vector: number[],
  limit: number,
): Promise<StoredParts[]> {
  const { hits } = await index.search(null, {
    filter,
    vector,
    hybrid: { embedder: EMBEDDER, semanticRatio: 1 },
    limit,
    attributesToRetrieve: FIELDS_READ,
  })
  return hits
}
