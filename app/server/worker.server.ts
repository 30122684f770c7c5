import type { Log } from './log.server.ts'

/** Work that repeats in the background. */
export interface Worker {
  start(): void
  /** Asks for a round at once instead of at the next tick. */
  wake(): void
  /** Resolves when the round under way, if any, has ended and no other will begin. */
  stop(): Promise<void>
}

/** How a worker takes failures. */
export interface WorkerOptions {
  /** The longest pause after repeated failures: a minute unless told. */
  readonly longestPauseMs?: number
  /** Failures that pass by themselves: said once when they begin and once when they are over. */
  readonly passes?: (error: unknown) => boolean
}

/**
 * Repeats `round` every `everyMs`, one round at a time. A round that returns true has more to do
 * and is followed at once; one that fails is logged and backs off: first `everyMs`, then doubling.
 */
export function createWorker(
  part: string,
  everyMs: number,
  round: () => Promise<boolean>,
  log: Log,
  { longestPauseMs = 60_000, passes = () => false }: WorkerOptions = {},
): Worker {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = true
  let woken = false
  let failures = 0
  let waiting = false

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
          if (waiting) log.info({ part, failures }, 'background work goes on')
          waiting = false
          failures = 0
          return more ? 0 : everyMs
        },
        (error: unknown) => {
          failures += 1
          if (!passes(error)) {
            log.error({ part, err: error, failures }, 'background work failed')
          } else if (!waiting) {
            waiting = true
            log.warn({ part, reason: String(error) }, 'background work waits')
          }
          return Math.min(longestPauseMs, everyMs * 2 ** (failures - 1))
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
