import { expect, test } from 'vitest'
import { sectorCode } from './sector-code.ts'

const known = new Set(['01', '20', '41', '46', '47', '56', '62', 'F', 'G'])

test.each([
  ['5610', '56', ''],
  ['56.10Z', '56', ''],
  ['NAF 4711', '47', ''],
  ['6201Z', '62', ''],
  ['41', '41', ''],
  ['f', 'F', ''],
  ['Section G', 'G', ''],
  ['56.10Z - Restauration traditionnelle', '56', 'Restauration traditionnelle'],
])('%s is a code', (text, code, rest) => {
  expect(sectorCode(text, known)).toEqual({
    code,
    rest: rest === '' ? '' : expect.stringContaining(rest),
  })
})

test.each(['2019', '20 ans d’expérience', 'BTP', '9910', ''])('%s is none', (text) => {
  expect(sectorCode(text, known)).toBeNull()
})
