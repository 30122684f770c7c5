import { closeSync, openSync, rmSync, statSync } from 'node:fs'

/** A process that starts a file anew takes far less. */
const STALE_MS = 10_000
const WAIT_MS = 20

/**
 * Runs something that no other process does to the same file at the same time. Whoever died at it
 * holds others up for ten seconds.
 */
export function alone<T>(file: string, run: () => T): T {
  const lock = `${file}.starting`
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'))
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
      if (since !== undefined && Date.now() - since > STALE_MS) rmSync(lock, { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
    }
  }
  try {
    return run()
  } finally {
    rmSync(lock, { force: true })
  }
}
