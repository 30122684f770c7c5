import { expect, test } from 'vitest'
import { makeProfileCode, readProfileCode } from './profile-code.ts'

const counting = (start: number) => {
  let next = start
  return (below: number) => next++ % below
}

test('a code has its country, four and two characters, and reads back as typed by people', () => {
  for (let start = 0; start < 31; start++) {
    const code = makeProfileCode('CI', counting(start))
    expect(code).toMatch(/^CI-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$/)
    expect(readProfileCode(code)).toBe(code)
    expect(readProfileCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  }
})

test('a wrong character or two that changed places are noticed', () => {
  const code = makeProfileCode('TN', counting(3))
  const characters = [...code]
  for (const at of [3, 4, 5, 6, 8, 9]) {
    const wrong = characters.with(at, characters[at] === 'A' ? 'B' : 'A').join('')
    expect(readProfileCode(wrong), wrong).toBeNull()
  }
  const swapped = characters
    .with(3, characters[4] ?? '')
    .with(4, characters[3] ?? '')
    .join('')
  expect(readProfileCode(swapped)).toBeNull()
})

test('what is no code is none', () => {
  for (const text of ['', 'CI', 'CI-7KQ4', '1234567890', 'CI-7KQ4-M2-XX', '../../etc']) {
    expect(readProfileCode(text)).toBeNull()
  }
})
