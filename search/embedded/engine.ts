import { performance } from 'node:perf_hooks'
import type { Need } from '../documents/opportunity.ts'
import type { Offer } from '../documents/profile.ts'
import type {
  CandidateOptions,
  Candidates,
  Changes,
  Documents,
  Filters,
  Health,
  Kind,
  ManifestEntry,
  OpportunityFilters,
  ProfileFilters,
  Query,
  RebuildOptions,
  Result,
  SearchEngine,
} from '../engine.ts'
import { explainMatch } from '../matching/explain.ts'
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { candidatesOf, type Forced, type Place } from './candidates.ts'
import { tablesOf } from './file.ts'
import { rebuildKind } from './rebuild.ts'
import { searchKind } from './search-kind.ts'
import { Store } from './store.ts'

const MANIFEST_PAGE = 500

const STARTED: { readonly [S in Health['started']]: string | null } = {
  existing: null,
  missing: 'The index file was missing: a new one was started and must be rebuilt.',
  damaged: 'The index file was damaged: a new one was started and must be rebuilt.',
  version: 'The index file was of another version: a new one was started and must be rebuilt.',
}

export interface EmbeddedOptions {
  /** Path of the file, created where missing; `:memory:` for none. */
  readonly file: string
  readonly taxonomy: Taxonomy
  readonly forced?: Forced
}

/** The default engine: one SQLite file, words in FTS5, everything else in memory columns. */
export class EmbeddedEngine implements SearchEngine {
  readonly #store: Store
  readonly #taxonomy: Taxonomy
  readonly #forced: Forced
  #rebuilding: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor({ file, taxonomy, forced = {} }: EmbeddedOptions) {
    this.#taxonomy = taxonomy
    this.#forced = forced
    this.#store = new Store(file, taxonomy)
  }

  async search<K extends Kind>(kind: K, query: Query<K>): Promise<Result<K>> {
    const began = performance.now()
    const result = this.#store.read(() => searchKind(this.#store.index(kind), query))
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
    const found = this.#store.read(() => {
      const place: Place = other.place
      if (kind === 'profile') {
        const index = this.#store.index('profile')
        const need = prepareNeed(this.#taxonomy, other as Need)
        const pairing = index.offers?.pairing(need)
        const explain = (offer: Offer) => explainMatch(this.#taxonomy, other as Need, offer)
        return candidatesOf(
          index,
          pairing,
          filters as Filters['profile'],
          options as CandidateOptions<'profile'>,
          place,
          explain,
          this.#forced,
        )
      }
      const index = this.#store.index('opportunity')
      const offer = prepareOffer(this.#taxonomy, other as Offer)
      const pairing = index.needs?.pairing(offer)
      const explain = (need: Need) => explainMatch(this.#taxonomy, need, other as Offer)
      return candidatesOf(
        index,
        pairing,
        filters as Filters['opportunity'],
        options as CandidateOptions<'opportunity'>,
        place,
        explain,
        this.#forced,
      )
    })
    return { ...found, tookMs: performance.now() - began }
  }

  async apply(changes: Changes, sequence?: number): Promise<void> {
    this.#store.apply(changes, sequence)
  }

  async put<K extends Kind>(
    kind: K,
    documents: readonly Documents[K][],
    sequence?: number,
  ): Promise<void> {
    this.#store.apply({ put: { [kind]: documents } }, sequence)
  }

  async remove(kind: Kind, ids: readonly string[], sequence?: number): Promise<void> {
    this.#store.apply({ remove: { [kind]: ids } }, sequence)
  }

  rebuild<K extends Kind>(
    kind: K,
    documents: Iterable<Documents[K]> | AsyncIterable<Documents[K]>,
    options: RebuildOptions = {},
  ): Promise<number> {
    // One after the other: a second rebuild would otherwise miss what the first one carries over.
    const rebuilt = this.#rebuilding.then(() =>
      rebuildKind(this.#store, this.#taxonomy, kind, documents, options),
    )
    this.#rebuilding = rebuilt.catch(() => undefined)
    return rebuilt
  }

  async get<K extends Kind>(kind: K, ids: readonly string[]): Promise<readonly Documents[K][]> {
    return this.#store.read(() => {
      const index = this.#store.index(kind)
      return [...new Set(ids)].flatMap((id) => index.get(id) ?? [])
    })
  }

  async *manifest(kind: Kind): AsyncIterable<ManifestEntry> {
    let after = ''
    for (;;) {
      const entries = this.#store.read(() => {
        const { document } = tablesOf(kind, this.#store.index(kind).generation)
        return this.#store.db
          .prepare<[string, number], ManifestEntry>(
            `SELECT id, checksum FROM ${document} WHERE id > ? ORDER BY id LIMIT ?`,
          )
          .all(after, MANIFEST_PAGE)
      })
      yield* entries
      const last = entries.at(-1)
      if (!last || entries.length < MANIFEST_PAGE) return
      after = last.id
    }
  }

  async appliedSequence(): Promise<number> {
    return this.#store.meta.sequence()
  }

  /** Everything applied is visible at once; a rebuild under way is waited for. */
  async settled(): Promise<void> {
    await this.#rebuilding
  }

  async health(): Promise<Health> {
    const store = this.#store
    try {
      return store.read(() => ({
        engine: 'embedded',
        ok: true,
        started: store.started,
        message: store.meta.sequence() === 0 ? STARTED[store.started] : null,
        counts: {
          profile: store.index('profile').size,
          opportunity: store.index('opportunity').size,
          company: store.index('company').size,
        },
        appliedSequence: store.meta.sequence(),
      }))
    } catch (error) {
      return {
        engine: 'embedded',
        ok: false,
        started: store.started,
        message: error instanceof Error ? error.message : String(error),
        counts: { profile: 0, opportunity: 0, company: 0 },
        appliedSequence: 0,
      }
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#rebuilding
    this.#store.db.close()
  }
}
