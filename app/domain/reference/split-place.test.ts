import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { wordsOf } from '#search/text/tokens.ts'
import type { Place } from './reference.ts'
import { splitPlace } from './split-place.server.ts'

const weights: Record<string, number> = {
  abidjan: 100,
  bouake: 85,
  cocody: 84,
  abidjancocody: 84,
  plateau: 82,
  sanpedro: 75,
  man: 68,
  بواكي: 85,
  بلاتو: 82,
  bana: 1,
}
const place = (key: string): Place | null => {
  const weight = weights[key]
  return weight === undefined ? null : ({ id: key, weight } as Place)
}
const vocabulary = new Set('soudeur agent plateau port man bana a domicile place'.split(' '))
const book = {
  named: (text: string) => place(wordsOf(text).join('')),
  misspelt: (text: string) => place(wordsOf(text).join('') === 'bouakke' ? 'bouake' : ''),
  knows: (word: string) => vocabulary.has(word),
}
const split = (text: string) => splitPlace(text, book)

describe('a place behind words', () => {
  test.each([
    ['soudeur Bouaké', 'soudeur', 'Bouaké'],
    ['soudeur à man', 'soudeur', 'man'],
    ['soudeur a bouake', 'soudeur', 'bouake'],
    ['soudeur au plateau', 'soudeur', 'plateau'],
    ['soudeur près de San Pedro', 'soudeur', 'San Pedro'],
    ['soudeur San-Pédro', 'soudeur', 'San-Pédro'],
    ['agent, Abidjan Cocody', 'agent', 'Abidjan Cocody'],
    ['chauffeur d’Abidjan', 'chauffeur', 'Abidjan'],
    ['chauffeur de Bouaké ', 'chauffeur', 'Bouaké'],
    ['soudeur (Bouaké)', 'soudeur', 'Bouaké'],
    ['welder near Abidjan', 'welder', 'Abidjan'],
    ['welder in Man', 'welder', 'Man'],
    ['لحام في بواكي', 'لحام', 'بواكي'],
    ['لحام ببواكي', 'لحام', 'بواكي'],
    ['لحام بالبلاتو', 'لحام', 'البلاتو'],
    ['soudeur à Bouakké', 'soudeur', 'Bouakké'],
  ])('%s', (text, words, name) => {
    expect(split(text)).toEqual({ text: words, place: name })
  })

  test.each([['Bouaké'], ['Abidjan Cocody'], ['بواكي']])('may be all there is: %s', (text) => {
    expect(split(text)).toEqual({ text: '', place: text })
  })

  test('needs a word that says where when its name is another word, too', () => {
    for (const text of [
      'port',
      'plateau',
      'man',
      'soudeur man',
      'agent plateau',
      'agent au port',
    ]) {
      expect(split(text), text).toBeNull()
    }
    // Not even such a word makes a place of a village with the name of a thing.
    expect(split('agent à bana')).toBeNull()
  })

  test('is not seen where there is none', () => {
    for (const text of ['', ' ', 'à', '…', 'aide à domicile', 'mise en place', 'CI-7KQ4-M2']) {
      expect(split(text), text).toBeNull()
    }
    expect(split('Bouaké soudeur')).toBeNull()
    expect(split('soudeur bouakke')).toBeNull()
  })

  const words = fc.constantFrom('soudeur', 'à', 'Man', 'Bouaké', 'de', 'port', ',', 'في', 'ببواكي')
  test.prop([fc.array(fc.oneof(words, fc.string()), { maxLength: 8 })])(
    'stands in the text, as what is left of it does',
    (parts) => {
      const text = parts.join(' ')
      const found = split(text)
      if (!found) return
      expect(text).toContain(found.text)
      expect(text).toContain(found.place)
      expect(book.named(found.place) ?? book.misspelt(found.place)).not.toBeNull()
    },
  )
})
