import { performance } from 'node:perf_hooks'
import type { Index } from 'meilisearch'
import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import {
  type CandidateOptions,
  type Candidates,
  type Changes,
  type Documents,
  type Filters,
  type Health,
  KINDS,
  type Kind,
  type ManifestEntry,
  type OpportunityFilters,
  type ProfileFilters,
  type Query,
  type RebuildOptions,
  type Result,
  type SearchEngine,
} from '../engine.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { SearchUnavailable } from '../unavailable.ts'
import { candidatesOf, type Forced } from './candidates.ts'
import { keyOf } from './codes.ts'
import { Connection, isLost, type MeilisearchServer } from './connection.ts'
import { MatchVectors } from './match-vector.ts'
import { type Prepared, pairingOfNeed, pairingOfOffer } from './pairing.ts'
import { prepareIndexes, type Started } from './prepare-indexes.ts'
import { PreparedDocuments } from './prepared-documents.ts'
import { rebuildKind } from './rebuild.ts'
import { searchKind } from './search-kind.ts'
import { formatOf } from './settings.ts'
import { indexName, type Place, State } from './state.ts'
import { originalDocument, type StoredParts } from './stored-document.ts'
import { applyChanges, type Writing } from './write.ts'

const MANIFEST_PAGE = 1000
const GET_PAGE = 500
/** How long what is known of the place counts: the worker of every process asks more often. */
const KNOWN_MS = 1000

const STARTED: { readonly [S in Started]: string | null } = {
  existing: null,
  missing: 'The indexes were missing: new ones were started and must be rebuilt.',
  damaged: 'Some of the indexes were missing: all must be rebuilt.',
  version: 'The indexes were made by another version or taxonomy: they must be rebuilt.',
}

export interface MeilisearchOptions extends MeilisearchServer {
  readonly taxonomy: Taxonomy
  readonly forced?: Forced
}

/**
 * The engine on a Meilisearch server. Nothing is asked of the server before the first call, which
 * makes its indexes where they are missing; while the server does not answer, calls reject with
 * `SearchUnavailable` and the next one tries again.
 */
export class MeilisearchEngine implements SearchEngine {
  readonly #connection: Connection
  readonly #state: State
  readonly #writing: Writing
  readonly #taxonomy: Taxonomy
  readonly #vectors: MatchVectors
  readonly #forced: Forced
  /** Another process may write: who is asked for is compared by checksum. */
  readonly #kept = {
    profile: new PreparedDocuments<Prepared['profile']>(),
    opportunity: new PreparedDocuments<Prepared['opportunity']>(),
  }
  #ready: Promise<void> | null = null
  /** The most telling of what was found: what was once missing must be rebuilt still. */
  #started: Started = 'existing'
  #rebuilding: Promise<unknown> = Promise.resolve()
  /** What was last told of the place: changes come after it. */
  #placeRead: Place | null = null
  /** Whether there was a place when it was last looked at, and when that was. */
  #seen = { whole: false, at: -Infinity }

  constructor({ taxonomy, forced = {}, ...server }: MeilisearchOptions) {
    this.#taxonomy = taxonomy
    this.#forced = forced
    this.#connection = new Connection(server)
    this.#state = new State(this.#connection)
    this.#vectors = new MatchVectors(taxonomy)
    this.#writing = {
      connection: this.#connection,
      state: this.#state,
      taxonomy,
      vectors: this.#vectors,
    }
  }

  async search<K extends Kind>(kind: K, query: Query<K>): Promise<Result<K>> {
    const began = performance.now()
    const result = await this.#ask(() => searchKind(this.#index(kind), kind, query))
    this.#lookAgainWithout(result)
    return { ...result, tookMs: performance.now() - began }
  }

  candidates(
    kind: 'profile',
    need: Need,
    filters?: ProfileFilters,
    options?: CandidateOptions<'profile'>,
  ): Promise<Candidates<'profile'>>
  candidates(
    kind: 'opportunity',
    offer: Offer,
    filters?: OpportunityFilters,
    options?: CandidateOptions<'opportunity'>,
  ): Promise<Candidates<'opportunity'>>
  async candidates(
    kind: 'profile' | 'opportunity',
    other: Need | Offer,
    filters: ProfileFilters | OpportunityFilters = {},
    options: CandidateOptions<'profile' | 'opportunity'> = {},
  ): Promise<Candidates> {
    const began = performance.now()
    const [taxonomy, vectors] = [this.#taxonomy, this.#vectors]
    const found = await this.#ask(() => {
      if (kind === 'profile') {
        const of = pairingOfNeed(taxonomy, vectors, other as Need, filters as Filters['profile'])
        const wanted = options as CandidateOptions<'profile'>
        return candidatesOf(this.#index(kind), of, this.#kept.profile, wanted, this.#forced)
      }
      const asked = filters as Filters['opportunity']
      const of = pairingOfOffer(taxonomy, vectors, other as Offer, asked)
      const wanted = options as CandidateOptions<'opportunity'>
      return candidatesOf(this.#index(kind), of, this.#kept.opportunity, wanted, this.#forced)
    })
    this.#lookAgainWithout(found)
    return { ...found, tookMs: performance.now() - began }
  }

  /** Resolves when everything is visible; rejects when the server could not do all of it. */
  async apply(changes: Changes, sequence?: number): Promise<void> {
    await this.#ask(async () => {
      await applyChanges(this.#writing, changes)
      if (sequence === undefined) return
      const place = await this.#knownPlace()
      if (sequence > place.sequence) await this.#record(place, sequence)
    }, 'once')
  }

  put<K extends Kind>(kind: K, documents: readonly Documents[K][], sequence?: number) {
    return this.apply({ put: { [kind]: documents } }, sequence)
  }

  remove(kind: Kind, ids: readonly string[], sequence?: number): Promise<void> {
    return this.apply({ remove: { [kind]: ids } }, sequence)
  }

  rebuild<K extends Kind>(
    kind: K,
    documents: Iterable<Documents[K]> | AsyncIterable<Documents[K]>,
    { sequence }: RebuildOptions = {},
  ): Promise<number> {
    const rebuilt = this.#rebuilding.then(() =>
      this.#ask(async () => {
        const count = await rebuildKind(this.#writing, kind, documents)
        // Exactly, even back: after an older database was restored its sequences begin lower.
        if (sequence !== undefined) {
          await this.#record(await this.#knownPlace(), sequence)
        }
        return count
      }, 'once'),
    )
    this.#rebuilding = rebuilt.catch(() => undefined)
    return rebuilt
  }

  async get<K extends Kind>(kind: K, ids: readonly string[]): Promise<readonly Documents[K][]> {
    return this.#ask(async () => {
      const wanted = [...new Set(ids)].map(keyOf)
      const found: Documents[K][] = []
      for (let at = 0; at < wanted.length; at += GET_PAGE) {
        const { results } = await this.#index(kind).getDocuments({
          filter: `key IN [${wanted.slice(at, at + GET_PAGE).join(', ')}]`,
          fields: ['facts', 'text'],
          limit: GET_PAGE,
        })
        found.push(...results.map((stored) => originalDocument<K>(stored)))
      }
      return found
    })
  }

  async *manifest(kind: Kind): AsyncIterable<ManifestEntry> {
    let after = ''
    for (;;) {
      const { results } = await this.#ask(() =>
        this.#index(kind).getDocuments({
          filter: after === '' ? 'key EXISTS' : `key > "${after}"`,
          sort: ['key:asc'],
          fields: ['id', 'checksum'],
          limit: MANIFEST_PAGE,
        }),
      )
      for (const { id, checksum } of results) yield { id, checksum }
      const last = results.at(-1)
      if (!last || results.length < MANIFEST_PAGE) return
      after = keyOf(last.id)
    }
  }

  async appliedSequence(): Promise<number> {
    return this.#ask(async () => {
      this.#placeRead = await this.#readPlace()
      return this.#placeRead?.sequence ?? 0
    })
  }

  async whole(): Promise<boolean> {
    if (performance.now() - this.#seen.at > KNOWN_MS) await this.#ask(() => this.#readPlace())
    return this.#seen.whole
  }

  async distrust(): Promise<void> {
    await this.#ask(async () => {
      const place = await this.#readPlace()
      if (place && place.sequence > 0) await this.#record(place, 0)
    }, 'once')
  }

  /** What was applied is visible already; a rebuild under way is waited for. */
  async settled(): Promise<void> {
    await this.#rebuilding
  }

  async health(): Promise<Health> {
    try {
      return await this.#ask(async () => {
        const counts = { profile: 0, opportunity: 0, company: 0 }
        for (const kind of KINDS) {
          const index = this.#connection.writer.index(indexName(this.#connection, kind))
          counts[kind] = (await index.getStats()).numberOfDocuments
        }
        const appliedSequence = (await this.#readPlace())?.sequence ?? 0
        return {
          engine: 'meilisearch',
          version: this.#connection.version,
          ok: true,
          started: this.#started,
          message: appliedSequence === 0 ? STARTED[this.#started] : null,
          counts,
          appliedSequence,
        } as const
      })
    } catch (error) {
      return {
        engine: 'meilisearch',
        version: null,
        ok: false,
        started: this.#started,
        message: error instanceof Error ? error.message : String(error),
        counts: { profile: 0, opportunity: 0, company: 0 },
        appliedSequence: 0,
      }
    }
  }

  async close(): Promise<void> {
    await this.#rebuilding
  }

  /** Documents of a kind, by a key that can only read. */
  #index(kind: Kind): Index<StoredParts> {
    return this.#connection.reader.index<StoredParts>(indexName(this.#connection, kind))
  }

  /**
   * Runs a call once the indexes are there; what fails for want of the server says so. Where indexes
   * were lost in the meantime they are made and the call is run again; not one that writes, for what
   * it knows of the place in the outbox is no longer so.
   */
  async #ask<T>(call: () => Promise<T>, runs: 'once' | 'again' = 'again'): Promise<T> {
    try {
      this.#connection.checkRest()
      this.#ready ??= this.#prepare()
      await this.#ready
      const answer = await call()
      this.#connection.answered()
      return answer
    } catch (error) {
      if (!isLost(error)) throw this.#connection.translated(error)
      this.#ready = null
      this.#connection.forgetSearchKey()
      if (runs === 'again') return this.#ask(call, 'once')
      throw this.#connection.translated(error)
    }
  }

  async #prepare(): Promise<void> {
    try {
      const { fingerprint } = this.#taxonomy
      const started = await prepareIndexes(this.#connection, this.#state, fingerprint)
      if (started === 'existing') return
      this.#started = started
      this.#see(null)
    } catch (error) {
      this.#ready = null
      throw error
    }
  }

  /**
   * The place, to be moved on. Rejects when indexes were made anew since the caller was told of it:
   * what lies before is then missing, and to move it on would hide that.
   */
  async #knownPlace(): Promise<Place> {
    const place = await this.#readPlace()
    if (!place || (this.#placeRead && this.#placeRead.made !== place.made)) {
      throw new SearchUnavailable('The indexes were made anew in the meantime and must be rebuilt')
    }
    return place
  }

  /** What was written last counts: it was written with this process's settings and taxonomy. */
  async #record({ made }: Place, sequence: number): Promise<void> {
    const place = { sequence, format: formatOf(this.#taxonomy.fingerprint), made }
    await this.#state.setPlace(place)
    this.#see(place)
  }

  async #readPlace(): Promise<Place | null> {
    const place = await this.#state.place()
    this.#see(place)
    return place
  }

  #see(place: Place | null): void {
    this.#seen = { whole: place !== null && place.sequence > 0, at: performance.now() }
  }

  /** Another process may have found the indexes lost and made them anew. */
  #lookAgainWithout({ total }: { readonly total: number }): void {
    if (total === 0 && this.#seen.whole) this.#seen = { whole: false, at: -Infinity }
  }
}
