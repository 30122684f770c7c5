import { expect, test } from 'vitest'
import { placeNames, type WantedName } from './place-names.ts'

const sheet = { width: 720, height: 700 }
const wanted = (id: string, name: string, more: Partial<WantedName> = {}): WantedName => ({
  id,
  name,
  x: 300,
  y: 300,
  moves: [16, -16],
  room: 400,
  ...more,
})
const placesOf = (names: WantedName[], spots = [] as { x: number; y: number; radius: number }[]) =>
  Object.fromEntries(placeNames(names, spots, sheet).map((one) => [one.id, one]))

test('a name stands where it is wanted', () => {
  expect(placesOf([wanted('a', 'Lagunes')])).toEqual({
    a: { id: 'a', name: 'Lagunes', x: 300, y: 300, minor: false },
  })
})

test('names do not cover one another: the later one moves, or is left out', () => {
  const names = ['a', 'b', 'c', 'd'].map((id) => wanted(id, 'Lagunes'))
  const places = placesOf(names)
  expect([places.a?.y, places.b?.y, places.c?.y]).toEqual([300, 316, 284])
  expect(places.d).toBeUndefined()
})

test('the larger letters of a phone leave fewer names', () => {
  const { a, b } = placesOf([
    wanted('a', 'Lagunes', { moves: [] }),
    wanted('b', 'Comoé', { x: 360 }),
  ])
  expect([a?.minor, b?.minor]).toEqual([false, true])
  expect(placesOf([wanted('a', 'Lagunes', { room: 60 })]).a?.minor).toBe(true)
})

test('a name wider than what it names is left out', () => {
  expect(placesOf([wanted('a', 'Sassandra-Marahoué', { room: 90 })])).toEqual({})
})

test('circles are spared where there is another place, and covered where there is none', () => {
  const spot = { x: 300, y: 296, radius: 6 }
  expect(placesOf([wanted('a', 'Lagunes')], [spot]).a?.y).toBe(316)
  expect(placesOf([wanted('a', 'Lagunes', { moves: [] })], [spot]).a?.y).toBe(300)
})

test('a name stays on the sheet', () => {
  const corners = [
    wanted('a', 'Montagnes', { x: 0, y: 0 }),
    wanted('b', 'Zanzan', { x: 720, y: 720 }),
  ]
  const { a, b } = placesOf(corners)
  expect([a?.x, a?.y]).toEqual([32, 12])
  expect([b?.x, b?.y]).toEqual([698, 696])
})
