import { expect, test } from 'vitest'
import {
  directionOf,
  filtersOf,
  measures,
  periodOf,
  quarterOf,
  readMapView,
  timesAround,
  viewQuery,
} from './view.ts'

const view = (query: string) => readMapView(new URLSearchParams(query))

test('garbage in the address falls back', () => {
  const garbage = view(
    'measure=x&sector=%27&size=7&kind=y&chamber=1&time=1999&sort=z&dir=up&page=-2&skill=',
  )
  expect(garbage).toEqual({ measure: 'companies', sort: 'value', page: 1 })
})

test('what is asked comes back in the address, without what is usual', () => {
  const query = '?measure=posts&sector=25&kind=internship&sort=name&dir=desc'
  expect(viewQuery(view(query))).toBe(query)
  expect(viewQuery(view('measure=companies&sort=value&page=1'))).toBe('')
  expect(viewQuery(view(query), { sector: undefined, page: 3 })).toBe(
    '?measure=posts&kind=internship&sort=name&dir=desc&page=3',
  )
})

test('values fall from the greatest, names rise from the first', () => {
  expect(directionOf(view(''))).toBe('desc')
  expect(directionOf(view('sort=name'))).toBe('asc')
})

test('years and quarters have their days', () => {
  expect(periodOf('2027-Q1')).toMatchObject({ from: '2027-01-01', to: '2027-03-31' })
  expect(periodOf('2028')).toMatchObject({ to: '2028-12-31', fromQuarter: '2028-Q1' })
  expect(quarterOf('2026-11-23')).toBe('2026-Q4')
  expect(timesAround('2026-11-23')).toContain('2027-Q4')
})

test('every measure says what narrows it', () => {
  for (const measure of measures) expect(filtersOf[measure].length).toBeGreaterThan(0)
})
