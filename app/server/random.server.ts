import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8192)
let used = pool.length

/**
 * Unguessable bytes as text. The system is asked for many at a time, since asking it twice for each
 * page takes longer than compressing one.
 */
export function randomText(bytes: number, encoding: 'hex' | 'base64'): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const text = pool.toString(encoding, used, used + bytes)
  // Nothing that was given out stays in memory.
  pool.fill(0, used, used + bytes)
  used += bytes
  return text
}
