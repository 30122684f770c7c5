import { randomUUID } from 'node:crypto'
import type { EnqueuedTask, Index } from 'meilisearch'
import { KINDS, type Kind } from '../engine.ts'
import { keyOf } from './codes.ts'
import type { Connection } from './connection.ts'

/** The outbox sequence applied, and what the indexes were made with. */
interface PlaceRow {
  readonly key: 'place'
  readonly type: 'place'
  readonly sequence: number
  readonly format: string
  /** Another each time that indexes had to be made. */
  readonly made: string
}

export type Place = Omit<PlaceRow, 'key' | 'type'>

/** A rebuild under way: whoever writes meanwhile writes there too, and tells what changed. */
export interface BuildRow {
  readonly key: string
  readonly type: 'build'
  readonly kind: Kind
  /** The index it fills. */
  readonly index: string
  /** Milliseconds since 1970, refreshed while it goes on. */
  readonly aliveAt: number
}

/** A document that changed during a rebuild. */
export interface ChangeRow {
  readonly key: string
  readonly type: 'change'
  readonly build: string
  readonly id: string
  /** Unlike the one before when the document changed again. */
  readonly mark: string
}

type Row = PlaceRow | BuildRow | ChangeRow

/** A rebuild silent for so long has died: it tells every half minute, or after a task of two at most. */
const DEAD_AFTER_MS = 5 * 60_000
const MOST_ROWS = 1000

/**
 * What the processes of a deployment must agree on, in a small index beside the others. It is
 * written after the documents it speaks of, so that a crash in between repeats work, never loses it.
 */
export class State {
  readonly #connection: Connection
  readonly #index: Index
  readonly #abandoned = new Set<string>()

  constructor(connection: Connection) {
    this.#connection = connection
    this.#index = connection.writer.index(`${connection.prefix}_state`)
  }

  /** Null before anything was applied. */
  async place(): Promise<Place | null> {
    const { results } = await this.#index.getDocuments<PlaceRow>({ filter: 'type = place' })
    return results[0] ?? null
  }

  async setPlace({ sequence, format, made }: Place): Promise<void> {
    await this.#connection.done(
      this.#put([{ key: 'place', type: 'place', sequence, format, made }]),
    )
  }

  /** Rebuilds under way, of one kind or of all. */
  async builds(kind?: Kind): Promise<BuildRow[]> {
    const { results } = await this.#index.getDocuments<BuildRow>({
      filter: 'type = build',
      limit: MOST_ROWS,
    })
    return kind ? results.filter((build) => build.kind === kind) : results
  }

  /** Tells everybody that an index is being filled, or still is, once the task is done. */
  announce(kind: Kind, index: string): Promise<EnqueuedTask> {
    return this.#put([{ key: index, type: 'build', kind, index, aliveAt: Date.now() }])
  }

  /** Forgets a rebuild, ended or dead, and what changed during it, once the task is done. */
  async forget(build: string): Promise<EnqueuedTask> {
    const filter = `build = "${build}" OR key = "${build}"`
    return this.#index.deleteDocuments({ filter })
  }

  /** Remembers that a rebuild of this process has failed and will never be swapped in. */
  abandon(index: string): void {
    this.#abandoned.add(index)
  }

  isDead(build: BuildRow): boolean {
    return this.#abandoned.has(build.index) || Date.now() - build.aliveAt > DEAD_AFTER_MS
  }

  /** Tells the rebuilds of a kind that these documents change. */
  async tellChanges(builds: readonly BuildRow[], ids: readonly string[]): Promise<void> {
    const rows = builds.flatMap(({ index }) =>
      ids.map(
        (id): ChangeRow => ({
          key: `${index}_${keyOf(id)}`,
          type: 'change',
          build: index,
          id,
          mark: randomUUID(),
        }),
      ),
    )
    if (rows.length > 0) await this.#connection.done(this.#put(rows))
  }

  /** What changed since a rebuild was announced. */
  async changesDuring(build: string): Promise<ChangeRow[]> {
    const all: ChangeRow[] = []
    for (;;) {
      const { results } = await this.#index.getDocuments<ChangeRow>({
        filter: `build = "${build}"`,
        limit: MOST_ROWS,
        offset: all.length,
      })
      all.push(...results)
      if (results.length < MOST_ROWS) return all
    }
  }

  async #put(rows: Row[]): Promise<EnqueuedTask> {
    return this.#index.addDocuments(rows)
  }
}

/** The name of a kind's index. */
export function indexName(connection: Connection, kind: Kind): string {
  return `${connection.prefix}_${kind}`
}

/** The names of all indexes that must be there. */
export function indexNames(connection: Connection): string[] {
  return [...KINDS.map((kind) => indexName(connection, kind)), `${connection.prefix}_state`]
}
