import { listMaker } from '#app/domain/calls/make-lists-ahead.server.ts'
import type { Reference } from '#app/domain/reference/load-reference.server.ts'
import type { Db } from '#db/open.ts'
import type { Log } from './log.server.ts'
import { createWorker, type Worker } from './worker.server.ts'

/** Whether a list is due is asked so often: a chamber's morning begins by its own clock. */
const everyMs = 20 * 60_000

/** Makes the lists of next calls early in the day, one chamber after another, so that nobody waits for theirs. */
export function createCallsWorker(deps: {
  readonly db: Db
  readonly reference: Reference
  readonly now: () => Date
  readonly log: Log
}): Worker {
  const makeNext = listMaker(deps)
  return createWorker('calls', everyMs, () => makeNext(deps.now()), deps.log)
}
