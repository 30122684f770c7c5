import { expect, test } from 'vitest'
import { stem } from './stem.ts'

test.each([
  ['soudeur', 'soudeuse'],
  ['vendeur', 'vendeuses'],
  ['conducteur', 'conductrice'],
  ['monteur', 'monteuse'],
  ['plombier', 'plombiere'],
  ['boulanger', 'boulangere'],
  ['macon', 'maconne'],
  ['electricien', 'electriciennes'],
  ['ingenieur', 'ingenieure'],
  ['employe', 'employee'],
  ['agent', 'agente'],
  ['sportif', 'sportive'],
  ['commercial', 'commerciaux'],
])('%s and %s share their stem', (masculine, feminine) => {
  expect(stem(feminine, 'fr')).toBe(stem(masculine, 'fr'))
})

test('words of other trades keep other stems', () => {
  const words = ['plombier', 'pompier', 'cuisinier', 'macon', 'facteur', 'fleuriste', 'serveur']
  expect(new Set(words.map((word) => stem(word, 'fr'))).size).toBe(words.length)
})

test('English and Arabic forms of a word share their stem', () => {
  expect(stem('deliveries', 'en')).toBe(stem('delivery', 'en'))
  expect(stem('welders', 'en')).toBe('welder')
  expect(stem('glass', 'en')).toBe('glass')
  expect(stem('لحامه', 'ar')).toBe(stem('لحام', 'ar'))
})
