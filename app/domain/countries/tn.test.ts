import { describe, expect, test } from 'vitest'
import { parseMatriculeFiscal, taxControlLetter, tn } from './tn.ts'

describe('matricule fiscal', () => {
  test.each([
    ['1182431M/A/M/000', '1182431M/A/M/000'],
    ['1182431 m / am / 000', '1182431M/A/M/000'],
    ['1496298 T P N 000', '1496298T/P/N/000'],
    ['892314B/N/C/000', '0892314B/N/C/000'],
    ['000 123 LAM 000', '0000123L/A/M/000'],
    ['1182431M/A/M', '1182431M/A/M/000'],
    ['1182431M/A/E/002', '1182431M/A/E/002'],
    ['MF : 1282182 / W', '1282182W'],
    ['121/J', '0000121J'],
  ])('%s is read', (text, value) => {
    expect(parseMatriculeFiscal(text)).toEqual({ ok: true, value })
  })
  test.each([
    ['', 'empty'],
    ['1182431', 'length'],
    ['11824310M', 'length'],
    ['1182431A/A/M/000', 'check'],
    ['1182413M/A/M/000', 'check'],
    ['1219773U', 'shape'],
    ['1182431M/X/M/000', 'shape'],
    ['1182431M/A/X/000', 'shape'],
    ['1182431M/A/M/001', 'shape'],
  ])('%s is refused', (text, reason) => {
    expect(parseMatriculeFiscal(text)).toEqual({ ok: false, reason })
  })
  test('the letter never is I, O or U', () => {
    for (let number = 0; number < 5000; number++) {
      expect(taxControlLetter(String(number * 1997).padStart(7, '0'))).toMatch(/^[A-HJ-NP-TV-Z]$/)
    }
  })
  test('establishments of one company share its key', () => {
    const [identifier] = tn.identifiers
    expect(identifier?.entityKey('1182431M/A/E/002')).toBe('1182431M')
    expect(identifier?.entityKey('1182431M')).toBe('1182431M')
  })
})

describe('phone', () => {
  test.each([
    ['20 123 456', '+21620123456', 'mobile'],
    ['+216 98.123.456', '+21698123456', 'mobile'],
    ['0021671123456', '+21671123456', 'fixed'],
    ['216 52 123 456', '+21652123456', 'mobile'],
  ])('%s is read', (text, value, line) => {
    expect(tn.parsePhone(text)).toEqual({ ok: true, value, line })
  })
  test.each([
    ['2012345', 'tooShort'],
    ['201234567', 'tooLong'],
    ['10 123 456', 'prefix'],
    ['+225 0707123456', 'otherCountry'],
  ])('%s is refused', (text, reason) => {
    expect(tn.parsePhone(text)).toMatchObject({ ok: false, reason })
  })
})
