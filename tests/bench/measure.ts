/** Times of repeated calls, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Processor time of this process a call, which other work on the machine disturbs least. */
  readonly cpu: number
  readonly times: number
}

/** How often, and how long at most. */
export interface Rounds {
  readonly times?: number
  /** Ends the rounds early, after thirty at least: slow engines are measured too. */
  readonly budgetMs?: number
}

/**
 * Runs `work` after twice as many unmeasured rounds, as a server in use has had them, and sorts what each took. Rounds are numbered,
 * so that each may ask for something else.
 */
export async function measure(
  work: (round: number) => Promise<unknown> | unknown,
  { times = 300, budgetMs = 4000 }: Rounds = {},
): Promise<Timing> {
  const warmUntil = performance.now() + budgetMs / 2
  for (let round = 0; round < 2 * times && performance.now() < warmUntil; round += 1) {
    await work(times + round)
  }
  const taken: number[] = []
  const until = performance.now() + budgetMs
  const cpu = process.cpuUsage()
  for (let round = 0; round < times; round += 1) {
    const start = performance.now()
    if (start > until && round >= 30) break
    await work(round)
    taken.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(cpu)
  return { ...spread(taken), cpu: (user + system) / 1000 / taken.length, times: taken.length }
}

/** The median and the slow ends of what was taken. */
export function spread(taken: number[]): { p50: number; p95: number; p99: number } {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** The middle one; the upper of two. */
export function median(numbers: readonly number[]): number {
  return spread([...numbers]).p50
}
