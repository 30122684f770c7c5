import { expect, test } from 'vitest'
import { pageWindow } from './pagination.tsx'

test('few pages are all shown', () => {
  expect(pageWindow(1, 1)).toEqual([1])
  expect(pageWindow(2, 5)).toEqual([1, 2, 3, 4, 5])
})

test('many pages keep the ends and the neighbours', () => {
  expect(pageWindow(7, 20)).toEqual([1, null, 6, 7, 8, null, 20])
  expect(pageWindow(1, 20)).toEqual([1, 2, null, 20])
  expect(pageWindow(20, 20)).toEqual([1, null, 19, 20])
})
