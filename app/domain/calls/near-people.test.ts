import { expect, test } from 'vitest'
import { findNearPeople } from './near-people.server.ts'

// On one meridian: a degree of latitude is 111 km.
const places = [
  { id: 'here', lat: 7, lng: -5 },
  { id: 'near', lat: 7.15, lng: -5 },
  { id: 'far', lat: 7.4, lng: -5 },
  { id: 'away', lat: 7.5, lng: -5 },
]
const cell = (placeId: string, far: boolean, people: number) => ({
  placeId,
  occupation: 'welder',
  unit: 7212,
  far,
  people,
  proven: 1,
})

test('counts who lives within 25 km, and within 50 km who would come', () => {
  const near = findNearPeople(places, [
    cell('here', false, 1),
    cell('near', false, 10),
    cell('near', true, 100),
    cell('far', false, 1000),
    cell('far', true, 10_000),
    cell('away', true, 100_000),
  ])
  expect(near.units).toEqual([7212])
  expect(near.countsAt('here')[0]).toBe(10_111)
  expect(near.occupationsAt('here', 25).get('welder')).toEqual({
    unit: 7212,
    people: 111,
    proven: 3,
  })
  expect(near.occupationsAt('here', 50).get('welder')?.people).toBe(10_111)
  expect(near.countsAt('nowhere')[0]).toBe(0)
})
