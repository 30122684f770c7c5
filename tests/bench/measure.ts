/** Times of repeated calls, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly times: number
}

/** Runs `work` `times` times after a tenth as many unmeasured ones, and sorts what each took. */
export async function measure(
  times: number,
  work: (round: number) => Promise<unknown> | unknown,
): Promise<Timing> {
  for (let round = 0; round < times / 10; round += 1) await work(round)
  const taken: number[] = []
  for (let round = 0; round < times; round += 1) {
    const start = performance.now()
    await work(round)
    taken.push(performance.now() - start)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]
  return { p50: at(0.5) ?? 0, p95: at(0.95) ?? 0, times }
}
