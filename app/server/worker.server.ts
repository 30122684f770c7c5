import type { Log } from './log.server.ts'

/** Work that repeats in the background. */
export interface Worker {
  start(): void
  /** Asks for a round at once instead of at the next tick. */
  wake(): void
  /** Resolves when the round under way, if any, has ended and no other will begin. */
  stop(): Promise<void>
}

/**
 * Repeats `round` every `everyMs`, one round at a time. A round that returns true has more to do
 * and is followed at once; one that fails is logged and backs off, doubling up to a minute.
 */
export function createWorker(
  part: string,
  everyMs: number,
  round: () => Promise<boolean>,
  log: Log,
): Worker {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = true
  let woken = false
  let failures = 0

  const schedule = (delay: number) => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(run, delay)
    timer.unref()
  }
  const run = () => {
    if (running) {
      woken = true
      return
    }
    woken = false
    running = round()
      .then(
        (more) => {
          failures = 0
          return more ? 0 : everyMs
        },
        (error: unknown) => {
          failures += 1
          log.error({ part, err: error, failures }, 'background work failed')
          return Math.min(60_000, everyMs * 2 ** failures)
        },
      )
      .then((delay) => {
        running = undefined
        schedule(woken ? 0 : delay)
      })
  }
  return {
    start() {
      stopped = false
      schedule(0)
    },
    wake() {
      if (stopped) return
      clearTimeout(timer)
      run()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
