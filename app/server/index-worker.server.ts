import { applyIndexChanges } from '#app/domain/indexing/apply-changes.server.ts'
import { findEmptied } from '#app/domain/indexing/find-emptied.server.ts'
import {
  indexStore,
  type RunCause,
  recordedCheck,
  recordedRebuild,
  runUnderWay,
} from '#app/domain/indexing/index-runs.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { OpenDatabase } from '#db/open.ts'
import { indexChangesAfter, lastIndexChange } from '#db/queries/index-change.ts'
import type { IndexRunKind } from '#db/queries/index-run.ts'
import type { SearchEngine } from '#search/engine.ts'
import { SearchUnavailable } from '#search/unavailable.ts'
import type { Config } from './config.server.ts'
import type { Log } from './log.server.ts'
import { createWorker, type Worker } from './worker.server.ts'

/** How far the index is behind the database. */
export interface IndexLag {
  /** Changes not applied yet. */
  readonly changes: number
  /** Age of the oldest of them, 0 when there is none. */
  readonly ms: number
}

export interface IndexWorker extends Worker {
  /** What the index is called in the records of its runs. */
  readonly store: string
  lag(): Promise<IndexLag>
  /** Applies what is waiting and resolves when searches see it. */
  settled(): Promise<void>
  /** Begins to build the index anew or to check it, in the background; nothing where one is at it. */
  begin(kind: IndexRunKind, askedBy: string): void
}

const everyMs = 200
/** A search server that is down is asked again after this at the latest: one that is back is in step soon. */
const longestPauseMs = 500
/** How often documents are looked for that have gone without a trace. */
const emptiedEveryMs = 5000

/**
 * Keeps the index in step: reads the changes after the place that the engine itself remembers,
 * applies them, and so goes on after any crash where the engine left off. An engine without a place
 * (new, damaged, another version) or without documents is rebuilt from the database. While the
 * engine cannot answer, changes wait in the database and the worker asks again, less and less often.
 */
export function createIndexWorker(deps: {
  open: OpenDatabase
  search: SearchEngine
  reference: Reference
  config: Pick<Config, 'searchFile' | 'meili'>
  log: Log
  now: () => Date
}): IndexWorker {
  const { open, search, reference, log, now } = deps
  const store = indexStore(deps.config)
  const stores = { db: open.db, search, reference, now, store }
  let chain: Promise<unknown> = Promise.resolve()
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const next = chain.then(work, work)
    chain = next.catch(() => undefined)
    return next
  }
  let emptiedCheckedAt = 0

  /** Why nothing in the index can be trusted; null while all seems well. */
  const fault = async (applied: number, last: number): Promise<RunCause['reason'] | null> => {
    // A place beyond the last change belongs to another database.
    if (applied > last) return 'foreign'
    if (applied === 0) {
      if (last === 0) return null
      const { started } = await search.health()
      return started === 'existing' ? 'emptied' : started
    }
    if (applied < last || performance.now() - emptiedCheckedAt < emptiedEveryMs) return null
    emptiedCheckedAt = performance.now()
    return (await findEmptied(open.db, search, applied)) ? 'emptied' : null
  }
  const round = () =>
    exclusively(async () => {
      // In this order: what another process applies meanwhile must not look like another database's.
      const applied = await search.appliedSequence()
      const last = await lastIndexChange(open.db)
      const reason = await fault(applied, last)
      if (reason === null) return applyIndexChanges(stores)
      // Another process of this deployment is at it.
      if (await runUnderWay(stores, 'rebuild')) return false
      // Until it is built searches rest: they would answer from what is known to be wrong.
      if (applied > 0) await search.distrust()
      log.info({ part: 'index', applied, last, reason }, 'rebuilding the index')
      await recordedRebuild(stores, { reason, askedBy: null })
      return false
    })
  const worker = createWorker('index', everyMs, round, log, {
    longestPauseMs,
    passes: (error) => error instanceof SearchUnavailable,
  })
  const asked = {
    // Changes wait meanwhile, and are applied again to what was built.
    rebuild: (cause: RunCause) => exclusively(() => recordedRebuild(stores, cause)),
    check: (cause: RunCause) => recordedCheck(stores, cause),
  }
  const begun: { [K in IndexRunKind]?: Promise<unknown> } = {}
  return {
    ...worker,
    store,
    async lag() {
      const applied = await search.appliedSequence()
      const [last, [oldest]] = await Promise.all([
        lastIndexChange(open.db),
        indexChangesAfter(open.db, applied, 1),
      ])
      return {
        changes: Math.max(0, last - applied),
        ms: oldest ? Math.max(0, now().getTime() - Date.parse(oldest.createdAt)) : 0,
      }
    },
    async settled() {
      while (await round());
      await search.settled()
    },
    begin(kind, askedBy) {
      if (begun[kind]) return
      log.info({ part: 'index', kind }, 'an administrator asked for the index')
      begun[kind] = runUnderWay(stores, kind)
        .then(async (other) => {
          if (!other) await asked[kind]({ reason: 'asked', askedBy })
        })
        .catch((error: unknown) => log.error({ part: 'index', kind, err: error }, 'run failed'))
        .finally(() => {
          delete begun[kind]
        })
    },
    async stop() {
      await worker.stop()
      await Promise.all([begun.rebuild, begun.check])
    },
  }
}
