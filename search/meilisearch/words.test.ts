import { expect, test } from 'vitest'
import { indexedText, queryText } from './words.ts'

test('words are indexed folded, each behind the letter of its script', () => {
  expect(indexedText('Électricien, اللحام')).toBe('0 xelectricien قلحام')
  expect(indexedText(' … ')).toBe('')
})

test('a query ends in a space unless its last word may go on', () => {
  expect(queryText('soudeur')).toBe('xsoudeur')
  expect(queryText('soudeur ')).toBe('xsoudeur ')
  expect(queryText('chef soud')).toBe('xchef xsoud')
})

test('finished words with a digit have no typos; operators mean nothing', () => {
  expect(queryText('iso9001 ')).toBe('"xiso9001" ')
  expect(queryText('-"soudeur" ')).toBe('xsoudeur ')
  expect(queryText('?!')).toBeNull()
})
