import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  [['passerelle', 'board'], 'passerelle-board'],
  [
    ['passerelle', 'history', 'Société Ivoirienne « Œuvre » S.A.'],
    'passerelle-history-societe-ivoirienne-oeuvre-s-a',
  ],
  [['passerelle', 'attendance', 'منتدى المهن'], 'passerelle-attendance'],
  [['passerelle', null, undefined, ''], 'passerelle'],
  [['passerelle', 'hires', 'CI-AB'], 'passerelle-hires-ci-ab'],
])('%j', (words, name) => {
  expect(fileName(words)).toBe(name)
})

test('whatever the words, a name is plain and short', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
      expect(fileName(['passerelle', ...words])).toMatch(/^passerelle(-[a-z0-9]+)*$/)
      expect(fileName(['passerelle', ...words]).length).toBeLessThanOrEqual(80)
    }),
  )
})
