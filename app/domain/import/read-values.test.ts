import { describe, expect, test } from 'vitest'
import { countryPack } from '#app/domain/countries/index.ts'
import { readEmails, readPhones, readWebsite } from './read-contacts.ts'
import {
  isDateForSize,
  readCountry,
  readRoles,
  readSize,
  readYear,
  saysNothing,
} from './read-values.ts'

describe('sizes', () => {
  test.each([
    ['25', 25, '10-49'],
    ['~25', 25, '10-49'],
    ['env. 30 salariés', 30, '10-49'],
    ['une vingtaine', 20, '10-49'],
    ['1 200', 1200, '250+'],
    ['1.200', 1200, '250+'],
    ['25,0', 25, '10-49'],
    ['٢٥', 25, '10-49'],
    ['25 عاملا', 25, '10-49'],
    ['seul', 1, '1'],
    ['10 à 49', null, '10-49'],
    ['10-49', null, '10-49'],
    ['entre 10 et 50', null, '10-49'],
    ['1 à 9', null, '2-9'],
    ['plus de 249', null, '250+'],
    ['250 et plus', null, '250+'],
    ['au moins 50', null, '50-249'],
    ['moins de 10', null, '2-9'],
    ['< 50', null, '10-49'],
  ])('%s is %s people, band %s', (text, headcount, sizeBand) => {
    expect(readSize(text)).toEqual({ headcount, sizeBand })
  })
  test.each(['PME', '12 permanents + 5 saisonniers', '5 à 300', '', 'beaucoup', '9000000'])(
    '%s is not read',
    (text) => {
      expect(readSize(text)).toBeNull()
    },
  )
  test.each(['1949-10-01', 'oct-49', '09-févr', '9 févr.', 'sept-02'])(
    '%s was a band once',
    (text) => {
      expect(isDateForSize(text)).toBe(true)
    },
  )
})

test.each([
  ['2012', 2012],
  ['12/03/2012', 2012],
  ['2012-03-12', 2012],
  ['créée en 1998', 1998],
  ['3012', 3012],
  ['2012-2013', null],
  ['98', null],
])('the year of %s is %s', (text, year) => {
  expect(readYear(text)).toBe(year)
})

test.each([
  ['France', 'FR'],
  ['100 % française', 'FR'],
  ['Liban', 'LB'],
  ['Lebanon', 'LB'],
  ['تونس', 'TN'],
  ['local', 'CI'],
  ['MA', 'MA'],
  ['franco-libanaise', null],
  ['mixte', null],
])('the capital of %s is from %s', (text, country) => {
  expect(readCountry(text, 'CI')).toBe(country)
})

test('roles are found among other words', () => {
  expect(readRoles('Accueil de stagiaires, formation')).toEqual(['intern-host', 'trainer'])
  expect(readRoles('rien de tel')).toBeNull()
})

test.each(['', '-', '—', 'Néant', 'N/A', 'RAS', 'لا يوجد'])('%s says nothing', (text) => {
  expect(saysNothing(text)).toBe(true)
})

const ci = countryPack('CI')
describe('phones of Côte d’Ivoire', () => {
  test.each([
    ['07 07 12 34 56', ['+2250707123456']],
    ['(+225) 07.07.12.34.56', ['+2250707123456']],
    ['00225 0707123456', ['+2250707123456']],
    ['225 225 0707123456', ['+2250707123456']],
    ['Tél : 27 20 21 22 23', ['+2252720212223']],
    ['07 07 12 34 56 / 05 05 12 34 56', ['+2250707123456', '+2250505123456']],
    ['0707123456-0505123456', ['+2250707123456', '+2250505123456']],
    ['07 07 12/34 56', ['+2250707123456']],
    ['+33 6 12 34 56 78', ['+33612345678']],
  ])('%s', (text, values) => {
    expect(readPhones(text, ci)).toEqual(values.map((value) => ({ ok: true, value })))
  })
  test.each([
    ['707123456', { ok: true, value: '+2250707123456', mended: 'phoneZero' }],
    ['20 21 22 23', { ok: true, value: '+2252720212223', mended: 'phoneOld' }],
    ['07 07 12', { ok: false, reason: 'phoneLength', detail: 10 }],
    ['99 99 99 99 99', { ok: false, reason: 'phonePrefix' }],
    ['voir secrétariat', { ok: false, reason: 'phoneCharacters' }],
    ['7,07E+08', { ok: false, reason: 'phoneScientific' }],
    ['+33 1', { ok: false, reason: 'phoneAbroad' }],
  ])('%s', (text, read) => {
    expect(readPhones(text, ci)).toEqual([read])
  })
})

test('several addresses in a cell, some of them wrong', () => {
  expect(readEmails('INFO@x.ci ; dg@x.ci')).toEqual({ emails: ['info@x.ci', 'dg@x.ci'], of: 2 })
  expect(readEmails('mailto:a@b.co')).toEqual({ emails: ['a@b.co'], of: 1 })
  expect(readEmails('info@x,ci').emails).toEqual([])
  expect(readEmails('info @x.ci').emails).toEqual([])
})

test('web addresses with and without their scheme', () => {
  expect(readWebsite('www.x.ci')).toBe('https://www.x.ci')
  expect(readWebsite('http:/x.ci')).toBe('http://x.ci')
  expect(readWebsite('Facebook: Abc')).toBeNull()
})
