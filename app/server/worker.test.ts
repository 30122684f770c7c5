import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLog } from './log.server.ts'
import { createWorker } from './worker.server.ts'

test('failures are followed by longer and longer pauses, up to the longest, and success by the usual one', async () => {
  const began: number[] = []
  let failing = true
  const worker = createWorker(
    'test',
    10,
    async () => {
      began.push(performance.now())
      if (failing) throw new Error('down')
      return false
    },
    createLog('silent'),
    { longestPauseMs: 80, passes: () => true },
  )
  worker.start()
  await pause(600)
  failing = false
  await pause(200)
  await worker.stop()
  const pauses = began.slice(1).map((at, index) => at - (began[index] ?? 0))
  const [first = 0, , , fourth = 0] = pauses
  expect(first).toBeLessThan(60)
  expect(fourth).toBeGreaterThanOrEqual(75)
  // Sixty rounds would have fitted; nothing pauses for longer than told, give or take a busy machine.
  expect(began.length).toBeLessThan(40)
  expect(Math.max(...pauses)).toBeLessThan(400)
  const ended = began.length
  await pause(100)
  expect(began.length).toBe(ended)
})

test('who wakes a waiting worker does not wait for it', async () => {
  let rounds = 0
  const worker = createWorker(
    'test',
    60_000,
    async () => {
      rounds++
      return false
    },
    createLog('silent'),
  )
  worker.start()
  await pause(50)
  expect(rounds).toBe(1)
  worker.wake()
  await pause(50)
  expect(rounds).toBe(2)
  await worker.stop()
})
