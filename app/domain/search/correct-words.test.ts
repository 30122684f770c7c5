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
/** Words of other languages and labels, that nobody corrects to. */
const knows = (folded: string) =>
  ['tailor', 'couturiere', 'eleveur', 'tuyauteur', 'chef', 'chantier'].includes(folded)
const book = { like, meant: like, knows, words, near }

const all = (text: string, from = book) => {
  const { whole, parts } = correctedTexts(text, from)
  return [...whole, ...parts]
}

test('a mistyped word is put right, and the others stay', () => {
  expect(all('soudur Bouake')[0]).toBe('soudeur Bouake')
  expect(all('soudeur bouakke')[0]).toBe('soudeur Bouaké')
  expect(all('contable')).toEqual(['comptable'])
})

test('labels that the whole misspells are proposed, the text itself never', () => {
  expect(correctedTexts('chefde chantier', book).whole).toEqual(['chef de chantier'])
  expect(all('soudeur')).toEqual([])
  expect(all('Soudeur')).toEqual([])
  expect(all('BOUAKÉ')).toEqual([])
  expect(all('لحام')).toEqual([])
})

test('parts of a text come last: without unknown words, then what was put right alone', () => {
  expect(correctedTexts('plombier xyzzyq', book)).toEqual({ whole: [], parts: ['plombier'] })
  expect(correctedTexts('soudur tuyoteur', book)).toEqual({
    whole: ['soudeur tuyauteur'],
    parts: ['soudeur', 'tuyauteur'],
  })
  expect(all('xyzzyq')).toEqual([])
})

test('what is spelt right is never corrected', () => {
  const likely = { ...book, meant: () => ['couturier', 'évaluer les élèves', 'sondeur'] }
  for (const text of ['couturière', 'éleveur', 'soudeur', 'soudeur Bouaké', 'tailor']) {
    expect(all(text, likely), text).toEqual([])
  }
})

test('nothing far off is proposed', () => {
  const labelled = ['Word', 'plombier']
  const likely = { ...book, meant: () => labelled, like: () => labelled }
  expect(all('woro-woro', likely)).toEqual([])
  expect(all('worod', likely)).toEqual(['Word'])
  expect(all('plomdié', likely)).toEqual([])
})

test('short words and figures are not guessed at', () => {
  for (const text of ['CI-7KQ4-M2', 'bt', '', '   ']) expect(all(text), text).toEqual([])
})
