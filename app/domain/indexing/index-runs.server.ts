import { hostname } from 'node:os'
import { toInstant } from '#db/codec.ts'
import { newId } from '#db/id.ts'
import type { Db, ReadDb } from '#db/open.ts'
import {
  type IndexRun,
  type IndexRunKind,
  insertIndexRun,
  latestIndexRun,
  latestRebuild,
  unendedIndexRuns,
  updateIndexRun,
} from '#db/queries/index-run.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Reference } from '../reference/load-reference.server.ts'
import { type Progress, rebuildIndex } from './apply-changes.server.ts'
import { checkIndex, type IndexCheck } from './check-index.server.ts'

export interface IndexRunStores {
  readonly db: Db
  readonly search: SearchEngine
  readonly reference: Reference
  readonly now: () => Date
  /** Which index: see `indexStore`. */
  readonly store: string
}

/** Why a run began, and who asked for it; nobody where the product acted by itself. */
export interface RunCause {
  readonly reason: IndexRun['reason']
  readonly askedBy: string | null
}

/** A run is looked upon as dead when its process has not said anything for so long. */
const silenceMs = 4000
const sayMs = 1000
/** Runs that this process is at: after a restart another may have its number. */
const own = new Set<string>()

/** What a deployment's index is called in the records of its runs. */
export function indexStore(config: {
  readonly searchFile: string
  readonly meili: { readonly url: string; readonly prefix: string } | null
}): string {
  return config.meili
    ? `meilisearch ${config.meili.url} ${config.meili.prefix}`
    : `embedded ${config.searchFile}`
}

/** Builds the index anew and records it. Rejects with what the engine or the database says. */
export async function recordedRebuild(
  stores: IndexRunStores,
  cause: RunCause,
): Promise<Awaited<ReturnType<typeof rebuildIndex>>> {
  return recorded(stores, 'rebuild', cause, async (progress) => {
    const counts = await rebuildIndex(stores, progress)
    const sum = Object.values(counts).reduce((all, count) => all + count, 0)
    return { answer: counts, ended: { done: sum, total: sum } }
  })
}

/** Compares the index with the database and records how many documents differ. */
export async function recordedCheck(stores: IndexRunStores, cause: RunCause): Promise<IndexCheck> {
  return recorded(stores, 'check', cause, async (progress) => {
    const check = await checkIndex(stores, progress)
    return { answer: check, ended: { differences: check.differences.length } }
  })
}

/** The run of a kind that a living process is at, on this machine or another; null where there is none. */
export async function runUnderWay(
  stores: { readonly db: ReadDb; readonly now: () => Date; readonly store: string },
  kind: IndexRunKind,
): Promise<IndexRun | null> {
  const runs = await unendedIndexRuns(stores.db, stores.store, kind)
  return runs.find((run) => isAlive(run, stores.now())) ?? null
}

/** What an administrator is shown of the runs of an index. */
export interface IndexRuns {
  /** The newest rebuild that ended well. */
  readonly rebuilt: IndexRun | null
  /** The newest rebuild, where it failed. */
  readonly failed: IndexRun | null
  readonly rebuilding: IndexRun | null
  readonly checked: IndexRun | null
  readonly checking: IndexRun | null
}

/** Reads the latest runs of an index. */
export async function readIndexRuns(stores: {
  readonly db: ReadDb
  readonly now: () => Date
  readonly store: string
}): Promise<IndexRuns> {
  const { db, store } = stores
  const [rebuilt, rebuild, rebuilding, check, checking] = await Promise.all([
    latestRebuild(db, store),
    latestIndexRun(db, store, 'rebuild'),
    runUnderWay(stores, 'rebuild'),
    latestIndexRun(db, store, 'check'),
    runUnderWay(stores, 'check'),
  ])
  return {
    rebuilt,
    failed: rebuild?.error ? rebuild : null,
    rebuilding,
    checked: check?.finished_at ? check : null,
    checking,
  }
}

async function recorded<T>(
  { db, now, store }: IndexRunStores,
  kind: IndexRunKind,
  cause: RunCause,
  work: (
    progress: Progress,
  ) => Promise<{ answer: T; ended: Partial<Pick<IndexRun, 'done' | 'total' | 'differences'>> }>,
): Promise<T> {
  const id = newId()
  const at = toInstant(now())
  await insertIndexRun(db, {
    id,
    store,
    kind,
    reason: cause.reason,
    asked_by: cause.askedBy,
    holder: `${hostname()} ${process.pid}`,
    started_at: at,
    updated_at: at,
    finished_at: null,
    done: 0,
    total: 0,
    differences: null,
    error: null,
  })
  own.add(id)
  let [done, total] = [0, 0]
  const say = () =>
    updateIndexRun(db, id, { updated_at: toInstant(now()), done, total }).catch(() => {
      // The next one says it, or the end does.
    })
  let saying = Promise.resolve()
  const timer = setInterval(() => {
    saying = say()
  }, sayMs)
  timer.unref()
  const end = async (change: Parameters<typeof updateIndexRun>[2]) => {
    clearInterval(timer)
    await saying
    own.delete(id)
    const ended = toInstant(now())
    await updateIndexRun(db, id, { done, total, ...change, updated_at: ended, finished_at: ended })
  }
  try {
    const { answer, ended } = await work((documents, of) => {
      done = documents
      total = of
    })
    await end(ended)
    return answer
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    await end({ error: message.slice(0, 500) })
    throw error
  }
}

/** Whether the process of a run still works at it, as far as can be known from here. */
function isAlive(run: IndexRun, now: Date): boolean {
  if (now.getTime() - Date.parse(run.updated_at) > silenceMs) return false
  const [host, pid] = run.holder.split(' ')
  if (host !== hostname()) return true
  if (Number(pid) === process.pid) return own.has(run.id)
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    // A process of another user is there, and may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
