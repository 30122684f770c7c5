import { expect, test } from 'vitest'
import { confirmationCode } from './confirmation.ts'

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
])('%s is read as %s', (typed, code) => {
  expect(confirmationCode.parse(typed)).toBe(code)
})

test.each(['', '12345', '1234567', 'abcdef', '12345x'])('%s is no code', (typed) => {
  expect(confirmationCode.safeParse(typed).success).toBe(false)
})
