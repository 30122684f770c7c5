import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { indexWords, queryWords, wordsOf } from './tokens.ts'

describe('words', () => {
  test('hyphens, apostrophes and slashes part words', () => {
    expect(wordsOf("l'électricien-câbleur/câbleuse (h/f)")).toEqual([
      'l',
      'electricien',
      'cableur',
      'cableuse',
      'h',
      'f',
    ])
  })

  test('the Arabic article is left off, of words long enough', () => {
    expect(wordsOf('اللحام الى ال')).toEqual(['لحام', 'الي', 'ال'])
  })

  test('so are prepositions before the article, and the word as written is kept', () => {
    expect(indexWords('والبناء')).toEqual(['والبناء', 'بناء'])
    expect(indexWords('للتجارة بالخياطة')).toEqual(['للتجاره', 'تجاره', 'بالخياطه', 'خياطه'])
    expect(indexWords('وبالكهرباء فالنجارة كالطبخ وللصناعة')).toEqual(
      'وبالكهرباء كهرباء فالنجاره نجاره كالطبخ طبخ وللصناعه صناعه'.split(' '),
    )
    expect(queryWords('والبناء ')).toEqual([{ word: 'بناء', prefix: false }])
  })

  test('letters that belong to the word stay', () => {
    for (const word of ['والد', 'بالغ', 'ورشه', 'لحام', 'كهرباء', 'فلاحه', 'بالون', 'ولايه']) {
      expect(indexWords(word)).toEqual([word])
      expect(queryWords(`${word} `)).toEqual([{ word, prefix: false }])
    }
  })

  test.prop([fc.string({ unit: 'grapheme' })])('a text has the words of its pieces', (text) => {
    expect(indexWords(text)).toEqual(text.split(' ').flatMap(indexWords))
  })

  test('little words are left out of a query, unless there are only such', () => {
    expect(queryWords('chef de la cuisine ').map(({ word }) => word)).toEqual(['chef', 'cuisine'])
    expect(queryWords('de la ').map(({ word }) => word)).toEqual(['de', 'la'])
  })

  test('only a word still being typed is a prefix', () => {
    expect(queryWords('chef cui')).toEqual([
      { word: 'chef', prefix: false },
      { word: 'cui', prefix: true },
    ])
    expect(queryWords('chef cui ').at(-1)).toEqual({ word: 'cui', prefix: false })
  })

  test.prop([fc.string({ unit: 'grapheme', maxLength: 400 })])('queries stay small', (text) => {
    const words = queryWords(text)
    expect(words.length).toBeLessThanOrEqual(10)
    for (const { word } of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,40}$/u)
  })
})
