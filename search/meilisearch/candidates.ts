import type { Index } from 'meilisearch'
import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import type { Candidate, CandidateOptions, Candidates, Filters, Kind } from '../engine.ts'
import type { Facts } from '../fields.ts'
import { isBlocked } from '../matching/conditions.ts'
import { type Explanation, explainMatch } from '../matching/explain.ts'
import { partsOf, type ScoreParts, sumOf, weightsFor } from '../matching/match.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import { earnedBy, needScorer, offerScorer } from '../matching/skill-score.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { distanceKm, unitVector } from '../measures.ts'
import { countFacets, facetNames, facetsOf } from './facets.ts'
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

/** Up to so many documents are all fetched and scored: one in fifty of 125,000. */
const NARROW = 2500
/** Documents a request: one of more would hold up others. */
const FETCHED = 1000
/** What the server looks at grows with it as well (ten times as many): fewer miss more. */
const NEAREST = 1000
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
  /** The exact parts of a pair; `excluded` by a hard condition, or `unlike` when it is no match. */
  score(stored: StoredParts): ScoreParts | 'excluded' | 'unlike'
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
      if (isBlocked(prepared, offer)) return 'excluded'
      const parts = partsOf(taxonomy, weights, prepared, offer, creditsOf(offer))
      return asksNothing || fits(parts) ? parts : 'unlike'
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
      if (isBlocked(need, prepared)) return 'excluded'
      const weights = weightsFor(taxonomy, need)
      const parts = partsOf(taxonomy, weights, need, prepared, creditsOf(need))
      const asksNothing = facts.skills.length === 0 && facts.occupation === null
      return asksNothing || fits(parts) ? parts : 'unlike'
    },
    explain: (stored) => explainMatch(taxonomy, JSON.parse(stored.facts) as Need, offer),
  }
}

/** Sharing neither skill nor occupation is no match, however well the conditions agree. */
function fits(parts: ScoreParts): boolean {
  return parts.skills + parts.occupation > 0
}

/**
 * The best pairs among the documents that pass the filters. While filters and hard conditions leave at
 * most 2,500, all are fetched: pairs, total and counts are exact. Of more, the 1,000 with the nearest
 * vectors are scored exactly; total and counts are the server's, which cannot state all conditions.
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
  const documents =
    plan === 'filter'
      ? await everything(index, filter)
      : await nearest(index, filter, pairing.sought(), Math.max(most, forced.nearest ?? NEAREST))
  const eligible: StoredParts[] = []
  const found: { stored: StoredParts; parts: ScoreParts; score: number }[] = []
  for (const stored of documents) {
    const parts = pairing.score(stored)
    if (parts === 'excluded') continue
    eligible.push(stored)
    if (parts !== 'unlike') found.push({ stored, parts, score: sumOf(parts) })
  }
  found.sort((a, b) => b.score - a.score || (a.stored.id < b.stored.id ? -1 : 1))
  const point = pairing.place && unitVector(pairing.place)
  const hits: Candidate[] = found.slice(0, most).map(({ stored, parts, score }) => {
    const place = point && pointOf(stored.point)
    const km = place && point ? distanceKm(unitVector(place), point) : null
    const explanation = explain ? pairing.explain(stored) : null
    return { id: stored.id, score, parts, distanceKm: km, explanation }
  })
  const counts =
    plan === 'filter'
      ? { total: eligible.length, facets: countFacets(kind, facets, factsOf<K>(eligible)) }
      : { total: totalHits, facets: facetsOf<K>(facets, facetDistribution) }
  return { hits, ...counts, plan, scored: found.length }
}

function* factsOf<K extends Kind>(documents: readonly StoredParts[]): Generator<Facts<K>> {
  for (const { facts } of documents) yield JSON.parse(facts) as Facts<K>
}

async function everything(index: Index<StoredParts>, filter: Clauses): Promise<StoredParts[]> {
  const documents = new Map<string, StoredParts>()
  for (let offset = 0; offset < NARROW; offset += FETCHED) {
    const { results } = await index.getDocuments({
      filter,
      offset,
      limit: FETCHED,
      fields: FIELDS_READ,
    })
    // A document removed meanwhile shifts the others: none may count twice.
    for (const stored of results) documents.set(stored.id, stored)
    if (results.length < FETCHED) break
  }
  return [...documents.values()]
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
