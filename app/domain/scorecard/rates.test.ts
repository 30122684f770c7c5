import { describe, expect, test } from 'vitest'
import { people, peopleByPart, rateOf, rateOfPeople, wilson } from './rates.ts'

describe('the interval of Wilson', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f', (part, of, low, high) => {
    expect(wilson(part, of).low).toBeCloseTo(low, 4)
    expect(wilson(part, of).high).toBeCloseTo(high, 4)
  })

  test('is the mirror image for those outside, and everything without a case', () => {
    const { low, high } = wilson(9, 10)
    const other = wilson(1, 10)
    expect(low).toBeCloseTo(1 - other.high, 12)
    expect(high).toBeCloseTo(1 - other.low, 12)
    expect(wilson(20, 20).high).toBe(1)
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
})

test('under ten cases there are counts and no rate', () => {
  expect(rateOf(0, 0)).toEqual({ kind: 'none' })
  expect(rateOf(7, 9)).toEqual({ kind: 'counts', part: 7, of: 9 })
  expect(rateOf(5, 10)).toMatchObject({ kind: 'rate', share: 0.5, part: 5, of: 10 })
})

test('of people, neither a few inside nor a few outside are told', () => {
  expect(rateOfPeople(3, 4)).toEqual({ kind: 'counts', part: null, of: null })
  expect(rateOfPeople(6, 9)).toEqual({ kind: 'counts', part: null, of: 9 })
  expect(rateOfPeople(4, 20)).toEqual({ kind: 'most', share: 0.2, of: 20 })
  expect(rateOfPeople(0, 20)).toEqual({ kind: 'most', share: 0.2, of: 20 })
  expect(rateOfPeople(17, 20)).toEqual({ kind: 'least', share: 0.8, of: 20 })
  expect(rateOfPeople(20, 20)).toEqual({ kind: 'least', share: 0.8, of: 20 })
  expect(rateOfPeople(15, 20)).toMatchObject({ kind: 'rate', share: 0.75 })
  expect(people(4)).toBeNull()
  expect(people(5)).toBe(5)
})

test('numbers of people under five are not found by subtraction either', () => {
  expect(peopleByPart([12, 3, 2, 0])).toEqual([12, null, null, null])
  // One part alone left out: what is missing in the sum would be it.
  expect(peopleByPart([12, 3, 7])).toEqual([12, null, 'hidden'])
  // Two left out whose sum is the most that it can be.
  expect(peopleByPart([12, 4, 4, 30])).toEqual(['hidden', null, null, 30])
  expect(peopleByPart([12, 0, 30])).toEqual([12, null, 30])
  expect(peopleByPart([3])).toEqual([null])
  expect(peopleByPart([])).toEqual([])
})
