import { expect, test } from 'vitest'
import { defaultPicks, pairOf, pickedColumns } from './merge.ts'

test('a field comes from the survivor unless it has nothing there', () => {
  const picks = defaultPicks(
    { legal_name: 'A', phone: null, roles: '[]', website: null },
    { legal_name: 'B', phone: '+225', roles: '["trainer"]', website: null },
  )
  expect(picks).toMatchObject({
    legalName: 'survivor',
    phone: 'merged',
    roles: 'merged',
    website: 'survivor',
  })
})

test('columns that belong together are taken together', () => {
  expect(pickedColumns({ size: 'merged', legalName: 'survivor' })).toEqual([
    'size_band',
    'headcount',
  ])
})

test('a pair has one order', () => {
  expect(pairOf('b', 'a')).toEqual(pairOf('a', 'b'))
})
