import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ExpectedError } from '#app/domain/errors.ts'

/** What is limited, and how often one caller may: [times, per seconds]. */
const rules = {
  /** Passwords and codes tried, by address and by account. */
  signIn: [10, 10 * 60],
  /** Codes asked for, by recipient: each costs money and can annoy somebody. */
  sendCode: [4, 15 * 60],
  register: [10, 60 * 60],
  /** As-you-type results count too, and a whole office may share an address. */
  search: [300, 60],
  suggest: [300, 60],
  write: [240, 60],
  /** Links by which a firm confirms its record, opened or answered. */
  confirmCompany: [60, 15 * 60],
  /** Whole lists as files: each reads thousands of rows. */
  export: [30, 10 * 60],
} as const

export type LimitName = keyof typeof rules

export interface Limits {
  /** Counts one use by `key`. Throws an `ExpectedError` ('too-many') when the limit is passed. */
  use(name: LimitName, key: string): Promise<void>
}

/** Rate limits kept by this process. */
export function createLimits(factor = 1): Limits {
  const limiters = Object.fromEntries(
    Object.entries(rules).map(([name, [points, duration]]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: points * factor, duration }),
    ]),
  ) as Record<LimitName, RateLimiterMemory>
  return {
    async use(name, key) {
      try {
        await limiters[name].consume(key)
      } catch (reason) {
        if (reason instanceof RateLimiterRes) throw new ExpectedError('too-many')
        throw reason
      }
    },
  }
}
