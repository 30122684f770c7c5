import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { PackedLists } from './packed-lists.ts'
import { readSnapshot, takeSnapshot } from './snapshot-in-memory.ts'

const list = fc.integer({ min: 0, max: 6 })
const value = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const steps = fc.array(
  fc.oneof(
    fc.tuple(fc.constant('set' as const), list, fc.array(value, { maxLength: 400 })),
    fc.tuple(fc.constant('insert' as const), list, fc.tuple(fc.nat(500), value)),
    fc.tuple(fc.constant('delete' as const), list, fc.nat(500)),
  ),
  { maxLength: 60 },
)

function contents(lists: PackedLists): number[][] {
  return Array.from({ length: 7 }, (_, at) =>
    Array.from(lists.data.slice(lists.start(at), lists.start(at) + lists.count(at))),
  )
}

test.prop([steps, steps])('lists hold what was put into them, saved and loaded too', (one, two) => {
  let lists = new PackedLists()
  const expected: number[][] = Array.from({ length: 7 }, () => [])
  const run = (all: typeof one) => {
    for (const [what, at, given] of all) {
      const wanted = expected[at] ?? []
      if (what === 'set') {
        lists.set(at, given)
        expected[at] = [...given]
      } else if (what === 'insert') {
        const place = given[0] % (wanted.length + 1)
        lists.insert(at, place, given[1])
        wanted.splice(place, 0, given[1])
      } else if (wanted.length > 0) {
        lists.delete(at, given % wanted.length)
        wanted.splice(given % wanted.length, 1)
      }
    }
  }
  run(one)
  expect(contents(lists)).toEqual(expected)
  const saved = takeSnapshot((writer) => lists.save(writer))
  expect(contents(lists)).toEqual(expected)
  lists = new PackedLists()
  lists.load(readSnapshot(saved))
  run(two)
  expect(contents(lists)).toEqual(expected)
})
