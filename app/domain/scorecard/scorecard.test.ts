import { expect, test } from 'vitest'
import { daysOf, isLate, monthsAfter, periodsAround, scorecardAsked } from './scorecard.ts'

test('an address that means nothing shows the viewer’s present quarter', () => {
  const asked = scorecardAsked('2026-11-23')
  expect(asked.parse({ who: 'x', time: '20' })).toEqual({ who: 'me', time: '2026-Q4' })
  expect(asked.parse({ who: 'chamber', time: '2025' })).toEqual({ who: 'chamber', time: '2025' })
})

test('a period ends today at the latest', () => {
  expect(daysOf('2026-Q4', '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-11-23' })
  expect(daysOf('2026-Q1', '2026-11-23')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(daysOf('2025', '2026-11-23')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
})

test('months end with the month', () => {
  expect(monthsAfter('2026-01-15', 3)).toBe('2026-04-15')
  expect(monthsAfter('2025-11-30', 3)).toBe('2026-02-28')
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
})

test('a target set in its own year is late', () => {
  expect(isLate({ year: 2027, set_at: '2026-12-31T23:00:00.000Z' })).toBe(false)
  expect(isLate({ year: 2027, set_at: '2027-01-01T00:00:00.000Z' })).toBe(true)
})

test('no period lies ahead', () => {
  expect(periodsAround('2026-05-02')).toEqual([
    '2026-Q2',
    '2026-Q1',
    '2025-Q4',
    '2025-Q3',
    '2025-Q2',
    '2025-Q1',
    '2026',
    '2025',
    '2024',
  ])
})
