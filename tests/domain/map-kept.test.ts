import { expect, test } from 'vitest'
import { keptAnswers } from '#app/domain/map/kept-answers.server.ts'
import { recordIndexChange } from '#db/queries/index-change.ts'
import { testDatabase } from '#tests/support/database.ts'

async function kept(leastMs: number) {
  const { db, dialect } = await testDatabase('sqlite')
  const ask = keptAnswers<number>({ leastMs, most: 2 })
  let computed = 0
  return {
    computed: () => computed,
    ask: (asked: string, fails = false) =>
      ask(db, asked, async () => {
        computed += 1
        if (fails) throw new Error('no answer')
        return computed
      }),
    change: () => recordIndexChange(db, dialect, 'company', ['x'], new Date()),
  }
}

test('an answer is kept until something changes', async () => {
  const { ask, change } = await kept(0)
  expect([await ask('a'), await ask('a')]).toEqual([1, 1])
  await change()
  expect(await ask('a')).toBe(2)
})

test('a costly answer is kept for its time, whatever changes', async () => {
  const { ask, change } = await kept(60_000)
  await ask('a')
  await change()
  expect(await ask('a')).toBe(1)
})

test('what is asked twice at once is computed once, and only the latest are kept', async () => {
  const { ask, computed } = await kept(60_000)
  await Promise.all([ask('a'), ask('a')])
  expect(computed()).toBe(1)
  await ask('b')
  await ask('c')
  await ask('a')
  expect(computed()).toBe(4)
})

test('a failure is not kept', async () => {
  const { ask } = await kept(60_000)
  await expect(ask('a', true)).rejects.toThrow('no answer')
  expect(await ask('a')).toBe(2)
})
