import { expect, test } from 'vitest'
import { fold } from '#search/text/fold.ts'
import { typoDistance } from '#search/text/typos.ts'
import { correctedTexts } from './correct-words.server.ts'

const labels = ['soudeur', 'soudeur tuyauteur', 'plombier', 'chef de chantier', 'لحّام']

/** Labels that share a beginning of three letters with a word of the text. */
function like(text: string): string[] {
  const asked = fold(text).split(' ')
  return labels.filter((label) =>
    fold(label)
      .split(' ')
      .some((word) => asked.some((one) => one.slice(0, 3) === word.slice(0, 3))),
  )
}

const words = new Map(['soudeur', 'plombier', 'comptable', 'Bouaké'].map((one) => [fold(one), one]))
const near = (folded: string, most: 1 | 2) =>
  [...words.keys()]
    .map((word) => ({ word, distance: typoDistance(folded, word, most) }))
    .filter(({ distance }) => distance <= most)
const book = { like, meant: like, words, near }

test('a mistyped word is put right, and the others stay', () => {
  expect(correctedTexts('soudur Bouake', book)[0]).toBe('soudeur Bouake')
  expect(correctedTexts('soudeur bouakke', book)[0]).toBe('soudeur Bouaké')
  expect(correctedTexts('contable', book)).toEqual(['comptable'])
})

test('labels like the whole are proposed, the text itself never', () => {
  expect(correctedTexts('soudeur', book)).toEqual(['soudeur tuyauteur'])
  expect(correctedTexts('Soudeur', book)).not.toContain('soudeur')
  expect(correctedTexts('BOUAKÉ', book)).toEqual([])
  expect(correctedTexts('لحام', book)).toEqual([])
})

test('words that nobody knows are left out at last', () => {
  expect(correctedTexts('plombier xyzzyq', book)).toEqual(['plombier'])
  expect(correctedTexts('xyzzyq', book)).toEqual([])
})

test('short words and figures are not guessed at', () => {
  expect(correctedTexts('CI-7KQ4-M2', book)).toEqual([])
  expect(correctedTexts('bt', book)).toEqual([])
  expect(correctedTexts('', book)).toEqual([])
  expect(correctedTexts('   ', book)).toEqual([])
})
