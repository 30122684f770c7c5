import { expect, test } from 'vitest'
import { buildSpellingIndex } from './spelling-index.ts'
import { editDistance, foldText, soundOf, wordsOf } from './text.ts'

test('folding twice changes nothing', () => {
  for (const text of ['Port-Bouët', 'ŒUVRE', 'أبيدجان', 'القَيْرَوان', '٢٠٢٦']) {
    expect(foldText(foldText(text))).toBe(foldText(text))
  }
  expect(wordsOf('M’Bahiakro, 2e')).toEqual(['m', 'bahiakro', '2e'])
})

test('slips are counted up to a limit', () => {
  expect(editDistance('bouake', 'bouake', 2)).toBe(0)
  expect(editDistance('korohgo', 'korhogo', 2)).toBe(1)
  expect(editDistance('man', 'divo', 2)).toBe(3)
})

test('what is written by ear sounds the same', () => {
  expect(soundOf('ouattara')).toBe(soundOf('wattara'))
  expect(soundOf('gagnoa')).toBe(soundOf('ganoa'))
})

test('the nearest spelling is found first', () => {
  const near = buildSpellingIndex(['korhogo', 'bouake', 'daloa'])
  expect(near('koroghe')).toEqual([])
  expect(near('korogho')[0]?.spelling).toBe('korhogo')
  expect(near('dalloa')[0]?.spelling).toBe('daloa')
})
