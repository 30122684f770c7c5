import { expect, test } from 'vitest'
import { addTo, emptyTally } from './tally.ts'

const areaOf = (place: string) => ({ bouake: 'VB', katiola: 'VB', abidjan: 'AB' })[place] ?? null

test('what stands in several places counts once in all, in each area and in each place', () => {
  const tally = emptyTally()
  addTo(tally, ['bouake', 'katiola', 'abidjan'], areaOf, { value: 1, of: 1 })
  addTo(tally, ['bouake'], areaOf, { value: 0, of: 1 })
  addTo(tally, ['nowhere'], areaOf, { value: 1 })
  addTo(tally, [], areaOf, { value: 1 })
  expect(tally.total).toMatchObject({ value: 3, of: 2 })
  expect(tally.areas.get('VB')).toMatchObject({ value: 1, of: 2 })
  expect(tally.areas.get('AB')).toMatchObject({ value: 1, of: 1 })
  expect(tally.places.get('katiola')).toMatchObject({ value: 1 })
  expect(tally.unplaced.value).toBe(2)
})

test('a sum knows the ends of the ids that it counts', () => {
  const tally = emptyTally()
  addTo(tally, ['bouake'], areaOf, { value: 3, first: 'c', last: 'f' })
  addTo(tally, ['katiola'], areaOf, { value: 2, first: 'a', last: 'd' })
  addTo(tally, ['abidjan'], areaOf, { value: 1, first: 'z' })
  expect(tally.areas.get('VB')).toMatchObject({ value: 5, first: 'a', last: 'f' })
  expect(tally.total).toMatchObject({ first: 'a', last: 'z' })
})
