import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { KeywordColumn, type Selection } from './columns.ts'
import { readSnapshot, takeSnapshot } from './snapshot-in-memory.ts'

const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 })
const changes = fc.array(fc.tuple(fc.nat(40), words), { maxLength: 80 })

const selection = (slots: readonly number[]): Selection => ({
  slots: Int32Array.from(slots),
  count: slots.length,
})
const listed = ({ slots, count }: Selection) => [...slots.slice(0, count)]

describe.each([
  ['sharing lists', 4096],
  ['of documents with their own lists', 0],
  ['that begins to keep own lists', 6],
])('a column %s', (_, combinations) => {
  test.prop([changes, changes, words, fc.array(fc.nat(40), { maxLength: 30 })])(
    'keeps and counts what it was given, saved and loaded too',
    (first, later, wanted, slots) => {
      let column = new KeywordColumn(combinations)
      const held = new Map<number, readonly string[]>()
      const change = (all: typeof first) => {
        for (const [slot, given] of all) {
          column.set(slot, given)
          held.set(slot, given)
        }
      }
      change(first)
      const saved = takeSnapshot((writer) => column.save(writer))
      column = new KeywordColumn(combinations)
      column.load(readSnapshot(saved))
      change(later)
      const chosen = [...new Set(slots)].sort((a, b) => a - b)
      const has = (slot: number) => wanted.some((word) => held.get(slot)?.includes(word))
      const any = selection(chosen)
      column.keepAny(any, [...wanted, 'unknown'])
      expect(listed(any)).toEqual(chosen.filter(has))
      const none = selection(chosen)
      column.keepAny(none, wanted, true)
      expect(listed(none)).toEqual(chosen.filter((slot) => !has(slot)))
      const counts = (among: readonly number[]) =>
        ['a', 'b', 'c', 'd', 'e', 'f']
          .map((value) => ({
            value,
            count: among.filter((slot) => held.get(slot)?.includes(value)).length,
          }))
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      expect(column.count(selection(chosen), false, 100)).toEqual(counts(chosen))
      expect(column.count(selection([]), true, 100)).toEqual(counts([...held.keys()]))
      const holding = column.holding('a', new Int32Array(64))
      const expected = [...held].filter(([, given]) => given.includes('a')).map(([slot]) => slot)
      if (holding) expect(listed(holding)).toEqual(expected.sort((a, b) => a - b))
    },
  )
})
