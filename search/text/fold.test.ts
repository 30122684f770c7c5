import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { fold } from './fold.ts'

describe('fold', () => {
  test.each([
    ['Électricité', 'electricite'],
    ['ŒUVRE', 'oeuvre'],
    ['cæcum', 'caecum'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ﬁnition', 'finition'],
    ['مُعَلِّم', 'معلم'],
    ['أعمال إدارة آلة', 'اعمال اداره اله'],
    ['مبنى', 'مبني'],
    ['مسـؤول', 'مسوول'],
    ['رقم ٤٢', 'رقم 42'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.prop([fc.string({ unit: 'grapheme' })])('folding twice changes nothing', (text) => {
    expect(fold(fold(text))).toBe(fold(text))
  })

  test.prop([fc.string({ unit: 'grapheme' })])('composition makes no difference', (text) => {
    expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
  })
})
