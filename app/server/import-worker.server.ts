import { forgetImports } from '#app/domain/import/forget-imports.server.ts'
import { type ImportStores, workOnImports } from '#app/domain/import/run-imports.server.ts'
import type { Log } from './log.server.ts'
import { createWorker, type Worker } from './worker.server.ts'

/** Lists that somebody asked to check are looked for so often; who asks wakes the worker besides. */
const everyMs = 2000
/** Rows of old lists are forgotten so often. */
const forgetEveryMs = 60 * 60_000

/** Checks, applies and takes back lists of companies in the background; `done` is told after each. */
export function createImportWorker(
  stores: ImportStores & { readonly log: Log; readonly done: () => void },
): Worker {
  let forgottenAt = Number.NEGATIVE_INFINITY
  const round = async () => {
    const worked = await workOnImports(stores)
    if (worked) stores.done()
    else if (performance.now() - forgottenAt > forgetEveryMs) {
      forgottenAt = performance.now()
      await forgetImports(stores.open.db, stores.now())
    }
    return worked
  }
  return createWorker('imports', everyMs, round, stores.log, { longestPauseMs: 10_000 })
}
