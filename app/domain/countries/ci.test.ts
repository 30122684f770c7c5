import { describe, expect, test } from 'vitest'
import { ci, convertFormerNumber, parseNcc, parseRccm } from './ci.ts'
import { formatPhone } from './phone.ts'

describe('RCCM', () => {
  test.each([
    ['CI-ABJ-2017-B-12345', 'CI-ABJ-2017-B-12345'],
    ['ci abj 2017 b 12345', 'CI-ABJ-2017-B-12345'],
    ['RCCM N° CI.ABJ.2017.B.12345', 'CI-ABJ-2017-B-12345'],
    ['ABJ-2017-B-00229', 'CI-ABJ-2017-B-229'],
    ['CI-ABJ-98-B-229', 'CI-ABJ-1998-B-229'],
    ['CI-ABJ-03-2021-B13-04567', 'CI-ABJ-03-2021-B13-04567'],
    [' ci/abj/03/2021/b13/04567 ', 'CI-ABJ-03-2021-B13-04567'],
    ['CIABJ032021B1304567', 'CI-ABJ-03-2021-B13-04567'],
    ['CI-BKE-٢٠١٩-A-77', 'CI-BKE-2019-A-77'],
  ])('%s is read', (text, value) => {
    expect(parseRccm(text)).toEqual({ ok: true, value })
  })
  test.each([
    ['', 'empty'],
    ['CI-ABJ-2999-B-1', 'year'],
    ['CI-ABJ-03-2999-B13-04567', 'year'],
    ['CI-ABJ-2017-12345', 'shape'],
    ['CI-ABJ-03-2021-B13-456', 'shape'],
    ['SN-DKR-2017-B-12345', 'shape'],
    ['bonjour', 'shape'],
  ])('%s is refused', (text, reason) => {
    expect(parseRccm(text)).toEqual({ ok: false, reason })
  })
  test('a parsed number parses to itself', () => {
    for (const value of ['CI-ABJ-2017-B-229', 'CI-ABJ-03-2021-B13-04567']) {
      expect(parseRccm(value)).toEqual({ ok: true, value })
    }
  })
})

describe('compte contribuable', () => {
  test.each(['0607846R', '06 07846 r', 'CC n° 0607846-R', 'ncc:0607846 R'])(
    '%s is read',
    (text) => {
      expect(parseNcc(text)).toEqual({ ok: true, value: '0607846R' })
    },
  )
  test.each([
    [' ', 'empty'],
    ['0607846', 'length'],
    ['06078461', 'shape'],
    ['R0607846', 'shape'],
    ['060784612R', 'length'],
  ])('%s is refused', (text, reason) => {
    expect(parseNcc(text)).toEqual({ ok: false, reason })
  })
})

describe('identifiant unique', () => {
  const idu = ci.identifiers.find((one) => one.id === 'idu')
  test('shape and year are held', () => {
    expect(idu?.parse('ci 2021 0046392 r')).toEqual({ ok: true, value: 'CI-2021-0046392 R' })
    expect(idu?.parse('CI-2010-0046392 R')).toEqual({ ok: false, reason: 'year' })
    expect(idu?.parse('CI-2021-046392 R')).toEqual({ ok: false, reason: 'length' })
    expect(idu?.parse('')).toEqual({ ok: false, reason: 'empty' })
  })
})

describe('phone', () => {
  test.each([
    ['07 07 12 34 56', '+2250707123456', 'mobile'],
    ['+225 05.05.12.34.56', '+2250505123456', 'mobile'],
    ['00225 01-01-12-34-56', '+2250101123456', 'mobile'],
    ['2252721123456', '+2252721123456', 'fixed'],
    ['(+225) 21 21 12 34 56', '+2252121123456', 'fixed'],
    ['٠٧٠٧١٢٣٤٥٦', '+2250707123456', 'mobile'],
  ])('%s is read', (text, value, line) => {
    expect(ci.parsePhone(text)).toEqual({ ok: true, value, line })
  })
  test.each([
    ['', 'empty'],
    ['07 07 12 34', 'oldNumber'],
    ['07 07 12 34 5', 'tooShort'],
    ['07 07 12 34 56 78', 'tooLong'],
    ['09 07 12 34 56', 'prefix'],
    ['+216 20 123 456', 'otherCountry'],
    ['mon numéro', 'characters'],
  ])('%s is refused', (text, reason) => {
    expect(ci.parsePhone(text)).toMatchObject({ ok: false, reason })
  })
  test('a number from before 2021 comes with the way to write it now', () => {
    const result = ci.parsePhone('+225 07 12 34 56')
    expect(result).toMatchObject({ reason: 'oldNumber', suggestion: '+2250707123456' })
    expect(result.ok ? '' : result.help.fr).toContain('10 chiffres')
    expect(convertFormerNumber('45123456')).toBe('0545123456')
    expect(convertFormerNumber('02123456')).toBe('0102123456')
    expect(convertFormerNumber('22412345')).toBe('2722412345')
    expect(convertFormerNumber('20012345')).toBe('2520012345')
    expect(convertFormerNumber('21812345')).toBe('2121812345')
  })
  test('is written in pairs', () => {
    expect(formatPhone(ci.phone, '+2250707123456')).toBe('+225 07 07 12 34 56')
    expect(formatPhone(ci.phone, '+33612345678')).toBe('+33612345678')
  })
})
