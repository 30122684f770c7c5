import { describe, expect, test } from 'vitest'
import { rateOf, rateOfPeople, wilson } from './rates.ts'

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

describe('a share of people', () => {
  test('stands on what is told, from twenty people on', () => {
    expect(rateOfPeople('few', 'few')).toEqual({ kind: 'counts', part: null, of: null })
    expect(rateOfPeople(10, 15)).toEqual({ kind: 'counts', part: null, of: null })
    expect(rateOfPeople('few', 20)).toEqual({ kind: 'few', of: 20 })
    expect(rateOfPeople(15, 20)).toMatchObject({ kind: 'rate', part: 15, of: 20, share: 0.75 })
    // Blurred apart, a part can be told as more than its whole.
    expect(rateOfPeople(25, 20)).toMatchObject({
      kind: 'rate',
      part: 20,
      of: 20,
      share: 1,
      high: 1,
    })
  })

  test('has a wider interval than things have, by the blur, which many people outweigh', () => {
    const width = (rate: ReturnType<typeof rateOf>) =>
      rate.kind === 'rate' ? rate.high - rate.low : Number.NaN
    expect(width(rateOfPeople(15, 30))).toBeGreaterThan(width(rateOf(15, 30)) * 1.1)
    expect(width(rateOfPeople(500, 1000)) / width(rateOf(500, 1000))).toBeLessThan(1.02)
    const all = rateOfPeople(40, 40)
    expect(all).toMatchObject({ share: 1, high: 1 })
    expect(all.kind === 'rate' && all.low).toBeLessThan(wilson(40, 40).low)
  })
})
