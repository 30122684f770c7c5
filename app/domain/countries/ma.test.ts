import { expect, test } from 'vitest'
import { ma, parseIce } from './ma.ts'

test.each([
  ['001561191000066', '001561191000066'],
  ['00 21 36 09 30 00 040', '002136093000040'],
  ['ICE : 001561191.0000.66', '001561191000066'],
])('ICE %s is read', (text, value) => {
  expect(parseIce(text)).toEqual({ ok: true, value })
})

test.each([
  ['', 'empty'],
  ['001561191000065', 'check'],
  ['000000000000000', 'check'],
  ['1561191000066', 'length'],
  ['00156119100006A', 'shape'],
])('ICE %s is refused', (text, reason) => {
  expect(parseIce(text)).toEqual({ ok: false, reason })
})

test('establishments of one company share its key', () => {
  expect(ma.identifiers[0]?.entityKey('001561191000066')).toBe('001561191')
})

test.each([
  ['06 12 34 56 78', '+212612345678', 'mobile'],
  ['612345678', '+212612345678', 'mobile'],
  ['+212 (0)7 12 34 56 78', '+212712345678', 'mobile'],
  ['00212 5 22 12 34 56', '+212522123456', 'fixed'],
])('phone %s is read', (text, value, line) => {
  expect(ma.parsePhone(text)).toEqual({ ok: true, value, line })
})

test.each([
  ['06 12 34 56', 'tooShort'],
  ['06 12 34 56 78 9', 'tooLong'],
  ['02 12 34 56 78', 'prefix'],
])('phone %s is refused', (text, reason) => {
  expect(ma.parsePhone(text)).toMatchObject({ ok: false, reason })
})
