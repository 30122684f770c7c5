import { expect, test } from 'vitest'
import { isListTime } from './list-time.ts'

test.each([
  ['before three', 'Africa/Abidjan', '2026-11-23T02:59:00Z', false],
  ['from three on', 'Africa/Abidjan', '2026-11-23T03:00:00Z', true],
  ['by the clock there', 'Africa/Tunis', '2026-11-23T02:00:00Z', true],
  ['by the clock there', 'Africa/Tunis', '2026-11-23T01:59:00Z', false],
  ['later, where the morning was missed', 'Africa/Abidjan', '2026-11-23T15:00:00Z', true],
  ['not where it is tomorrow already', 'Asia/Tokyo', '2026-11-23T20:00:00Z', false],
  ['nor where it is yesterday still', 'America/Lima', '2026-11-24T03:00:00Z', false],
  ['not on a Saturday', 'Africa/Abidjan', '2026-11-28T08:00:00Z', false],
  ['not on a Sunday', 'Africa/Abidjan', '2026-11-29T08:00:00Z', false],
])('%s: %s at %s', (_, timeZone, at, told) => {
  expect(isListTime(timeZone, new Date(at))).toBe(told)
})
