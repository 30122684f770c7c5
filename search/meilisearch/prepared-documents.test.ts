import { expect, test } from 'vitest'
import { PreparedDocuments } from './prepared-documents.ts'

test('a document is kept as long as its checksum stays the same', () => {
  const kept = new PreparedDocuments<string>()
  expect(kept.get('a', 'one')).toBeUndefined()
  kept.keep('a', 'one', 'first')
  expect(kept.get('a', 'one')).toBe('first')
  expect(kept.get('a', 'two')).toBeUndefined()
  kept.keep('a', 'two', 'second')
  expect(kept.get('a', 'one')).toBeUndefined()
  expect(kept.get('a', 'two')).toBe('second')
})

test('who was asked for least recently makes room', () => {
  const kept = new PreparedDocuments<number>(3)
  for (const [at, id] of ['a', 'b', 'c'].entries()) kept.keep(id, 'x', at)
  kept.get('a', 'x')
  kept.keep('d', 'x', 3)
  kept.keep('c', 'y', 4)
  expect(kept.get('b', 'x')).toBeUndefined()
  expect([kept.get('a', 'x'), kept.get('c', 'y'), kept.get('d', 'x')]).toEqual([0, 4, 3])
})
