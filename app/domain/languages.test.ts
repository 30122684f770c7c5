import { expect, test } from 'vitest'
import {
  cefrLevels,
  cefrNames,
  cefrRank,
  compareCefr,
  isCefrLevel,
  languageCodes,
  languageName,
  languageOptions,
  meetsCefr,
} from './languages.ts'

test.each(['fr', 'en', 'ar'] as const)('every offered language has a name in %s', (locale) => {
  const options = languageOptions(locale)
  expect(options.length).toBe(languageCodes.length)
  expect(new Set(options.map((one) => one.name)).size).toBe(languageCodes.length)
  for (const { code, name } of options) {
    expect(name).not.toBe(code)
    if (locale === 'ar') expect(name).toMatch(/[\u0600-\u06ff]/)
  }
})

test('names come from ICU or from us', () => {
  expect(languageName('fr', 'en')).toBe('French')
  expect(languageName('dyu', 'fr')).toBe('dioula')
  expect(languageName('fi', 'fr')).toBe('finnois')
  expect(languageName('zzz', 'fr')).toBe('zzz')
  expect(languageName('not a code', 'fr')).toBe('not a code')
})

test('levels rise from A1 to mother tongue', () => {
  expect(cefrLevels.map(cefrRank)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect([...cefrLevels].reverse().sort(compareCefr)).toEqual(cefrLevels)
  expect(meetsCefr('native', 'C2')).toBe(true)
  expect(meetsCefr('B1', 'B1')).toBe(true)
  expect(meetsCefr('A2', 'B1')).toBe(false)
  expect(isCefrLevel('B2')).toBe(true)
  expect(isCefrLevel('b2')).toBe(false)
  expect(Object.keys(cefrNames)).toEqual([...cefrLevels])
})
