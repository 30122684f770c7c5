import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { decodeCode, encodeCode, keyOf } from './codes.ts'

describe('codes', () => {
  test('that need nothing stay as they are', () => {
    const uri = 'http://data.europa.eu/esco/skill/0b7f-4e'
    expect(encodeCode(uri)).toBe(uri)
    expect(encodeCode('CI-AB')).toBe('^c^i-^a^b')
  })

  test.prop([fc.string({ unit: 'binary' })])('come back as they were', (code) => {
    expect(decodeCode(encodeCode(code))).toBe(code)
  })

  test.prop([fc.string({ unit: 'binary' })])('hold nothing that is folded or quoted', (code) => {
    const encoded = encodeCode(code)
    expect(encoded).toBe(encoded.toLowerCase().normalize('NFKD').trim())
    expect(encoded).not.toMatch(/["'\\\s]/)
  })

  test.prop([fc.stringMatching(/^[\w-]{1,20}$/), fc.stringMatching(/^[\w-]{1,20}$/)])(
    'keys sort as ids do',
    (a, b) => {
      expect(keyOf(a) < keyOf(b)).toBe(a < b)
    },
  )
})
