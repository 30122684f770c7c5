import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Meilisearch } from 'meilisearch'
import type { DocumentPlace } from '#search/documents/common.ts'
import type { OpportunityDocument } from '#search/documents/opportunity.ts'
import type { ProfileDocument } from '#search/documents/profile.ts'
import type { SearchEngine } from '#search/engine.ts'
import { isBlocked } from '#search/matching/conditions.ts'
import { partsOf, sumOf, weightsFor } from '#search/matching/match.ts'
import {
  type PreparedNeed,
  type PreparedOffer,
  prepareNeed,
  prepareOffer,
} from '#search/matching/prepare.ts'
import { earnedBy, needScorer, offerScorer } from '#search/matching/skill-score.ts'
import type { Taxonomy } from '#search/matching/taxonomy.ts'
import { openSearch } from '#search/open.ts'
import { randomFrom, seededOpportunity, seededProfile } from '#tests/search/corpus.ts'
import { missingMeilisearch, startMeilisearch } from '#tests/support/meilisearch.ts'
import { topOf } from './metrics.ts'
import { simulate } from './simulator.ts'
import type { World } from './world.ts'

const TOP = 20
/** As many regions, evenly: a filter by one of them keeps 2 %. */
const REGIONS = 50

/** Share of the exact best twenty that an engine gives, over all queries; and over the worst tenth of them. */
export interface RecallFigures {
  readonly recall: number
  readonly worstTenth: number
  readonly queries: number
}

export interface EngineRecall {
  readonly version: string
  readonly buildMs: number
  readonly profiles: { readonly all: RecallFigures; readonly narrow: RecallFigures }
  readonly opportunities: { readonly all: RecallFigures; readonly narrow: RecallFigures }
}

export interface RetrievalSizes {
  readonly jobs: number
  readonly profiles: number
  readonly queries: number
}

export const ENGINES = ['embedded', 'meilisearch'] as const
export type Engine = (typeof ENGINES)[number]

/** What each engine's `candidates` misses of the exact best; null for an engine that is not there or not asked for. */
export async function evaluateRetrieval(
  world: World,
  sizes: RetrievalSizes,
  engines: readonly Engine[] = ENGINES,
): Promise<{ readonly [E in Engine]: EngineRecall | null }> {
  const corpus = drawDocuments(world, sizes)
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-eval-'))
  const { taxonomy } = world
  try {
    let embedded: EngineRecall | null = null
    if (engines.includes('embedded')) {
      const engine = await openSearch({ file: join(folder, 'search.db'), taxonomy })
      embedded = await measureEngine(engine, taxonomy, corpus, sizes.queries)
    }
    if (!engines.includes('meilisearch') || missingMeilisearch() !== null) {
      return { embedded, meilisearch: null }
    }
    const server = await startMeilisearch()
    const prefix = `eval${randomBytes(5).toString('hex')}`
    try {
      const meili = { url: server.url, key: server.key, prefix }
      const second = await openSearch({ file: ':memory:', taxonomy, meili })
      return { embedded, meilisearch: await measureEngine(second, taxonomy, corpus, sizes.queries) }
    } finally {
      await removeIndexes(server, prefix)
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Documents {
  readonly profiles: readonly ProfileDocument[]
  readonly opportunities: readonly OpportunityDocument[]
}

/** Skills and occupations of the simulator at medium noise, everything else as conditions have it in tests. */
function drawDocuments(world: World, sizes: RetrievalSizes): Documents {
  const { jobs, profiles } = simulate(world, 'medium', sizes, 2)
  const random = randomFrom(3)
  const places = Array.from({ length: REGIONS }, (_, at): DocumentPlace => {
    const [lat, lng] = [4.5 + 5.5 * random.next(), -8 + 5 * random.next()]
    return { id: `place-${at}`, admin1: region(at), lat, lng }
  })
  return {
    profiles: profiles.map(({ id, declared, skills }, at) => ({
      ...seededProfile(random, at),
      id,
      country: 'CI',
      place: random.pick(places),
      occupations: declared.mixed,
      skills,
    })),
    opportunities: jobs.map(({ id, stated, skills }, at) => ({
      ...seededOpportunity(random, at),
      id,
      country: 'CI',
      place: random.pick(places),
      occupation: { uri: stated.uri, isco08: stated.isco08 },
      skills,
    })),
  }
}

const region = (at: number) => `CI-R${String(at % REGIONS).padStart(2, '0')}`

/** Every eligible pair scored, slowly and in full. */
class Exact {
  readonly #taxonomy: Taxonomy
  readonly #documents: Documents
  readonly #needs: readonly PreparedNeed[]
  readonly #offers: readonly PreparedOffer[]

  constructor(taxonomy: Taxonomy, documents: Documents) {
    this.#taxonomy = taxonomy
    this.#documents = documents
    this.#needs = documents.opportunities.map((one) => prepareNeed(taxonomy, one))
    this.#offers = documents.profiles.map((one) => prepareOffer(taxonomy, one))
  }

  profilesFor(query: number, among: string | null): string[] {
    const need = this.#needs[query] as PreparedNeed
    const scorer = needScorer(this.#taxonomy, need)
    const scores = Float64Array.from(this.#offers, (offer, at) =>
      among && this.#documents.profiles[at]?.place?.admin1 !== among
        ? -1
        : this.#score(need, offer, scorer(offer)),
    )
    return idsOf(scores, this.#documents.profiles)
  }

  opportunitiesFor(query: number, among: string | null): string[] {
    const offer = this.#offers[query] as PreparedOffer
    const scorer = offerScorer(earnedBy(this.#taxonomy, offer))
    const scores = Float64Array.from(this.#needs, (need, at) =>
      among && this.#documents.opportunities[at]?.place?.admin1 !== among
        ? -1
        : this.#score(need, offer, scorer(need)),
    )
    return idsOf(scores, this.#documents.opportunities)
  }

  /** -1 for a pair that is never shown. */
  #score(need: PreparedNeed, offer: PreparedOffer, credits: Float64Array): number {
    if (isBlocked(need, offer)) return -1
    const weights = weightsFor(this.#taxonomy, need)
    const parts = partsOf(this.#taxonomy, weights, need, offer, credits)
    return parts.skills + parts.occupation > 0 ? sumOf(parts) : -1
  }
}

function idsOf(scores: Float64Array, documents: readonly { readonly id: string }[]): string[] {
  return topOf(scores, TOP)
    .filter((at) => (scores[at] ?? -1) >= 0)
    .map((at) => documents[at]?.id ?? '')
}

async function measureEngine(
  engine: SearchEngine,
  taxonomy: Taxonomy,
  documents: Documents,
  queries: number,
): Promise<EngineRecall> {
  try {
    const { profiles, opportunities } = documents
    const exact = new Exact(taxonomy, documents)
    const started = performance.now()
    await engine.rebuild('profile', profiles)
    await engine.rebuild('opportunity', opportunities)
    const buildMs = performance.now() - started
    const ids = (found: { readonly hits: readonly { readonly id: string }[] }) =>
      found.hits.map(({ id }) => id)
    const [needs, offers] = [opportunities, profiles].map((list) =>
      list.flatMap((one, at) => (['open', 'active'].includes(one.status) ? [at] : [])),
    ) as [number[], number[]]
    const forNeeds = (narrow: boolean) =>
      recallOver(needs.slice(0, queries), async (at) => {
        const admin1 = narrow ? region(at) : null
        const need = opportunities[at] as OpportunityDocument
        const filters = admin1 ? { admin1: [admin1] } : {}
        const found = await engine.candidates('profile', need, filters, { limit: TOP })
        return [exact.profilesFor(at, admin1), ids(found)]
      })
    const forOffers = (narrow: boolean) =>
      recallOver(offers.slice(0, queries), async (at) => {
        const admin1 = narrow ? region(at) : null
        const offer = profiles[at] as ProfileDocument
        const filters = admin1 ? { admin1: [admin1] } : {}
        const found = await engine.candidates('opportunity', offer, filters, { limit: TOP })
        return [exact.opportunitiesFor(at, admin1), ids(found)]
      })
    const { version } = await engine.health()
    return {
      version: version ?? 'unknown',
      buildMs,
      profiles: { all: await forNeeds(false), narrow: await forNeeds(true) },
      opportunities: { all: await forOffers(false), narrow: await forOffers(true) },
    }
  } finally {
    await engine.close()
  }
}

async function recallOver(
  queries: readonly number[],
  ask: (query: number) => Promise<[exact: string[], found: string[]]>,
): Promise<RecallFigures> {
  const shares: number[] = []
  for (const query of queries) {
    const [exact, found] = await ask(query)
    if (exact.length === 0) continue
    const there = new Set(found)
    shares.push(exact.filter((id) => there.has(id)).length / exact.length)
  }
  const mean = (list: readonly number[]) =>
    list.reduce((sum, share) => sum + share, 0) / Math.max(1, list.length)
  const worst = shares.toSorted((a, b) => a - b).slice(0, Math.ceil(shares.length / 10))
  return { recall: mean(shares), worstTenth: mean(worst), queries: shares.length }
}

async function removeIndexes(server: { url: string; key: string }, prefix: string): Promise<void> {
  const admin = new Meilisearch({ host: server.url, apiKey: server.key })
  const { results } = await admin.getRawIndexes({ limit: 1000 })
  const ours = results.filter(({ uid }) => uid.startsWith(prefix))
  await Promise.all(ours.map(({ uid }) => admin.deleteIndex(uid)))
}
