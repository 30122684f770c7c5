import { expect, test } from 'vitest'
import { readDateParts, splitDate } from './date-parts.ts'

function typed(year: string, month: string, day: string): FormData {
  const data = new FormData()
  data.set('born.year', year)
  data.set('born.month', month)
  data.set('born.day', day)
  return data
}

test('three parts make a day', () => {
  expect(readDateParts(typed('1994', '3', '7'), 'born')).toBe('1994-03-07')
  expect(readDateParts(typed('2024', '2', '29'), 'born')).toBe('2024-02-29')
})

test('nothing typed is empty, a part missing or an impossible day is null', () => {
  expect(readDateParts(typed('', '', ''), 'born')).toBe('')
  expect(readDateParts(new FormData(), 'born')).toBe('')
  expect(readDateParts(typed('1994', '', '7'), 'born')).toBeNull()
  expect(readDateParts(typed('2023', '2', '29'), 'born')).toBeNull()
  expect(readDateParts(typed('1994', '13', '1'), 'born')).toBeNull()
  expect(readDateParts(typed('abcd', '1', '1'), 'born')).toBeNull()
})

test('a day splits into what the selects hold', () => {
  expect(splitDate('1994-03-07')).toEqual({ year: '1994', month: '3', day: '7' })
  expect(splitDate(undefined)).toEqual({ year: '', month: '', day: '' })
})
