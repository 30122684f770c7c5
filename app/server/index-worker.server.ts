import { applyIndexChanges, rebuildIndex } from '#app/domain/indexing/apply-changes.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { OpenDatabase } from '#db/open.ts'
import { indexChangesAfter, lastIndexChange } from '#db/queries/index-change.ts'
import type { SearchEngine } from '#search/engine.ts'
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
  lag(): Promise<IndexLag>
  /** Applies what is waiting and resolves when searches see it. */
  settled(): Promise<void>
}

/**
 * Keeps the index in step: reads the changes after the place that the engine itself remembers,
 * applies them, and so goes on after any crash where the engine left off. An engine without a place
 * (new, damaged, another version) is rebuilt from the database.
 */
export function createIndexWorker(deps: {
  open: OpenDatabase
  search: SearchEngine
  reference: Reference
  log: Log
  now: () => Date
}): IndexWorker {
  const { open, search, reference, log, now } = deps
  let chain: Promise<unknown> = Promise.resolve()
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const next = chain.then(work, work)
    chain = next.catch(() => undefined)
    return next
  }
  const round = () =>
    exclusively(async () => {
      const [applied, last] = await Promise.all([
        search.appliedSequence(),
        lastIndexChange(open.db),
      ])
      // A place beyond the last change belongs to another database: nothing in the index can be trusted.
      if (applied === 0 ? last > 0 : applied > last) {
        log.info({ part: 'index', applied, last }, 'rebuilding the index')
        await rebuildIndex({ db: open.db, search, reference })
        return false
      }
      return applyIndexChanges({ db: open.db, search, reference })
    })
  const worker = createWorker('index', 200, round, log)
  return {
    ...worker,
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
  }
}
