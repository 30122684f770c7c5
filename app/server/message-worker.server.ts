import type { Log } from './log.server.ts'
import { createWorker, type Worker } from './worker.server.ts'

/** Sends waiting e-mails and SMS in the background; `send` answers whether more are waiting. */
export function createMessageWorker(deps: { send: () => Promise<boolean>; log: Log }): Worker {
  return createWorker('messages', 1000, deps.send, deps.log)
}
