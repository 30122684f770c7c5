import { sql } from 'kysely'
import { type IndexRuns, readIndexRuns } from '#app/domain/indexing/index-runs.server.ts'
import type { IndexRun } from '#db/queries/index-run.ts'
import type { Health } from '#search/engine.ts'
import type { IndexLag } from './index-worker.server.ts'
import type { Services } from './services.server.ts'

/** The index may be this far behind before a load balancer should look elsewhere. */
const mostLagMs = 60_000

/** How the index is: what its engine says, how far it is behind, and what was done to it. */
export interface IndexState {
  readonly health: Health
  /** Null while the engine does not answer. */
  readonly lag: IndexLag | null
  /** Null while the database does not answer. */
  readonly runs: IndexRuns | null
}

/** Asks the engine and the database how the index is. Never rejects. */
export async function readIndexState(
  services: Pick<Services, 'search' | 'index' | 'db' | 'now'>,
): Promise<IndexState> {
  const { search, index, db, now } = services
  const [health, lag, runs] = await Promise.all([
    search.health(),
    index.lag().catch(() => null),
    readIndexRuns({ db, now, store: index.store }).catch(() => null),
  ])
  return { health, lag, runs }
}

/** What `/readyz` answers. */
export interface Readiness {
  readonly ready: boolean
  readonly database: 'ok' | 'down'
  readonly index: {
    readonly engine: Health['engine']
    readonly version: string | null
    readonly ok: boolean
    readonly started: Health['started']
    /** One line for an operator, without addresses. */
    readonly message: string | null
    readonly documents: Health['counts']
    /** False while searching rests because the index must be built; null while the engine rests. */
    readonly whole: boolean | null
    /** Changes that wait, and the age of the oldest in milliseconds; null while the engine rests. */
    readonly changes: number | null
    readonly lagMs: number | null
    readonly lastRebuild: {
      readonly finishedAt: string
      readonly ms: number
      readonly reason: IndexRun['reason']
      readonly documents: number
    } | null
    readonly rebuilding: {
      readonly startedAt: string
      readonly reason: IndexRun['reason']
      readonly done: number
      readonly total: number
    } | null
  }
  readonly draining: boolean
}

/** Said of an index that lacks what the database has. */
const incomplete = 'The index must be built: until it has been, searching rests.'

/**
 * Whether the process can serve: the database answers, an index of its own is whole and not far behind,
 * no stop is under way. A server of indexes that rests, must be built or is behind makes no process
 * unready: another one would have nothing better to show, and this one has the pages for a search that rests.
 */
export async function readiness(services: Services, draining: boolean): Promise<Readiness> {
  const database = await sql`select 1`.execute(services.db).then(
    () => 'ok' as const,
    () => 'down' as const,
  )
  const { health, lag, runs } = await readIndexState(services)
  const whole = await services.search.whole().catch(() => null)
  const shared = health.engine === 'meilisearch'
  const inStep = shared || (health.ok && whole !== false && lag !== null && lag.ms < mostLagMs)
  const { rebuilt = null, rebuilding = null } = runs ?? {}
  return {
    ready: database === 'ok' && inStep && !draining,
    database,
    index: {
      engine: health.engine,
      version: health.version,
      ok: health.ok,
      started: health.started,
      message: messageOf(health, whole)?.replace(/( at)? https?:\/\/\S+/g, '') ?? null,
      documents: health.counts,
      whole,
      changes: lag?.changes ?? null,
      lagMs: lag?.ms ?? null,
      lastRebuild: rebuilt?.finished_at
        ? {
            finishedAt: rebuilt.finished_at,
            ms: runMs(rebuilt, services.now()),
            reason: rebuilt.reason,
            documents: rebuilt.done,
          }
        : null,
      rebuilding: rebuilding && {
        startedAt: rebuilding.started_at,
        reason: rebuilding.reason,
        done: rebuilding.done,
        total: rebuilding.total,
      },
    },
    draining,
  }
}

function messageOf({ message }: Health, whole: boolean | null): string | null {
  return message ?? (whole === false ? incomplete : null)
}

/** How long a run took, or has taken so far, in milliseconds. */
export function runMs(run: Pick<IndexRun, 'started_at' | 'finished_at'>, now: Date): number {
  const end = run.finished_at === null ? now.getTime() : Date.parse(run.finished_at)
  return Math.max(0, end - Date.parse(run.started_at))
}
