import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#search/engine.ts'
import { IndexIncomplete, SearchUnavailable } from '#search/unavailable.ts'
import { askSearch } from './ask-search.server.ts'

test('an engine that could not answer is left alone, then tried by one question', async () => {
  // Only who it is counts here: the questions answer.
  const engine = {} as SearchEngine
  let asked = 0
  const ask = (question: () => Promise<string>) =>
    askSearch(engine, () => {
      asked += 1
      return question()
    })
  const away = () => Promise.reject(new SearchUnavailable('away'))
  const well = () => Promise.resolve('well')

  await expect(ask(away)).rejects.toThrow(SearchUnavailable)
  await expect(ask(well)).rejects.toThrow(SearchUnavailable)
  expect(asked).toBe(1)

  await pause(1010)
  const slow = ask(() => pause(50).then(away))
  await expect(ask(well)).rejects.toThrow(SearchUnavailable)
  await expect(slow).rejects.toThrow(SearchUnavailable)
  expect(asked).toBe(2)

  await pause(1010)
  await expect(ask(() => Promise.reject(new RangeError('asked wrongly')))).rejects.toThrow(
    RangeError,
  )
  expect(await ask(well)).toBe('well')
  expect(await Promise.all([ask(well), ask(well)])).toEqual(['well', 'well'])
  expect(asked).toBe(6)
})

test('an index that must be built first is asked again at once', async () => {
  const engine = {} as SearchEngine
  const incomplete = () => Promise.reject(new IndexIncomplete('to be built'))
  await expect(askSearch(engine, incomplete)).rejects.toThrow(SearchUnavailable)
  await expect(askSearch(engine, incomplete)).rejects.toThrow(IndexIncomplete)
  expect(await askSearch(engine, () => Promise.resolve('well'))).toBe('well')
})
