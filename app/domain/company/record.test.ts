import { describe, expect, test } from 'vitest'
import { bandOf, liesAmong, parsePoint } from './record.ts'

test.each([
  [0, '1'],
  [1, '1'],
  [9, '2-9'],
  [10, '10-49'],
  [49, '10-49'],
  [249, '50-249'],
  [250, '250+'],
])('%i people are of the band %s', (headcount, band) => {
  expect(bandOf(headcount)).toBe(band)
})

describe('a point', () => {
  test.each([
    ['5.3364, -4.0267', 5.3364, -4.0267],
    ['5.3364,-4.0267', 5.3364, -4.0267],
    ['5,3364 ; -4,0267', 5.3364, -4.0267],
    ['5,3364 -4,0267', 5.3364, -4.0267],
    ['  7 -5 ', 7, -5],
  ])('%s is read', (text, lat, lng) => {
    expect(parsePoint(text)).toEqual({ lat, lng })
  })
  test.each(['', 'Abidjan', '5.3', '5.3, -4, 2', '95, 4', '5.3, 181', '5.3 N, 4.0 W', '1e3, 2'])(
    '%s is none',
    (text) => {
      expect(parsePoint(text)).toBeNull()
    },
  )
  test('lies in the country when a place is near, and not with its sign or order swapped', () => {
    const places = [
      { lat: 5.35, lng: -4.0 },
      { lat: 7.69, lng: -5.03 },
    ]
    expect(liesAmong(places, { lat: 5.3, lng: -4.1 })).toBe(true)
    expect(liesAmong(places, { lat: 5.3, lng: 4.1 })).toBe(false)
    expect(liesAmong(places, { lat: -4.1, lng: 5.3 })).toBe(false)
  })
})
