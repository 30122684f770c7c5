import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typoDistance } from '#search/text/typos.ts'
import { isOneTypoAway, NearWords } from './near-words.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 })

test('one typo away is what the distance says', () => {
  fc.assert(
    fc.property(word, word, (typed, other) => {
      fc.pre(typed !== other)
      expect(isOneTypoAway(typed, other)).toBe(typoDistance(typed, other, 1) === 1)
    }),
    { numRuns: 2000 },
  )
})

test('a mistyped beginning is one typo from a beginning', () => {
  fc.assert(
    fc.property(word, word, (typed, other) => {
      fc.pre(!other.startsWith(typed))
      expect(isOneTypoAway(typed, other, true)).toBe(typoDistance(typed, other, 1, true) === 1)
    }),
    { numRuns: 2000 },
  )
})

test('finds all words within two typos', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), word, (words, typed) => {
      const near = words.filter((other) => other !== typed && typoDistance(typed, other, 2) <= 2)
      const found = new NearWords(words).find(typed, 2)
      expect(found.map((one) => one.word).sort()).toEqual(near.sort())
      for (const one of found) expect(one.distance).toBe(typoDistance(typed, one.word, 2))
    }),
  )
})
