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
import { prepareNeed, prepareOffer } from '../matching/prepare.ts'
import type { Taxonomy } from '../matching/taxonomy.ts'
import { candidatesOf, type Forced, type Place } from './candidates.ts'
import { isDamage } from './file.ts'
import { rebuildKind } from './rebuild.ts'
import { searchKind } from './search-kind.ts'
import { type SnapshotPace, Store } from './store.ts'

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
  /** When snapshots are written; tests want them sooner. */
  readonly pace?: SnapshotPace
}

function unsaved({ snapshots }: Store): string | null {
  const failure = snapshots?.failure ?? null
  return failure && `Snapshots cannot be written, so that a start reads every row: ${failure}`
}

/** The file is looked at before every write and, for reads, so often. */
const LOOK_MS = 500

/**
 * The default engine: one SQLite file, and in memory what searching needs. A file that is deleted, replaced or damaged
 * while the engine runs is noticed: an empty one takes its place and waits for a rebuild (`appliedSequence`
 * is 0), and until that is done reads go on from what memory has.
 */
export class EmbeddedEngine implements SearchEngine {
  #store: Store
  /** What was in use before the file was lost, until the one in its place has been rebuilt. */
  #before: Store | null = null
  #looked = 0
  readonly #file: string
  readonly #taxonomy: Taxonomy
  readonly #forced: Forced
  readonly #pace: SnapshotPace | undefined
  #rebuilding: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor({ file, taxonomy, forced = {}, pace }: EmbeddedOptions) {
    this.#pace = pace
    this.#file = file
    this.#taxonomy = taxonomy
    this.#forced = forced
    this.#store = new Store(file, taxonomy, pace)
  }

  async search<K extends Kind>(kind: K, query: Query<K>): Promise<Result<K>> {
    const began = performance.now()
    const result = this.#read((store) =>
      store.readMemory(() => searchKind(store.index(kind), query)),
    )
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
    const run = (store: Store) => {
      const place: Place = other.place
      if (kind === 'profile') {
        const index = store.index('profile')
        const need = prepareNeed(this.#taxonomy, other as Need)
        return candidatesOf(
          index,
          index.offers?.pairing(need, other as Need),
          filters as Filters['profile'],
          options as CandidateOptions<'profile'>,
          place,
          this.#forced,
        )
      }
      const index = store.index('opportunity')
      const offer = prepareOffer(this.#taxonomy, other as Offer)
      return candidatesOf(
        index,
        index.needs?.pairing(offer, other as Offer),
        filters as Filters['opportunity'],
        options as CandidateOptions<'opportunity'>,
        place,
        this.#forced,
      )
    }
    const found = this.#read((store) => store.readMemory(() => run(store)))
    return { ...found, tookMs: performance.now() - began }
  }

  async apply(changes: Changes, sequence?: number): Promise<void> {
    this.#look()
    try {
      this.#store.apply(changes, sequence)
    } catch (error) {
      if (!this.#isLost(error)) throw error
      this.#renew()
      this.#store.apply(changes, sequence)
    }
    // What is withdrawn must not be found there either.
    this.#before?.follow(changes)
  }

  put<K extends Kind>(
    kind: K,
    documents: readonly Documents[K][],
    sequence?: number,
  ): Promise<void> {
    return this.apply({ put: { [kind]: documents } }, sequence)
  }

  remove(kind: Kind, ids: readonly string[], sequence?: number): Promise<void> {
    return this.apply({ remove: { [kind]: ids } }, sequence)
  }

  rebuild<K extends Kind>(
    kind: K,
    documents: Iterable<Documents[K]> | AsyncIterable<Documents[K]>,
    options: RebuildOptions = {},
  ): Promise<number> {
    // One after the other: a second rebuild would otherwise miss what the first one carries over.
    const rebuilt = this.#rebuilding.then(() => {
      this.#look()
      return rebuildKind(this.#store, this.#taxonomy, kind, documents, options)
    })
    this.#rebuilding = rebuilt.catch(() => undefined)
    return rebuilt
  }

  async get<K extends Kind>(kind: K, ids: readonly string[]): Promise<readonly Documents[K][]> {
    return this.#read((store) =>
      store.read(() => [...new Set(ids)].flatMap((id) => store.index(kind).get(id) ?? [])),
    )
  }

  async *manifest(kind: Kind): AsyncIterable<ManifestEntry> {
    let after = ''
    for (;;) {
      // Of the file itself, for what it lacks is what is asked.
      const entries = this.#readFile((store) =>
        store.read(() => store.index(kind).rows.manifest(after, MANIFEST_PAGE)),
      )
      yield* entries
      const last = entries.at(-1)
      if (!last || entries.length < MANIFEST_PAGE) return
      after = last.id
    }
  }

  async appliedSequence(): Promise<number> {
    this.#look()
    return this.#readFile((store) => store.sequence())
  }

  /** Two short reads of the open file; memory of before a loss is as whole as it was. */
  async whole(): Promise<boolean> {
    return this.#read((store) => store.sequence() > 0)
  }

  async distrust(): Promise<void> {
    this.#look()
    this.#readFile((store) => store.distrust())
  }

  /** Everything applied is visible at once; a rebuild under way is waited for. */
  async settled(): Promise<void> {
    await this.#rebuilding
  }

  async health(): Promise<Health> {
    const empty = { profile: 0, opportunity: 0, company: 0 }
    try {
      this.#look()
      return this.#readFile((store) =>
        store.read(() => ({
          engine: 'embedded',
          version: `SQLite ${store.db.prepare('SELECT sqlite_version()').pluck().get()}`,
          ok: true,
          started: store.started,
          message: (store.meta.sequence() === 0 ? STARTED[store.started] : null) ?? unsaved(store),
          counts: {
            profile: store.index('profile').size,
            opportunity: store.index('opportunity').size,
            company: store.index('company').size,
          },
          appliedSequence: store.meta.sequence(),
        })),
      )
    } catch (error) {
      return {
        engine: 'embedded',
        version: null,
        ok: false,
        started: this.#store.started,
        message: error instanceof Error ? error.message : String(error),
        counts: empty,
        appliedSequence: 0,
      }
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#rebuilding
    this.#dropBefore()
    await this.#store.close()
  }

  /** Answers from memory of before while the file waits for its rebuild, else from the file and what memory has of it. */
  #read<T>(run: (store: Store) => T): T {
    if (performance.now() - this.#looked >= LOOK_MS) {
      try {
        this.#look()
      } catch {
        // No new file can be started: what is open is all there is.
      }
    }
    if (this.#before) {
      try {
        if (this.#store.meta.awaiting()) return run(this.#before)
      } catch {
        // Of both, the new one is whole.
      }
      this.#dropBefore()
    }
    try {
      return run(this.#store)
    } catch (error) {
      if (!this.#isLost(error)) throw error
      this.#renew()
      if (!this.#before) return run(this.#store)
    }
    return this.#read(run)
  }

  #readFile<T>(run: (store: Store) => T): T {
    try {
      return run(this.#store)
    } catch (error) {
      if (!this.#isLost(error)) throw error
      this.#renew()
      return run(this.#store)
    }
  }

  /** @throws when the file is gone and no other can be started */
  #look(): void {
    this.#looked = performance.now()
    if (this.#store.isLost()) this.#renew()
  }

  #isLost(error: unknown): boolean {
    return isDamage(error) || this.#store.isLost()
  }

  /** Puts a new file, or what another process has put there, in the place of the one that is lost. */
  #renew(): void {
    const lost = this.#store
    this.#store = new Store(this.#file, this.#taxonomy, this.#pace, lost.inode)
    lost.freeze()
    if (this.#before) void lost.close()
    else this.#before = lost
    if (!this.#store.meta.awaiting()) this.#dropBefore()
  }

  #dropBefore(): void {
    void this.#before?.close()
    this.#before = null
  }
}
