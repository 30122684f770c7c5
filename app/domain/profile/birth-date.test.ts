import { expect, test } from 'vitest'
import { ageOn, judgeBirthDate } from './birth-date.ts'

test.each([
  ['2008-11-23', '2026-11-23', 18],
  ['2008-11-24', '2026-11-23', 17],
  ['2008-12-01', '2026-11-23', 17],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('born %s, on %s: %i years', (birth, today, age) => {
  expect(ageOn(birth, today)).toBe(age)
})

test.each([
  ['2008-11-23', 'adult'],
  ['2008-11-24', 'underage'],
  ['2026-11-22', 'underage'],
  ['2026-11-24', 'implausible'],
  ['1925-11-23', 'implausible'],
  ['1926-11-23', 'adult'],
])('born %s is %s', (birth, judgement) => {
  expect(judgeBirthDate(birth, '2026-11-23')).toBe(judgement)
})
