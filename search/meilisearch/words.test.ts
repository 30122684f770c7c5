import { expect, test } from 'vitest'
import { askedWords, indexedText, wordList } from './words.ts'

/** What is sent where these words, and beginnings of words, are all that documents hold. */
async function sent(text: string, held: readonly string[] = [], known: readonly string[] = []) {
  const asked: string[] = []
  const words = await askedWords(text, known, async (clause) => {
    asked.push(clause)
    return held.some((word) => clause.endsWith(` "${word}"`))
  })
  return { ...words, asked }
}

test('words are indexed folded, each behind the letter of its script', () => {
  expect(indexedText('Électricien, اللحام')).toBe('0 xelectricien قلحام')
  expect(indexedText(' … ')).toBe('')
  expect(wordList(['Électricien, اللحام', 'électricien', '…'])).toEqual(['electricien', 'لحام'])
})

test('a query ends in a space unless its last word may go on', async () => {
  expect((await sent('soudeur')).q).toBe('xsoudeur')
  expect((await sent('soudeur ')).q).toBe('xsoudeur ')
  expect((await sent('patron soud')).q).toBe('xpatron xsoud')
})

test('finished words that are short, known, held or with a digit have no typos', async () => {
  expect(await sent('chef iso9001 ')).toEqual({ q: '"xchef" "xiso9001" ', clauses: [], asked: [] })
  expect(await sent('soudeur ', [], ['soudeur'])).toMatchObject({ q: '"xsoudeur" ', asked: [] })
  expect(await sent('soudeur ', ['soudeur'])).toEqual({
    q: '"xsoudeur" ',
    clauses: [],
    asked: ['held = "soudeur"'],
  })
})

test('an unfinished word that is known or held lets in longer words and no typos', async () => {
  const clause = 'held STARTS WITH "soude"'
  expect(await sent('soude', ['soude'])).toEqual({
    q: 'xsoude',
    clauses: [clause],
    asked: [clause],
  })
  expect(await sent('soude', [], ['soude'])).toEqual({ q: 'xsoude', clauses: [clause], asked: [] })
  expect(await sent('soude')).toEqual({ q: 'xsoude', clauses: [], asked: [clause] })
  expect(await sent('soud')).toEqual({ q: 'xsoud', clauses: [], asked: [] })
})

test('a known plural is asked for as it is where it is held, else in the singular', async () => {
  const known = ['vendeurs']
  const unfinished = 'held STARTS WITH "vendeurs"'
  expect((await sent('vendeurs ', ['vendeurs'], known)).q).toBe('"xvendeurs" ')
  expect((await sent('vendeurs ', [], known)).q).toBe('"xvendeur" ')
  expect(await sent('vendeurs', ['vendeurs'], known)).toMatchObject({
    q: 'xvendeurs',
    clauses: [unfinished],
  })
  expect(await sent('vendeurs', [], known)).toEqual({
    q: '"xvendeur" ',
    clauses: [],
    asked: [unfinished],
  })
})

test('operators mean nothing', async () => {
  expect((await sent('-"soudeur" ')).q).toBe('xsoudeur ')
  expect(await askedWords('?!', [], async () => true)).toBeNull()
})
