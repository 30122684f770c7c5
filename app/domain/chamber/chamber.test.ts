import { expect, test } from 'vitest'
import { companyList, looksAfter } from './chamber.ts'

test('a chamber looks after its country, its units and what it registered', () => {
  const whole = { id: 'a', country: 'CI', admin1s: [] }
  const abidjan = { id: 'b', country: 'CI', admin1s: ['CI-AB'] }
  const company = { country: 'CI', chamberId: null, admin1s: ['CI-BS'] }
  expect(looksAfter(whole, company)).toBe(true)
  expect(looksAfter(abidjan, company)).toBe(false)
  expect(looksAfter(abidjan, { ...company, admin1s: ['CI-BS', 'CI-AB'] })).toBe(true)
  expect(looksAfter(abidjan, { ...company, admin1s: [] })).toBe(true)
  expect(looksAfter(abidjan, { ...company, chamberId: 'b' })).toBe(true)
  expect(looksAfter(whole, { ...company, country: 'TN' })).toBe(false)
})

test('garbage in the address falls back to the whole list', () => {
  const garbage = { q: 'a\u0000b', filter: 'x', sector: "'; drop", admin1: '%', page: '-3' }
  expect(companyList.parse(garbage)).toEqual({
    q: undefined,
    filter: 'all',
    sector: undefined,
    admin1: undefined,
    page: 1,
  })
})
