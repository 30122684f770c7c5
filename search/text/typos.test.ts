import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { singularOf, typoDistance, typosAllowed } from './typos.ts'
import { Vocabulary } from './vocabulary.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })

/** The same distance by recursion, as it is defined. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  let least = Math.min(
    slowly(a.slice(1), b) + 1,
    slowly(a, b.slice(1)) + 1,
    slowly(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  )
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    least = Math.min(least, slowly(a.slice(2), b.slice(2)) + 1)
  }
  return least
}

describe('typos', () => {
  test('none under five letters or with digits, one from five, two from nine', () => {
    expect(['cook', 'tutor', 'electric', 'carpenter', 'iso9001'].map(typosAllowed)).toEqual([
      0, 1, 1, 2, 0,
    ])
  })

  test('the plural goes from words long enough to lose it', () => {
    expect(['soudeurs', 'travaux', 'soudeur', 'bois', 'كهربائي'].map(singularOf)).toEqual([
      'soudeur',
      'travau',
      'soudeur',
      'bois',
      'كهربائي',
    ])
  })

  test.each([
    ['soudeur', 'soudeur', 0],
    ['soduer', 'souder', 1],
    ['osudeur', 'soudeur', 1],
    ['xoudeur', 'soudeur', 1],
    ['oudeur', 'soudeur', 1],
    ['soudexyz', 'soudeur', 3],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(typoDistance(a, b, 2)).toBe(distance)
  })

  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  test.prop([short, short, fc.integer({ min: 0, max: 3 })])(
    'as defined, up to the limit',
    (a, b, most) => {
      expect(typoDistance(a, b, most)).toBe(Math.min(slowly(a, b), most + 1))
    },
  )

  test.prop([short, short])('of a beginning: the nearest of all beginnings', (a, b) => {
    const all = Array.from({ length: b.length + 1 }, (_, end) => slowly(a, b.slice(0, end)))
    expect(typoDistance(a, b, 2, true)).toBe(Math.min(3, ...all))
  })

  const filled = (list: readonly string[]) => {
    const vocabulary = new Vocabulary()
    for (const word of list) vocabulary.add(word)
    return vocabulary
  }
  const many = fc.array(words, { maxLength: 40 })

  test.prop([many, words, fc.boolean()])(
    'a vocabulary finds all words near',
    (list, typed, prefix) => {
      const vocabulary = filled(list)
      const expected = [...new Set(list)].filter(
        (word) =>
          word !== typed &&
          !(prefix && word.startsWith(typed)) &&
          typoDistance(typed, word, 1, prefix) <= 1,
      )
      const found = vocabulary.near(typed, 1, prefix).map((number) => vocabulary.word(number))
      if (expected.length <= 24) expect(found.sort()).toEqual(expected.sort())
    },
  )

  test.prop([many, words])('a vocabulary finds all words with a beginning', (list, typed) => {
    // Enough others that most are in order and some are not.
    const others = Array.from({ length: 2100 }, (_, at) => `e${at}`)
    const vocabulary = filled([...list.slice(0, 20), ...others])
    vocabulary.beginningWith('e')
    for (const word of list.slice(20)) vocabulary.add(word)
    const found = vocabulary.beginningWith(typed).map((number) => vocabulary.word(number))
    const all = new Set([...list, ...others])
    expect(found.sort()).toEqual([...all].filter((word) => word.startsWith(typed)).sort())
  })
})
