import { expect, test } from 'vitest'
import { parseNinea, sn } from './sn.ts'

test.each([
  ['306 7221', '3067221'],
  ['3067221 2g2', '3067221 2G2'],
  ['003067221-2G2', '3067221 2G2'],
  ['NINEA 003067221', '3067221'],
])('NINEA %s is read', (text, value) => {
  expect(parseNinea(text)).toEqual({ ok: true, value })
})

test.each([
  ['', 'empty'],
  ['3067222', 'check'],
  ['0000000', 'check'],
  ['30672', 'length'],
  ['3067221 4G2', 'shape'],
  ['3067221 2I2', 'shape'],
  ['abc', 'shape'],
])('NINEA %s is refused', (text, reason) => {
  expect(parseNinea(text)).toEqual({ ok: false, reason })
})

test('the COFI is no part of the company key', () => {
  expect(sn.identifiers[0]?.entityKey('3067221 2G2')).toBe('3067221')
})

test.each([
  ['77 123 45 67', '+221771234567', 'mobile'],
  ['+221 33-812-34-56', '+221338123456', 'fixed'],
  ['00 221 70 123 45 67', '+221701234567', 'mobile'],
])('phone %s is read', (text, value, line) => {
  expect(sn.parsePhone(text)).toEqual({ ok: true, value, line })
})

test.each([
  ['77 123 45 6', 'tooShort'],
  ['12 123 45 67', 'prefix'],
])('phone %s is refused', (text, reason) => {
  expect(sn.parsePhone(text)).toMatchObject({ ok: false, reason })
})
