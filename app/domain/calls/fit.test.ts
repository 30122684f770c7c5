import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { learnFit, weightOf, withOwnWork } from './fit.ts'
import { usualGroups } from './sector-occupations.ts'

const sectors = [
  { code: 'C', parent: null },
  { code: '25', parent: 'C' },
  { code: '14', parent: 'C' },
]

test('every division of ISIC has usual work, in groups of ISCO-08', () => {
  const divisions = readFileSync('db/seed/sectors.csv', 'utf8')
    .split('\n')
    .filter((line) => line.split(',')[1] === 'division')
    .map((line) => line.slice(0, 2))
  expect(Object.keys(usualGroups).toSorted()).toEqual(divisions.toSorted())
  for (const groups of Object.values(usualGroups)) {
    expect(groups).toMatch(/^[1-9][1-6]\d\d?( [1-9][1-6]\d\d?)*$/)
    expect(new Set(groups.split(' ')).size).toBe(groups.split(' ').length)
  }
})

test('the most usual work of a division weighs 1, and what is published moves it', () => {
  const before = learnFit([], sectors)('25')
  expect(weightOf(before, 7212)).toBe(1)
  expect(weightOf(before, 7223)).toBeCloseTo(0.7)
  expect(weightOf(before, 7411)).toBe(0)
  const after = learnFit([{ sector: '25', unit: 7411, count: 30 }], sectors)('25')
  expect(weightOf(after, 7411)).toBe(1)
  expect(weightOf(after, 7212)).toBeLessThan(0.3)
  // Electricians of buildings are wanted: fitters of other lines are not, for that.
  expect(weightOf(after, 7412)).toBe(0)
  // Published work counts on top of what the table gives its group.
  const more = learnFit([{ sector: '25', unit: 7212, count: 5 }], sectors)('25')
  expect(weightOf(more, 7212)).toBe(1)
  expect(weightOf(more, 7213)).toBeLessThan(1)
})

test('a section stands for its divisions; without a sector nothing is known', () => {
  const weightsOf = learnFit([{ sector: null, unit: 7212, count: 9 }], sectors)
  expect(weightOf(weightsOf('C'), 7212)).toBeGreaterThan(0)
  expect(weightOf(weightsOf('C'), 7531)).toBeGreaterThan(0)
  expect(weightsOf(null).size).toBe(0)
  expect(weightsOf('99').size).toBeGreaterThan(0)
})

test('what a firm has looked for itself comes before the work of its sector', () => {
  const sector = learnFit([], sectors)('25')
  const own = withOwnWork(sector, [3322])
  expect(weightOf(own, 3322)).toBe(1)
  expect(weightOf(own, 7212)).toBeCloseTo(1 / 3)
  expect(withOwnWork(sector, [])).toBe(sector)
})
