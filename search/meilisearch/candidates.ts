import type { Index } from 'meilisearch'
import type { Candidate, CandidateOptions, Candidates, Kind } from '../engine.ts'
import type { Facts } from '../fields.ts'
import { type ScoreParts, sumOf } from '../matching/match.ts'
import { distanceKm, unitVector } from '../measures.ts'
import { countFacets, facetNames, facetsOf } from './facets.ts'
import { type Clauses, clausesOf } from './filter.ts'
import type { Pairing, Prepared } from './pairing.ts'
import type { PreparedDocuments } from './prepared-documents.ts'
import { everything, type Listed, NARROW, nearest, wholeOf } from './read-documents.ts'
import { pointsOf } from './search-kind.ts'
import { pointOf, type StoredParts } from './stored-document.ts'

/** For tests: what to do, whatever would be better. */
export interface Forced {
  readonly plan?: 'filter' | 'vector'
  /** How many of the nearest vectors are scored. */
  readonly nearest?: number
}

/** What the server looks at grows with it as well (ten times as many): fewer miss more. */
const NEAREST = 1000
const DEFAULT_LIMIT = 20
const MOST_LIMIT = 1000

interface Found<K extends 'profile' | 'opportunity'> {
  readonly stored: Listed
  readonly prepared: Prepared[K]
  readonly parts: ScoreParts
  readonly score: number
}

/** What a call asks the server for, and what is known from calls before. */
interface Asked<K extends 'profile' | 'opportunity'> {
  readonly index: Index<StoredParts>
  readonly pairing: Pairing<K>
  readonly filter: Clauses
  readonly kept: PreparedDocuments<Prepared[K]>
}

/**
 * The best pairs among the documents that pass the filters. While filters and hard conditions leave at
 * most 2,500, all are looked at: pairs, total and counts are exact. Of more, the 1,000 with the nearest
 * vectors are scored exactly; total and counts are the server's, which cannot state all conditions.
 * Documents `kept` from calls before, and still the same, are not read again.
 */
export async function candidatesOf<K extends 'profile' | 'opportunity'>(
  index: Index<StoredParts>,
  pairing: Pairing<K>,
  kept: PreparedDocuments<Prepared[K]>,
  { limit = DEFAULT_LIMIT, facets = [], explain = false }: CandidateOptions<K>,
  forced: Forced,
): Promise<Omit<Candidates<K>, 'tookMs'>> {
  const most = Math.min(MOST_LIMIT, Math.max(0, Math.trunc(limit)))
  const { kind, filters } = pairing
  const clauses = await clausesOf(kind, filters, (some) => pointsOf(index, some))
  const filter = [...clauses, ...pairing.hardConditions]
  const asked: Asked<K> = { index, pairing, filter, kept }
  const { totalHits = 0, facetDistribution } = await index.search(null, {
    filter,
    facets: facetNames(facets),
    page: 1,
    hitsPerPage: 0,
  })
  const plan = forced.plan ?? (totalHits <= NARROW ? 'filter' : 'vector')
  const listed =
    plan === 'filter'
      ? await everything(index, filter, facets.length > 0)
      : await nearest(index, filter, pairing.sought(), Math.max(most, forced.nearest ?? NEAREST))
  const eligible: Listed[] = []
  const found: Found<K>[] = []
  for (const { stored, prepared } of await preparedOf(asked, listed)) {
    const parts = pairing.score(prepared)
    if (parts === 'excluded') continue
    eligible.push(stored)
    if (parts !== 'unlike') found.push({ stored, prepared, parts, score: sumOf(parts) })
  }
  const best = found.sort(byScore).slice(0, most)
  const hits = explain ? await explained(asked, best) : best.map((one) => candidate(pairing, one))
  const counts =
    plan === 'filter'
      ? { total: eligible.length, facets: countFacets(kind, facets, factsOf<K>(eligible)) }
      : { total: totalHits, facets: facetsOf<K>(facets, facetDistribution) }
  return { hits, ...counts, plan, scored: found.length }
}

function byScore<K extends 'profile' | 'opportunity'>(a: Found<K>, b: Found<K>): number {
  return b.score - a.score || (a.stored.id < b.stored.id ? -1 : 1)
}

/** Each document as scoring wants it; those that no longer pass the filter when they are read are left out. */
async function preparedOf<K extends 'profile' | 'opportunity'>(
  { index, pairing, filter, kept }: Asked<K>,
  listed: readonly Listed[],
): Promise<{ stored: Listed; prepared: Prepared[K] }[]> {
  const known = listed.map(({ id, checksum }) => kept.get(id, checksum))
  const unknown = listed.filter(({ facts }, at) => !known[at] && facts === undefined)
  const read = await wholeOf(
    index,
    filter,
    unknown.map(({ id }) => id),
  )
  return listed.flatMap((one, at) => {
    const before = known[at]
    if (before) return [{ stored: one, prepared: before }]
    const { id, facts, inferred } = one
    const stored = facts === undefined ? read.get(id) : { ...one, facts, inferred }
    if (!stored) return []
    const prepared = pairing.prepare(stored)
    kept.keep(id, stored.checksum, prepared)
    return [{ stored, prepared }]
  })
}

/**
 * Pairs with their explanations, for which documents kept from before are read again: who changed
 * meanwhile is judged as they are now.
 */
async function explained<K extends 'profile' | 'opportunity'>(
  { index, pairing, filter }: Asked<K>,
  best: readonly Found<K>[],
): Promise<Candidate[]> {
  const bare = best.filter(({ stored }) => stored.facts === undefined)
  const read = await wholeOf(
    index,
    filter,
    bare.map(({ stored }) => stored.id),
  )
  const pairs = best.flatMap((one) => {
    if (one.stored.facts !== undefined) return [{ ...one, facts: one.stored.facts }]
    const stored = read.get(one.stored.id)
    if (!stored) return []
    const { facts } = stored
    if (stored.checksum === one.stored.checksum) return [{ ...one, facts }]
    const prepared = pairing.prepare(stored)
    const parts = pairing.score(prepared)
    if (parts === 'excluded' || parts === 'unlike') return []
    return [{ stored, prepared, parts, score: sumOf(parts), facts }]
  })
  return pairs
    .sort(byScore)
    .map((one) => ({ ...candidate(pairing, one), explanation: pairing.explain(one.facts) }))
}

/** A pair as the caller is told, not explained. */
function candidate<K extends 'profile' | 'opportunity'>(
  pairing: Pairing<K>,
  { stored, prepared, parts, score }: Found<K>,
): Candidate {
  const place = pairing.place && pointOf(stored.point)
  const km = place && pairing.place && distanceKm(unitVector(place), unitVector(pairing.place))
  const band = pairing.band(prepared)
  return { id: stored.id, score, parts, band, distanceKm: km, explanation: null }
}

function* factsOf<K extends Kind>(documents: readonly Listed[]): Generator<Facts<K>> {
  for (const { facts } of documents) if (facts !== undefined) yield JSON.parse(facts) as Facts<K>
}
